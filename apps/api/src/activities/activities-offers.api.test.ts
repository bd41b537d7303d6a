import { ApiError } from '@dangqun/contracts/kit/errors'
import pg from 'pg'
import { Subscriptions } from '../app/subscriptions.js'
import { TestHouse } from '../app/testing/test-house.js'
import { Units } from '../platform/database/units.js'
import { OffersService } from './activities-offers.service.js'

// So far ahead of the wall clock that no job falls due by itself.
const begin = new Date('2099-06-01T10:00:00+08:00')
const minuteMs = 60_000

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())
beforeEach(() => house.clock.set(begin))

const params = { center: 'shangbai' }
const later = (minutes: number) => new Date(begin.getTime() + minutes * minuteMs)
const codeOf = (attempt: Promise<unknown>) => attempt.then(() => 'ok', (error: unknown) => (error as ApiError).code)

function lapse(activityId: string): Promise<void> {
  const centerId = house.center.id
  return house.app.get(Units).runAt(centerId, (manager) => house.app.get(OffersService).lapse({ manager, centerId, now: house.clock.now(), caller: null }, activityId))
}

/** One place; the first holds it, the others wait. */
async function line(count: number, startsAt = later(600)) {
  const { id } = await house.activity({ capacity: 1, starts_at: startsAt })
  const one = { params: { ...params, id }, body: {} }
  const people = []
  for (const person of await house.signInEach(count)) {
    const { id: signUpId } = await person.activities.signUp(one)
    const mine = { params: { ...params, id: signUpId }, body: {} }
    people.push({ ...person.activities, mine, see: async () => (await person.activities.get(one)).mySignUp })
  }
  const [first, second, third] = people
  if (!first || !second || !third) throw new Error('a line of three is needed')
  return { id, one, people, first, second, third }
}

test('the first in line is asked, and accepts with one press', async () => {
  const { first, second } = await line(3)
  await first.cancelSignUp(first.mine)
  expect(await second.see()).toMatchObject({ state: 'offered', offerUntil: '2099-06-01T10:30:00.000+08:00', ticket: null })
  expect(await second.acceptOffer(second.mine)).toMatchObject({ state: 'confirmed', offerUntil: null, ticket: expect.any(String), allowedActions: ['cancel'] })
  expect(await codeOf(second.acceptOffer(second.mine))).toBe('activities.signUpWrongState')
})

test('whoever declines, or presses an old 取消 button, passes the place on', async () => {
  const { first, second, third } = await line(3)
  await first.cancelSignUp(first.mine)
  expect(await second.declineOffer(second.mine)).toMatchObject({ state: 'declined', allowedActions: [] })
  expect(await third.see()).toMatchObject({ state: 'offered' })
  expect(await third.cancelSignUp(third.mine)).toMatchObject({ state: 'declined' })
})

test('an offer that is over is none, however late the job: not shown, not accepted, and the way is free again', async () => {
  const { one, first, second, third } = await line(3)
  await first.cancelSignUp(first.mine)
  house.clock.set(later(30))
  expect(await second.see()).toBeNull()
  const [listed] = (await second.listMySignUps({ params, query: { when: 'past' } })).items
  expect(listed).toMatchObject({ state: 'lapsed', offerUntil: null })
  const staff = await house.staff()
  expect((await staff.activities.listSignUps({ ...one, query: { state: 'lapsed' } })).items).toHaveLength(1)
  expect(await codeOf(second.acceptOffer(second.mine))).toBe('activities.offerLapsed')
  // Whoever signs up now finds the place passed on to the next in line, and stands behind.
  expect(await second.signUp(one)).toMatchObject({ state: 'waitlisted', position: 1 })
  expect(await third.see()).toMatchObject({ state: 'offered', offerUntil: '2099-06-01T11:00:00.000+08:00' })
})

test('the job passes an offer on that is over, asks for the next moment, and does nothing early', async () => {
  const { id, first, second, third } = await line(3)
  await first.cancelSignUp(first.mine)
  house.clock.set(later(29))
  await lapse(id)
  expect(await second.see()).toMatchObject({ state: 'offered' })
  house.clock.set(later(31))
  await lapse(id)
  expect(await third.see()).toMatchObject({ state: 'offered', offerUntil: '2099-06-01T11:01:00.000+08:00' })
  const jobs = await house.owner.query<{ run_at: Date }>('select run_at from graphile_worker.jobs where key = $1', [`activities.lapseOffers:${id}`])
  expect(jobs.rows).toEqual([{ run_at: later(61) }])
  expect(await house.one(`select account_id from audit_facts where fact = 'activities.offerLapsed' and data ->> 'activityId' = $1`, [id])).toEqual({ account_id: null })
})

