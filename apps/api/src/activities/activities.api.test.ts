import { ApiError } from '@dangqun/contracts/kit/errors'
import { TestHouse, testNow } from '../app/testing/test-house.js'

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())

const hourMs = 3_600_000
const at = (hours: number) => new Date(testNow.getTime() + hours * hourMs).toISOString()
const draft = { title: '周六无偿献血', programme: 'together', place: '一楼大厅', startsAt: at(72), endsAt: at(76), capacity: 2 } as const
const params = () => ({ center: house.center.slug })

async function refusal(attempt: Promise<unknown>): Promise<ApiError> {
  const error = await attempt.then(() => null, (thrown: unknown) => thrown)
  if (error instanceof ApiError) return error
  throw new Error('it was not refused')
}

beforeEach(() => house.clock.set(testNow))

test('a draft becomes a published activity that people sign up for, in order, and the first in line is offered the place that becomes free', async () => {
  const staff = await house.staff()
  const made = await staff.activities.create({ params: params(), body: draft })
  expect(made).toMatchObject({ state: 'draft', version: 1, sceneCode: null, signUpBlock: 'not_published', allowedActions: ['publish', 'cancel', 'update'] })
  const one = { params: { ...params(), id: made.id } }
  expect((await refusal(house.anonymous.activities.get(one))).code).toBe('activities.notFound')

  const published = await staff.activities.publish({ ...one, body: {} })
  expect(published).toMatchObject({ state: 'published', version: 2, allowedActions: ['close', 'cancel', 'update', 'check-in', 'sign-up'] })
  expect(await house.anonymous.centers.readCode({ params: { scene: published.sceneCode ?? '' } })).toMatchObject({ kind: 'activity', subjectId: made.id, center: { slug: 'shangbai' } })
  expect(await house.anonymous.activities.get(one)).toMatchObject({ mySignUp: null, allowedActions: ['sign-up'] })

  const people = await house.signInEach(4)
  const signUps = []
  for (const person of people) signUps.push(await person.activities.signUp({ ...one, body: {} }))
  expect(signUps.map(({ state, position }) => [state, position])).toEqual([['confirmed', null], ['confirmed', null], ['waitlisted', 1], ['waitlisted', 2]])
  expect(signUps.map(({ ticket }) => ticket !== null)).toEqual([true, true, false, false])

  const [first, , third, fourth] = people
  await first?.activities.cancelSignUp({ params: { ...params(), id: signUps[0]?.id ?? '' }, body: {} })
  expect((await third?.activities.get(one))?.mySignUp).toMatchObject({ state: 'offered', position: null, ticket: null, offerUntil: '2026-12-01T10:30:00.000+08:00', allowedActions: ['accept', 'decline'] })
  expect((await fourth?.activities.get(one))?.mySignUp).toMatchObject({ state: 'waitlisted', position: 1, ticket: null })
  expect(await house.anonymous.activities.get(one)).toMatchObject({ taken: 2, waiting: 1 })

  // Who left may come back, at the end of the line.
  expect(await first?.activities.signUp({ ...one, body: {} })).toMatchObject({ state: 'waitlisted', position: 2 })
  const rows = (await staff.activities.listSignUps({ ...one, query: {} })).items
  expect(rows.map(({ number, state, position }) => [number, state, position])).toEqual([[1, 'cancelled', null], [2, 'confirmed', null], [3, 'offered', null], [4, 'waitlisted', 1], [5, 'waitlisted', 2]])
})

test('a second press answers the standing sign-up with 200', async () => {
  const { id } = await house.activity()
  const { token, activities } = await house.signIn()
  const first = await activities.signUp({ params: { ...params(), id }, body: {} })
  const again = await house.raw('POST', `/api/v1/centers/shangbai/activities/${id}/sign-ups`, { token, body: '{}' })
  expect(again.status).toBe(200)
  expect(again.body).toEqual(first)
})

