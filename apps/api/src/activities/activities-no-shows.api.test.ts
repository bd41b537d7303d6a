import type { ApiError } from '@dangqun/contracts/kit/errors'
import { bulkInsert } from '../platform/database/bulk-insert.js'
import { TestHouse, testNow } from '../app/testing/test-house.js'

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())
beforeEach(() => house.clock.set(testNow))

const params = { center: 'shangbai' }
const ago = (days: number) => new Date(testNow.getTime() - days * 86_400_000)
const refusal = (attempt: Promise<unknown>) => attempt.then(() => null, (error: unknown) => error as ApiError)

/** Somebody who missed activities so many days ago. */
async function missed(...days: number[]) {
  const person = await house.signIn()
  const personId = house.seeded.uuid(testNow)
  await bulkInsert(house.owner, 'persons', [{ center_id: house.center.id, id: personId, account_id: person.accountId, name: '林禾', created_at: testNow }])
  const signUps = []
  for (const day of days) {
    const { id } = await house.activity({ state: 'held', starts_at: ago(day) })
    const signUpId = house.seeded.uuid(testNow)
    await bulkInsert(house.owner, 'sign_ups', [{ center_id: house.center.id, id: signUpId, activity_id: id, person_id: personId, number: 1, state: 'absent', ticket: signUpId, created_at: ago(day + 1), changed_at: ago(day) }])
    signUps.push(signUpId)
  }
  const signUp = async () => person.activities.signUp({ params: { ...params, id: (await house.activity()).id }, body: {} })
  return { ...person, personId, signUps, signUp }
}

test('three within 90 days pause signing up, with until when and the way to appeal', async () => {
  const { signUp, noShows } = await missed(90, 40, 0)
  expect(await refusal(signUp())).toMatchObject({
    status: 409, code: 'activities.paused', message: '你在 90 天里有 3 次报名后没有到场，报名暂停到 12月31日（周四）。有特殊情况可以申诉',
    details: { pausedUntil: '2026-12-31T23:59:59.999+08:00', allowedActions: ['appeal'] },
  })
  expect(await noShows.mine({ params })).toMatchObject({ pausedUntil: '2026-12-31T23:59:59.999+08:00', limit: 3, allowedActions: ['appeal'], appeal: null })
  house.clock.set(new Date('2027-01-01T00:00:00+08:00'))
  expect(await (await missed(91, 40, 0)).noShows.mine({ params })).toMatchObject({ pausedUntil: null })
})

test('two, or three over a longer time, pause nobody', async () => {
  expect(await (await missed(1, 2)).signUp()).toMatchObject({ state: 'confirmed' })
  expect(await (await missed(91, 40, 0)).signUp()).toMatchObject({ state: 'confirmed' })
})

test('a place that somebody holds already stays theirs', async () => {
  const person = await missed(1, 2)
  const { id } = await house.activity()
  await person.activities.signUp({ params: { ...params, id }, body: {} })
  const late = await house.activity({ state: 'held', starts_at: ago(0) })
  await bulkInsert(house.owner, 'sign_ups', [{ center_id: house.center.id, id: house.seeded.uuid(testNow), activity_id: late.id, person_id: person.personId, number: 1, state: 'absent', ticket: 'late', created_at: ago(1), changed_at: ago(0) }])
  expect(await person.activities.signUp({ params: { ...params, id }, body: {} })).toMatchObject({ state: 'confirmed' })
  expect(await refusal(person.signUp())).toMatchObject({ code: 'activities.paused' })
})

test('staff waive one absence with a reason, and the way is free', async () => {
  const { signUp, signUps: [first = ''], noShows } = await missed(3, 2, 1)
  const staff = await house.staff()
  const waived = { params: { ...params, id: first }, body: { reason: '已电话请假' } }
  expect(await staff.noShows.waive(waived)).toMatchObject({ waiverReason: '已电话请假' })
  expect(await staff.noShows.waive({ ...waived, body: { reason: '另一个原因' } })).toMatchObject({ waiverReason: '已电话请假' })
  expect(await signUp()).toMatchObject({ state: 'confirmed' })
  expect((await noShows.mine({ params })).noShows.map(({ waiverReason }) => waiverReason)).toEqual([null, null, '已电话请假'])
  const confirmed = await (await house.signIn()).activities.signUp({ params: { ...params, id: (await house.activity()).id }, body: {} })
  expect(await refusal(staff.noShows.waive({ params: { ...params, id: confirmed.id }, body: { reason: '没有缺席' } }))).toMatchObject({ status: 404, code: 'activities.noShowNotFound' })
})

