import type { SignUp } from '@dangqun/contracts/activities/schemas'
import { ApiError } from '@dangqun/contracts/kit/errors'
import fc from 'fast-check'
import { TestHouse, type Clients } from '../app/testing/test-house.js'
import { Units } from '../platform/database/units.js'
import { OffersService } from './activities-offers.service.js'

const crew = 5
const holdMinutes = 30
/** So far ahead of the wall clock that no job falls due by itself: a late job is one of the commands. */
const begin = new Date('2099-06-01T10:00:00+08:00')
const startsInMinutes = 240

interface InLine {
  person: number
  state: 'confirmed' | 'offered' | 'waitlisted'
  /** Minute at which the offer ends. */
  until?: number
}

/** What anybody could work out on paper: a list of people in their order, a number of places, a watch. */
class Model {
  capacity = 2
  minute = 0
  line: InLine[] = []

  of(person: number): InLine | undefined {
    return this.line.find((each) => each.person === person && !this.isOver(each))
  }

  isOver({ state, until = 0 }: InLine): boolean {
    return state === 'offered' && this.minute >= until
  }

  /** Over or not: a place is taken until somebody passes it on. */
  get taken(): number {
    return this.line.filter(({ state }) => state !== 'waitlisted').length
  }

  get waiting(): InLine[] {
    return this.line.filter(({ state }) => state === 'waitlisted')
  }

  state(person: number): { state: InLine['state']; position: number | null } | null {
    const mine = this.of(person)
    return mine ? { state: mine.state, position: mine.state === 'waitlisted' ? this.waiting.indexOf(mine) + 1 : null } : null
  }

  remove(person: number): void {
    this.line = this.line.filter((each) => each.person !== person || this.isOver(each))
  }

  passOn(): void {
    this.line = this.line.filter((each) => !this.isOver(each))
    const until = this.minute + holdMinutes
    for (const first of this.waiting.slice(0, this.capacity - this.taken)) Object.assign(first, until < startsInMinutes ? { state: 'offered', until } : { state: 'confirmed' })
  }
}

class Real {
  readonly signUps = new Map<number, string>()

  constructor(
    readonly id: string,
    readonly people: Clients[],
    readonly staff: Clients,
  ) {}

  get target() {
    return { params: { center: 'shangbai', id: this.id }, body: {} }
  }

  person(index: number): Clients {
    const person = this.people[index]
    if (!person) throw new Error(`no person ${index}`)
    return person
  }

  mine(person: number) {
    return { params: { center: 'shangbai', id: this.signUps.get(person) ?? '' }, body: {} }
  }

  /** Everyone sees what the model says, and so do the counters. */
  async check(model: Model): Promise<void> {
    for (const [index, person] of this.people.entries()) {
      const { mySignUp, taken, waiting } = await person.activities.get(this.target)
      expect(mySignUp && { state: mySignUp.state, position: mySignUp.position }).toEqual(model.state(index))
      const actions = { confirmed: ['cancel'], waitlisted: ['cancel'], offered: ['accept', 'decline'] }
      if (mySignUp) expect(mySignUp.allowedActions).toEqual(actions[mySignUp.state as keyof typeof actions])
      expect({ taken, waiting }).toEqual({ taken: model.taken, waiting: model.waiting.length })
    }
  }
}

type Command = fc.AsyncCommand<Model, Real>
const codeOf = (attempt: Promise<unknown>) => attempt.then(() => null, (error: unknown) => (error as ApiError).code)

class Join implements Command {
  constructor(readonly person: number) {}
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    // A batch that finds an offer over passes it on first.
    if (model.line.some((each) => model.isOver(each))) model.passOn()
    if (!model.of(this.person)) model.line.push({ person: this.person, state: model.taken < model.capacity ? 'confirmed' : 'waitlisted' })
    const signUp: SignUp = await real.person(this.person).activities.signUp(real.target)
    real.signUps.set(this.person, signUp.id)
    expect({ state: signUp.state, position: signUp.position }).toEqual(model.state(this.person))
    await real.check(model)
  }
  toString = () => `join(${this.person})`
}

class Cancel implements Command {
  constructor(readonly person: number) {}
  check = (model: Readonly<Model>) => model.of(this.person) !== undefined
  async run(model: Model, real: Real): Promise<void> {
    model.remove(this.person)
    model.passOn()
    await real.person(this.person).activities.cancelSignUp(real.mine(this.person))
    await real.check(model)
  }
  toString = () => `cancel(${this.person})`
}

