import type { SignUp } from '@dangqun/contracts/activities/schemas'
import { ApiError } from '@dangqun/contracts/kit/errors'
import fc from 'fast-check'
import { TestHouse, type Clients } from '../app/testing/test-house.js'

const crew = 6

/** What anybody could work out on paper: a list of people in their order, and the number of places. */
class Model {
  capacity = 2
  readonly line: number[] = []

  state(person: number): { state: 'confirmed' | 'waitlisted'; position: number | null } | null {
    const index = this.line.indexOf(person)
    if (index < 0) return null
    return index < this.capacity ? { state: 'confirmed', position: null } : { state: 'waitlisted', position: index - this.capacity + 1 }
  }

  get taken(): number {
    return Math.min(this.line.length, this.capacity)
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

  /** Everyone sees what the model says, and so do the counters. */
  async check(model: Model): Promise<void> {
    for (const [index, person] of this.people.entries()) {
      const { mySignUp, taken, waiting } = await person.activities.get(this.target)
      expect(mySignUp && { state: mySignUp.state, position: mySignUp.position }).toEqual(model.state(index))
      expect({ taken, waiting }).toEqual({ taken: model.taken, waiting: model.line.length - model.taken })
    }
  }
}

type Command = fc.AsyncCommand<Model, Real>

class Join implements Command {
  constructor(readonly person: number) {}
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    if (!model.line.includes(this.person)) model.line.push(this.person)
    const signUp: SignUp = await real.person(this.person).activities.signUp(real.target)
    real.signUps.set(this.person, signUp.id)
    expect({ state: signUp.state, position: signUp.position }).toEqual(model.state(this.person))
    await real.check(model)
  }
  toString = () => `join(${this.person})`
}

class Cancel implements Command {
  constructor(readonly person: number) {}
  check = (model: Readonly<Model>) => model.line.includes(this.person)
  async run(model: Model, real: Real): Promise<void> {
    model.line.splice(model.line.indexOf(this.person), 1)
    await real.person(this.person).activities.cancelSignUp({ params: { center: 'shangbai', id: real.signUps.get(this.person) ?? '' }, body: {} })
    await real.check(model)
  }
  toString = () => `cancel(${this.person})`
}

class Resize implements Command {
  constructor(readonly capacity: number) {}
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    const attempt = real.staff.activities.update({ ...real.target, body: { capacity: this.capacity } }).then(() => null, (error: unknown) => error)
    const refused = await attempt
    if (this.capacity < model.taken) expect(refused).toMatchObject({ code: 'activities.capacityBelowTaken' } satisfies Partial<ApiError>)
    else {
      expect(refused).toBeNull()
      model.capacity = this.capacity
    }
    await real.check(model)
  }
  toString = () => `resize(${this.capacity})`
}

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())

test('any sequence of joining, cancelling and resizing is what a list on paper would say', async () => {
  const staff = await house.staff()
  const people = await house.signInEach(crew)
  const person = fc.integer({ min: 0, max: crew - 1 })
  const commands = [person.map((index) => new Join(index)), person.map((index) => new Join(index)), person.map((index) => new Cancel(index)), fc.integer({ min: 1, max: 5 }).map((capacity) => new Resize(capacity))]
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 25 }), async (sequence) => {
      const { id } = await house.activity({ capacity: 2 })
      await fc.asyncModelRun(() => ({ model: new Model(), real: new Real(id, people, staff) }), sequence)
    }),
    { numRuns: 25 },
  )
}, 120_000)