test('an appeal goes to the staff; granted, it frees at once', async () => {
  const { noShows, signUp, personId } = await missed(3, 2, 1)
  const staff = await house.staff()
  expect((await staff.noShows.listPaused({ params })).items.find((each) => each.personId === personId)).toMatchObject({ name: '林禾', pausedUntil: '2026-12-30T23:59:59.999+08:00' })
  expect(await noShows.appeal({ params, body: { text: '家里老人住院，没顾上取消' } })).toMatchObject({ appeal: { state: 'open' }, allowedActions: [] })
  expect(await refusal(noShows.appeal({ params, body: { text: '再说一次，家里有事' } }))).toMatchObject({ status: 409, code: 'activities.appealOpen' })
  const row = (await staff.noShows.listAppeals({ params, query: { state: 'open' } })).items.find((each) => each.person.personId === personId)
  expect(row).toMatchObject({ text: '家里老人住院，没顾上取消', allowedActions: ['grant', 'refuse'], person: { noShows: [{}, {}, {}] } })
  const decision = { params: { ...params, id: row?.id ?? '' }, body: { answer: '情况属实，已免除' } }
  // Two members of staff at once: one of them decides.
  const answers = await Promise.all([staff.noShows.grantAppeal(decision).then(() => 'ok', (error: ApiError) => error.code), staff.noShows.refuseAppeal(decision).then(() => 'ok', (error: ApiError) => error.code)])
  expect(answers.sort()).toEqual(['activities.appealDecided', 'ok'])
  const { appeal, pausedUntil } = await noShows.mine({ params })
  if (appeal?.state === 'granted') {
    expect(pausedUntil).toBeNull()
    expect(await signUp()).toMatchObject({ state: 'confirmed' })
  } else expect(await refusal(signUp())).toMatchObject({ code: 'activities.paused' })
})

test('refused, it says why, and another one may follow; who is not paused has nothing to appeal', async () => {
  const { noShows, signUp } = await missed(3, 2, 1)
  const staff = await house.staff()
  const sent = await noShows.appeal({ params, body: { text: '忘记取消了，抱歉' } })
  await staff.noShows.refuseAppeal({ params: { ...params, id: sent.appeal?.id ?? '' }, body: { answer: '请提前取消，把名额留给别人' } })
  expect(await noShows.mine({ params })).toMatchObject({ appeal: { state: 'refused', answer: '请提前取消，把名额留给别人' }, allowedActions: ['appeal'] })
  expect(await refusal(signUp())).toMatchObject({ code: 'activities.paused' })
  expect(await refusal((await house.signIn()).noShows.appeal({ params, body: { text: '随便申诉一下' } }))).toMatchObject({ status: 409, code: 'activities.notPaused' })
})

test('a granted appeal waives what counts now', async () => {
  const { noShows, signUp } = await missed(3, 2, 1)
  const staff = await house.staff()
  const sent = await noShows.appeal({ params, body: { text: '出差在外，没有信号' } })
  expect(await staff.noShows.grantAppeal({ params: { ...params, id: sent.appeal?.id ?? '' }, body: { answer: '可以理解' } })).toMatchObject({ state: 'granted', person: { pausedUntil: null } })
  expect(await signUp()).toMatchObject({ state: 'confirmed' })
})

test('absences at one centre pause nobody at another', async () => {
  const { activities } = await missed(3, 2, 1)
  const { id } = await house.activity({ center_id: house.other.id })
  expect(await activities.signUp({ params: { center: 'yunhai', id }, body: {} })).toMatchObject({ state: 'confirmed' })
})