test('more places are offered to those in line; fewer than are taken are refused', async () => {
  const staff = await house.staff()
  const { id } = await house.activity({ capacity: 1 })
  const one = { params: { ...params(), id } }
  const people = await house.signInEach(3)
  for (const person of people) await person.activities.signUp({ ...one, body: {} })
  expect(await staff.activities.update({ ...one, body: { capacity: 2 } })).toMatchObject({ capacity: 2, taken: 2, waiting: 1 })
  expect((await people[1]?.activities.get(one))?.mySignUp?.state).toBe('offered')
  const refused = await refusal(staff.activities.update({ ...one, body: { capacity: 1 } }))
  expect(refused).toMatchObject({ status: 409, code: 'activities.capacityBelowTaken', details: { taken: 2 } })
  const facts = await house.owner.query<{ fact: string }>('select fact from audit_facts where center_id = $1 and (subject_id = $2 or data ->> $3 = $2::text) order by id', [house.center.id, id, 'activityId'])
  expect(facts.rows.map(({ fact }) => fact)).toEqual(['activities.signedUp', 'activities.signedUp', 'activities.signedUp', 'activities.updated', 'activities.signUpOffered'])
})

test('an edit based on an old version is refused and changes nothing', async () => {
  const staff = await house.staff()
  const { id } = await house.activity()
  const one = { params: { ...params(), id } }
  await staff.activities.update({ ...one, body: { title: '新的题目', version: 1 } })
  expect(await refusal(staff.activities.update({ ...one, body: { title: '旧的题目', version: 1 } }))).toMatchObject({ status: 409, code: 'request.changedMeanwhile', details: { version: 2 } })
  expect(await staff.activities.get(one)).toMatchObject({ title: '新的题目', version: 2 })
})

test('times that contradict each other come back as field errors', async () => {
  const staff = await house.staff()
  const error = await refusal(staff.activities.create({ params: params(), body: { ...draft, endsAt: at(71), cancelUntil: at(80) } }))
  expect(error.status).toBe(400)
  expect(error.fields).toEqual({ endsAt: '结束时间要晚于开始时间', signUpClosesAt: '报名截止不能晚于活动结束', cancelUntil: '取消期限不能晚于活动结束' })
})

test('outside of the window nobody signs up, and the answer says why', async () => {
  const person = await house.signIn()
  const { id } = await house.activity({ sign_up_opens_at: new Date(at(1)), sign_up_closes_at: new Date(at(2)) })
  const one = { params: { ...params(), id }, body: {} }
  expect(await refusal(person.activities.signUp(one))).toMatchObject({ status: 409, code: 'activities.notOpen', message: '现在不能报名：报名未开始', details: { state: 'published', block: 'not_yet_open' } })
  house.clock.set(new Date(at(1)))
  expect(await person.activities.signUp(one)).toMatchObject({ state: 'confirmed' })
  house.clock.set(new Date(at(2)))
  const late = await house.signIn()
  expect(await refusal(late.activities.signUp(one))).toMatchObject({ details: { block: 'window_over' } })
})

test('what an activity asks is asked once', async () => {
  const person = await house.signIn()
  const staff = await house.staff()
  const { id } = await house.activity({ asks: ['name', 'phone'] })
  const one = { params: { ...params(), id }, body: {} }
  expect(await refusal(person.activities.signUp(one))).toMatchObject({ status: 409, code: 'activities.profileNeeded', message: '报名前请先填写：姓名、手机号', details: { fields: ['name', 'phone'] } })
  await person.organization.updateMyPerson({ params: params(), body: { name: '𠮷田晴' } })
  expect(await refusal(person.activities.signUp(one))).toMatchObject({ details: { fields: ['phone'] } })
  await person.organization.updateMyPerson({ params: params(), body: { phone: '１９９ 0000-1234' } })
  expect(await person.activities.signUp(one)).toMatchObject({ state: 'confirmed' })
  const [row] = (await staff.activities.listSignUps({ ...one, query: {} })).items
  expect(row).toMatchObject({ name: '𠮷田晴', phone: '199****1234' })
  const silent = await house.activity()
  await person.activities.signUp({ params: { ...params(), id: silent.id }, body: {} })
  expect((await staff.activities.listSignUps({ params: { ...params(), id: silent.id }, query: {} })).items[0]).toMatchObject({ name: null, phone: null })
})

