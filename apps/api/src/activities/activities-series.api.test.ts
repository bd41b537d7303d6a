import type { ApiError } from '@dangqun/contracts/kit/errors'
import { TestHouse, testNow } from '../app/testing/test-house.js'

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())
beforeEach(() => house.clock.set(testNow))

const params = { center: 'shangbai' }
const refusal = (attempt: Promise<unknown>) => attempt.then(() => null, (error: unknown) => error as ApiError)

async function weekly() {
  const staff = await house.staff()
  const made = await staff.activities.create({
    params,
    body: { title: '周四读书会', programme: 'blue', kind: 'reading', place: '咖啡屋', startsAt: '2026-12-03T19:00:00+08:00', endsAt: '2026-12-03T21:00:00+08:00', capacity: 20, insuranceNotice: '请看好随身物品' },
  })
  const one = { params: { ...params, id: made.id } }
  return { staff, one, made }
}

test('a series repeats every week at the same hour, and goes on after its last', async () => {
  const { staff, one, made } = await weekly()
  const { items } = await staff.activities.repeat({ ...one, body: { weeks: 2 } })
  expect(items.map(({ startsAt, state, seriesId, kind }) => [startsAt.slice(0, 16), state, seriesId, kind])).toEqual([
    ['2026-12-03T19:00', 'draft', made.id, 'reading'], ['2026-12-10T19:00', 'draft', made.id, 'reading'], ['2026-12-17T19:00', 'draft', made.id, 'reading'],
  ])
  const more = await staff.activities.repeat({ params: { ...params, id: items[1]?.id ?? '' }, body: { weeks: 1 } })
  expect(more.items.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(['2026-12-03', '2026-12-10', '2026-12-17', '2026-12-24'])
  const listed = await staff.activities.list({ params, query: { seriesId: made.id, when: 'all' } })
  expect(listed.items).toHaveLength(4)
})

test('all of it is published at once; what cannot be is left', async () => {
  const { staff, one } = await weekly()
  expect(await refusal(staff.activities.publishSeries({ ...one, body: {} }))).toMatchObject({ status: 409, code: 'activities.noSeries' })
  await staff.activities.repeat({ ...one, body: { weeks: 2 } })
  house.clock.set(new Date('2026-12-04T10:00:00+08:00'))
  const { items } = await staff.activities.publishSeries({ ...one, body: {} })
  expect(items.map(({ state }) => state)).toEqual(['draft', 'published', 'published'])
})

test('a change for this and the following moves each by as much and leaves the earlier ones', async () => {
  const { staff, one } = await weekly()
  const { items } = await staff.activities.repeat({ ...one, body: { weeks: 2 } })
  const second = { params: { ...params, id: items[1]?.id ?? '' } }
  await staff.activities.update({ ...second, body: { withFollowing: true, place: '三楼报告厅', startsAt: '2026-12-10T19:30:00+08:00', capacity: 30 } })
  const after = (await staff.activities.list({ params, query: { seriesId: items[0]?.id, when: 'upcoming' } })).items
  expect(after.map(({ startsAt, place, capacity }) => [startsAt.slice(0, 16), place, capacity])).toEqual([
    ['2026-12-03T19:00', '咖啡屋', 20], ['2026-12-10T19:30', '三楼报告厅', 30], ['2026-12-17T19:30', '三楼报告厅', 30],
  ])
  expect(await refusal(staff.activities.update({ params: { ...params, id: (await house.activity()).id }, body: { withFollowing: true, place: '别处' } }))).toMatchObject({ code: 'activities.noSeries' })
})

test('a copy is a draft of its own, on the next such weekday ahead', async () => {
  const { staff, one } = await weekly()
  house.clock.set(new Date('2026-12-20T10:00:00+08:00'))
  const copy = await staff.activities.copy({ ...one, body: {} })
  expect(copy).toMatchObject({ title: '周四读书会', state: 'draft', seriesId: null, kind: 'reading', insuranceNotice: '请看好随身物品', taken: 0, version: 1, sceneCode: null })
  expect(copy.startsAt).toBe('2026-12-24T19:00:00.000+08:00')
})

test('lists filter by kind', async () => {
  const { staff, made } = await weekly()
  await house.activity({ kind: 'training' })
  const { items } = await staff.activities.list({ params, query: { kind: 'reading', when: 'upcoming', q: '周四' } })
  expect(items.some(({ id }) => id === made.id)).toBe(true)
  expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['reading']))
})
