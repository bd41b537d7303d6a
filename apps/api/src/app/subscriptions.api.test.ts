import { randomUUID } from 'node:crypto'
import { ActivitiesEvents } from '../activities/activities.events.js'
import { signUpsFor } from '../activities/activities.factory.js'
import { NoticesService, type Told } from '../notices/notices.service.js'
import { Clock } from '../platform/clock/clock.js'
import { bulkInsert } from '../platform/database/bulk-insert.js'
import { Units } from '../platform/database/units.js'
import { Jobs } from '../platform/jobs/jobs.js'
import { Subscriptions } from './subscriptions.js'
import { TestHouse, testNow, type Clients } from './testing/test-house.js'

let house: TestHouse
let staff: Clients
beforeAll(async () => {
  house = await TestHouse.open()
  staff = await house.staff()
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(testNow))

const params = { center: 'shangbai' }

/** The job comes by itself; nothing else would put a notice there. */
async function firstNotice(worker: Clients, skip = 0) {
  for (;;) {
    const { items } = await worker.notices.listMine({ params, query: {} })
    if (items.length > skip) return items[0]
    await new Promise((next) => setTimeout(next, 20))
  }
}

test('a change of time or place is told to everyone with a place or a turn, in words; other changes are not', async () => {
  const activity = await house.activity({ title: '读书会', capacity: 1, place: '二楼' })
  const one = { params: { ...params, id: activity.id } }
  const [placed, waiting, gone, late] = await house.signInEach(4)
  if (!placed || !waiting || !gone || !late) throw new Error('four were asked for')
  for (const worker of [placed, waiting]) await worker.activities.signUp({ ...one, body: {} })
  const left = await gone.activities.signUp({ ...one, body: {} })
  await gone.activities.cancelSignUp({ params: { ...params, id: left.id }, body: {} })
  await staff.activities.update({ ...one, body: { description: '带一本书来', capacity: 1 } })
  house.clock.advance(1000)
  await staff.activities.update({ ...one, body: { place: '三楼报告厅', startsAt: '2026-12-05T14:00:00+08:00', endsAt: '2026-12-05T16:00:00+08:00' } })
  for (const worker of [placed, waiting]) {
    expect(await firstNotice(worker)).toMatchObject({ kind: 'activities.changed', body: '「读书会」时间改为 12月5日（周六）14:00–16:00，地点改为 三楼报告厅', subject: { slice: 'activities', id: activity.id } })
    expect(await worker.notices.countUnread({ params })).toEqual({ unread: 1 })
  }
  house.clock.advance(1000)
  await late.activities.signUp({ ...one, body: {} })
  const changes = await house.owner.query<{ id: string }>('select id from activity_changes where activity_id = $1', [activity.id])
  expect(changes.rows).toHaveLength(1)
  await house.app.get(Subscriptions).tellOfChange({ centerId: house.center.id, subjectId: changes.rows[0]?.id ?? '' })
  for (const worker of [gone, late]) expect(await worker.notices.countUnread({ params })).toEqual({ unread: 0 })
})

test('an activity called off tells with its reason those who lost their place, and nobody of a draft', async () => {
  const activity = await house.activity({ title: '急救培训' })
  const draft = await house.activity({ state: 'draft' })
  const worker = await house.signIn()
  await worker.activities.signUp({ params: { ...params, id: activity.id }, body: {} })
  await staff.activities.cancel({ params: { ...params, id: draft.id }, body: {} })
  house.clock.advance(1000)
  await staff.activities.cancel({ params: { ...params, id: activity.id }, body: { reason: '讲师生病，问 13800138000' } })
  expect(await firstNotice(worker)).toMatchObject({ kind: 'activities.cancelled', body: '「急救培训」已取消，你不用再做什么。原因：讲师生病，问 （号码略）' })
})

test('closing says nothing; opening sign-up again does', async () => {
  const activity = await house.activity({ title: '读书会' })
  const one = { params: { ...params, id: activity.id }, body: {} }
  const worker = await house.signIn()
  await worker.activities.signUp(one)
  await staff.activities.close(one)
  await staff.activities.publish(one)
  expect(await firstNotice(worker)).toMatchObject({ kind: 'activities.reopened' })
  expect(await worker.notices.countUnread({ params })).toEqual({ unread: 1 })
})

describe('a crash between batches', () => {
  const people = 450

  async function aChange(): Promise<string> {
    const activity = await house.activity({ capacity: people })
    const persons = Array.from({ length: people }, () => ({ center_id: house.center.id, id: house.seeded.uuid(testNow) }))
    const signUps = signUpsFor(house.seeded, activity, persons.map(({ id }) => id), new Date(testNow.getTime() - 86_400_000 * 3))
    await bulkInsert(house.owner, 'persons', persons)
    await bulkInsert(house.owner, 'sign_ups', signUps)
    const id = randomUUID()
    // By hand, so that no job of it runs beside this test.
    await bulkInsert(house.owner, 'activity_changes', [{ center_id: house.center.id, id, activity_id: activity.id, kind: 'changed', words: '地点改为 三楼', created_at: testNow }])
    return id
  }
  const told = (change: string) => house.one('select count(*)::int as notices, count(distinct person_id)::int as people from notices where occurrence = $1', [change])

  test('leaves nobody out and tells nobody twice when the job comes again', async () => {
    const change = await aChange()
    const { app } = house
    const notices = app.get(NoticesService)
    let batches = 0
    let handedOver = 0
    const dying = Object.assign(Object.create(notices) as NoticesService, {
      tell: async (scope: Parameters<NoticesService['tell']>[0], ...given: Told[]) => {
        handedOver += given.length
        const count = await notices.tell(scope, ...given)
        // After the rows of the second batch were written, before they were committed.
        if (++batches === 2) throw new Error('the process dies')
        return count
      },
    })
    const subscriptions = new Subscriptions(app.get(Jobs), app.get(Units), app.get(Clock), app.get(ActivitiesEvents), dying)
    const run = () => subscriptions.tellOfChange({ centerId: house.center.id, subjectId: change })
    await expect(run()).rejects.toThrow('the process dies')
    expect(await told(change)).toEqual({ notices: 200, people: 200 })
    await run()
    expect(await told(change)).toEqual({ notices: people, people })
    // Without the key that lets each be told once, whoever was in the first batch would have it twice.
    expect(handedOver).toBe(400 + people)
  })

  test('nor when two workers run it at once', async () => {
    const change = await aChange()
    const run = () => house.app.get(Subscriptions).tellOfChange({ centerId: house.center.id, subjectId: change })
    await Promise.all([run(), run()])
    expect(await told(change)).toEqual({ notices: people, people })
  })
})