test('cancelling is possible until the limit, and not after', async () => {
  const person = await house.signIn()
  const { id } = await house.activity({ cancel_until: new Date(at(1)) })
  const signUp = await person.activities.signUp({ params: { ...params(), id }, body: {} })
  const mine = { params: { ...params(), id: signUp.id }, body: {} }
  house.clock.set(new Date(at(1)))
  house.clock.advance(1)
  expect(await refusal(person.activities.cancelSignUp(mine))).toMatchObject({ status: 409, code: 'activities.cancelTooLate' })
  house.clock.advance(-1)
  expect(await person.activities.cancelSignUp(mine)).toMatchObject({ state: 'cancelled', ticket: null, allowedActions: [] })
  expect(await refusal(person.activities.cancelSignUp(mine))).toMatchObject({ status: 409, code: 'activities.signUpWrongState', details: { state: 'cancelled' } })
})

test("another person's sign-up cannot be cancelled, or known", async () => {
  const [person, stranger] = [await house.signIn(), await house.signIn()]
  const { id } = await house.activity()
  const signUp = await person.activities.signUp({ params: { ...params(), id }, body: {} })
  expect(await refusal(stranger.activities.cancelSignUp({ params: { ...params(), id: signUp.id }, body: {} }))).toMatchObject({ status: 404, code: 'activities.signUpNotFound' })
})

test('a cancelled activity takes its sign-ups with it, and says why', async () => {
  const [staff, person] = [await house.staff(), await house.signIn()]
  const { id } = await house.activity()
  const one = { params: { ...params(), id } }
  await person.activities.signUp({ ...one, body: {} })
  expect(await staff.activities.cancel({ ...one, body: { reason: '雷雨天气' } })).toMatchObject({ state: 'cancelled', taken: 0, cancelReason: '雷雨天气', allowedActions: [] })
  const [mine] = (await person.activities.listMySignUps({ params: params(), query: {} })).items
  expect(mine).toMatchObject({ state: 'cancelled', activity: { state: 'cancelled' } })
  expect(await refusal(staff.activities.publish({ ...one, body: {} }))).toMatchObject({ status: 409, code: 'activities.wrongState', details: { state: 'cancelled', allowedActions: [] } })
})

test('an activity is held only after it began, and not published again after its window', async () => {
  const staff = await house.staff()
  const { id } = await house.activity()
  const one = { params: { ...params(), id }, body: {} }
  expect(await refusal(staff.activities.hold(one))).toMatchObject({ status: 409, code: 'activities.notYetStarted' })
  await staff.activities.close(one)
  house.clock.set(new Date(at(73)))
  expect(await refusal(staff.activities.publish(one))).toMatchObject({ status: 409, code: 'activities.windowOver' })
  expect(await staff.activities.hold(one)).toMatchObject({ state: 'held', allowedActions: ['check-in'] })
})

test('lists page by key without a gap or a repetition, and filter on the server', async () => {
  const staff = await house.staff(house.other)
  const made: string[] = []
  for (let index = 0; index < 7; index++) {
    const { id } = await house.activity({ center_id: house.other.id, starts_at: new Date(at(24 + (index % 3))), title: `读书会 ${index}`, programme: index % 2 ? 'blue' : 'red' })
    made.push(id)
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await house.anonymous.activities.list({ params: { center: 'yunhai' }, query: { limit: 2, ...(cursor ? { cursor } : {}) } })
    expect(page.items.length).toBeLessThanOrEqual(2)
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect([...seen].sort()).toEqual([...made].sort())
  const blue = await staff.activities.list({ params: { center: 'yunhai' }, query: { programme: 'blue', q: '读书', when: 'all' } })
  expect(blue.items.map(({ title }) => title).sort()).toEqual(['读书会 1', '读书会 3', '读书会 5'])
})