/** Tried at any time by whoever has been in the line: only a standing offer can be answered. */
class Answer implements Command {
  constructor(readonly person: number, readonly act: 'accept' | 'decline') {}
  check = (model: Readonly<Model>) => model.line.some(({ person }) => person === this.person)
  async run(model: Model, real: Real): Promise<void> {
    const mine = model.of(this.person)
    const client = real.person(this.person).activities
    const code = await codeOf((this.act === 'accept' ? client.acceptOffer : client.declineOffer)(real.mine(this.person)))
    if (!mine) expect(code).toBe('activities.offerLapsed')
    else if (mine.state !== 'offered') expect(code).toBe('activities.signUpWrongState')
    else {
      expect(code).toBeNull()
      if (this.act === 'accept') Object.assign(mine, { state: 'confirmed', until: undefined })
      else model.remove(this.person)
      model.passOn()
    }
    await real.check(model)
  }
  toString = () => `${this.act}(${this.person})`
}

class Wait implements Command {
  constructor(readonly minutes: number) {}
  // When the activity starts, sign-up and cancelling end: that is for other tests.
  check = (model: Readonly<Model>) => model.minute + this.minutes < startsInMinutes
  async run(model: Model, real: Real): Promise<void> {
    model.minute += this.minutes
    house.clock.advance(this.minutes * 60_000)
    await real.check(model)
  }
  toString = () => `wait(${this.minutes})`
}

/** The job that lapses offers, whenever it comes. */
class Lapse implements Command {
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    model.passOn()
    const { id: centerId } = house.center
    await house.app.get(Units).runAt(centerId, (manager) => house.app.get(OffersService).lapse({ manager, centerId, now: house.clock.now(), caller: null }, real.id))
    await real.check(model)
  }
  toString = () => 'lapse'
}

class Resize implements Command {
  constructor(readonly capacity: number) {}
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    const code = await codeOf(real.staff.activities.update({ ...real.target, body: { capacity: this.capacity } }))
    // A place whose offer is over is free already, job or not.
    const held = model.line.filter((each) => each.state !== 'waitlisted' && !model.isOver(each)).length
    if (this.capacity < held) expect(code).toBe('activities.capacityBelowTaken')
    else {
      expect(code).toBeNull()
      model.capacity = this.capacity
      model.passOn()
    }
    await real.check(model)
  }
  toString = () => `resize(${this.capacity})`
}

let house: TestHouse
beforeAll(async () => {
  house = await TestHouse.open()
  house.clock.set(begin)
})
afterAll(() => house.close())

const everything = ['activities.signedUp', 'activities.signUpCancelled', 'activities.signUpOffered', 'activities.signUpPromoted', 'activities.offerAccepted', 'activities.offerDeclined', 'activities.offerLapsed']

/** A line that is longer than there are places: everything else happens from here. */
const lineUp = () => Array.from({ length: 4 }, (_, person) => new Join(person))

async function run(people: Clients[], staff: Clients, sequence: Iterable<Command>): Promise<string> {
  house.clock.set(begin)
  const { id } = await house.activity({ capacity: 2, starts_at: new Date(begin.getTime() + startsInMinutes * 60_000) })
  const real = new Real(id, people, staff)
  const model = new Model()
  for (const join of lineUp()) await join.run(model, real)
  await fc.asyncModelRun(() => ({ model, real }), sequence)
  return id
}

test('one sequence goes through everything that a line knows', async () => {
  const id = await run(await house.signInEach(crew), await house.staff(), [
    new Cancel(0), new Answer(2, 'accept'), new Cancel(1), new Answer(3, 'decline'), new Join(4), new Join(0), new Join(1), new Cancel(2), new Wait(29), new Wait(1), new Answer(0, 'accept'),
    new Lapse(), new Resize(3), new Wait(60), new Join(2), new Wait(60), new Wait(60), new Lapse(), ...Array.from({ length: crew }, (_, person) => new Join(person)), new Resize(5),
  ])
  const { rows } = await house.owner.query<{ fact: string }>(`select distinct fact from audit_facts where data ->> 'activityId' = $1`, [id])
  expect(rows.map(({ fact }) => fact)).toEqual(expect.arrayContaining(everything))
}, 60_000)

test('any sequence of joining, cancelling, answering, waiting, lapsing and resizing is what a list on paper and a watch would say', async () => {
  const staff = await house.staff()
  const people = await house.signInEach(crew)
  const person = fc.integer({ min: 0, max: crew - 1 })
  const join = person.map((index) => new Join(index))
  const commands = [
    join, join, join,
    person.map((index) => new Cancel(index)),
    person.map((index) => new Answer(index, 'accept')),
    person.map((index) => new Answer(index, 'decline')),
    fc.constantFrom(1, 29, 30, 31, 60).map((minutes) => new Wait(minutes)),
    fc.constant(new Lapse()),
    fc.integer({ min: 1, max: 5 }).map((capacity) => new Resize(capacity)),
  ]
  await fc.assert(fc.asyncProperty(fc.commands(commands, { maxCommands: 40, size: 'max' }), async (sequence) => void (await run(people, staff, sequence))), { numRuns: 15 })
}, 180_000)