test('when the start is nearer than the hold, the place is given at once', async () => {
  const { first, second } = await line(3, later(30))
  await first.cancelSignUp(first.mine)
  expect(await second.see()).toMatchObject({ state: 'confirmed', ticket: expect.any(String) })
})

test('holding the activity ends its offers; calling it off ends everything', async () => {
  const staff = await house.staff()
  const held = await line(3)
  await held.first.cancelSignUp(held.first.mine)
  await house.owner.query(`update activities set starts_at = $2 where id = $1`, [held.id, begin])
  expect(await staff.activities.hold(held.one)).toMatchObject({ state: 'held', taken: 0 })
  expect(await codeOf(held.second.acceptOffer(held.second.mine))).toBe('activities.offerLapsed')
  const off = await line(3)
  await off.first.cancelSignUp(off.first.mine)
  await staff.activities.cancel(off.one)
  expect(await codeOf(off.second.acceptOffer(off.second.mine))).toBe('activities.signUpWrongState')
})

test('nobody answers an offer of somebody else', async () => {
  const { first, second, third } = await line(3)
  await first.cancelSignUp(first.mine)
  expect(await codeOf(third.acceptOffer(second.mine))).toBe('activities.signUpNotFound')
  expect(await codeOf(third.declineOffer(second.mine))).toBe('activities.signUpNotFound')
})

test('accepting, declining and lapsing at once: one of them happens, and the place belongs to one person', async () => {
  for (let round = 0; round < 12; round++) {
    house.clock.set(begin)
    const { id, first, second } = await line(4)
    await first.cancelSignUp(first.mine)
    // In every second round the offer is over already.
    house.clock.set(later(round % 2 ? 30 : 29))
    const answers = await Promise.all([codeOf(second.acceptOffer(second.mine)), codeOf(second.declineOffer(second.mine)), codeOf(second.acceptOffer(second.mine)), lapse(id).then(() => 'lapse')])
    expect(answers.filter((code) => code === 'ok')).toHaveLength(round % 2 ? 0 : 1)
    const { rows } = await house.owner.query<{ state: string }>('select state from sign_ups where activity_id = $1 order by number', [id])
    const states = rows.map(({ state }) => state)
    expect(states.filter((state) => state === 'confirmed' || state === 'offered')).toHaveLength(1)
    expect(await house.one('select taken, waiting from activities where id = $1', [id])).toEqual({ taken: 1, waiting: states.filter((state) => state === 'waitlisted').length })
  }
}, 60_000)

test('whose turn comes or goes by is told in the inbox, once', async () => {
  const { id, first, second, third } = await line(3)
  await first.cancelSignUp(first.mine)
  const tell = (signUp: typeof second) => house.app.get(Subscriptions).tellOfTurn({ centerId: house.center.id, subjectId: signUp.mine.params.id })
  await tell(second)
  await tell(second)
  house.clock.set(later(30))
  await lapse(id)
  for (const each of [second, third]) await tell(each)
  await third.acceptOffer(third.mine)
  const { rows } = await house.owner.query<{ kind: string; until: string | null; signUp: string }>(`select kind, parameters ->> 'until' as until, occurrence as "signUp" from notices where subject_id = $1 order by created_at, kind`, [id])
  expect(rows).toEqual([
    { kind: 'activities.offered', until: '6月1日（周一）10:30', signUp: second.mine.params.id },
    { kind: 'activities.offerLapsed', until: null, signUp: second.mine.params.id },
    { kind: 'activities.offered', until: '6月1日（周一）11:00', signUp: third.mine.params.id },
  ])
})

/** The same answers without the lock on the activity. It lives here only, to show that the race is real. */
test('the unguarded twin lets one offer be accepted and declined', async () => {
  const { first, second } = await line(3)
  await first.cancelSignUp(first.mine)
  const [one, other] = [new pg.Client({ connectionString: house.config.databaseUrl }), new pg.Client({ connectionString: house.config.databaseUrl })]
  await Promise.all([one.connect(), other.connect()])
  try {
    const read = (client: pg.Client) => client.query<{ state: string }>('select state from sign_ups where id = $1', [second.mine.params.id]).then(({ rows }) => rows[0]?.state)
    const seen = await Promise.all([read(one), read(other)])
    const done: string[] = []
    for (const [index, state] of ['confirmed', 'declined'].entries()) {
      if (seen[index] !== 'offered') continue
      await (index ? other : one).query('update sign_ups set state = $2, offer_until = null where id = $1', [second.mine.params.id, state])
      done.push(state)
    }
    expect(done).toEqual(['confirmed', 'declined'])
  } finally {
    await Promise.all([one.end(), other.end()])
  }
})
