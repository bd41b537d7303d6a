import type { ApiError } from '@dangqun/contracts/kit/errors'
import { TestHouse, testNow } from '../app/testing/test-house.js'

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())
beforeEach(() => house.clock.set(testNow))

const at = (slug = 'shangbai') => ({ params: { center: slug } })
const manager = () => house.signIn({ role: 'center_manager', center: house.center })
const refusal = (attempt: Promise<unknown>) => attempt.then(() => Promise.reject(new Error('it was not refused')), (error: ApiError) => error)

test('the manager sets hours with breaks and special days, and the card says what holds now', async () => {
  const { centers } = await manager()
  const { version } = await centers.get(at())
  const changed = await centers.update({ ...at(), body: {
    version,
    phone: '０５５１-６００００００９',
    openingHours: [{ weekday: 2, opens: '14:00', closes: '18:00' }, { weekday: 2, opens: '08:30', closes: '12:00' }],
    specialDays: [{ date: '2026-12-08', spans: [], note: '消防检修' }, { date: '2026-11-30', spans: [], note: '已过去' }],
  } })
  expect(changed).toMatchObject({
    version: version + 1, phone: '0551-60000009', opening: { isOpen: true, closesAt: '12:00' }, allowedActions: ['update'],
    openingHours: [{ opens: '08:30' }, { opens: '14:00' }], specialDays: [{ date: '2026-12-08', note: '消防检修' }],
  })
  house.clock.set(new Date('2026-12-01T18:00:00+08:00'))
  const card = await house.anonymous.centers.get(at())
  expect(card).toMatchObject({ opening: { isOpen: false, opensAt: '2026-12-15T08:30:00.000+08:00', note: null }, allowedActions: [] })
  expect(await house.one("select center_id, data -> 'fields' as fields from audit_facts where fact = 'centers.updated'")).toEqual({ center_id: house.center.id, fields: ['phone', 'opening_hours', 'special_days'] })
  // The neighbour's card is as it was.
  expect(await house.anonymous.centers.get(at('yunhai'))).toMatchObject({ version: 1, phone: '0551-60000000', specialDays: [] })
})

test('of two changes based on the same card one wins, and the other is told the newest version', async () => {
  const { centers } = await manager()
  const { version } = await centers.get(at())
  const answers = await Promise.allSettled(['一', '二'].map((about) => centers.update({ ...at(), body: { version, about } })))
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await refusal(centers.update({ ...at(), body: { version, about: '三' } }))).toMatchObject({ status: 409, code: 'request.changedMeanwhile', details: { version: version + 1 } })
})

test('hours that contradict each other come back with their place', async () => {
  const { centers } = await manager()
  const error = await refusal(centers.update({ ...at(), body: {
    version: 0,
    openingHours: [{ weekday: 1, opens: '09:00', closes: '12:00' }, { weekday: 2, opens: '12:00', closes: '12:00' }, { weekday: 1, opens: '11:00', closes: '14:00' }],
    specialDays: [{ date: '2026-12-08', spans: [{ opens: '10:00', closes: '09:00' }], note: '早' }, { date: '2026-12-08', spans: [], note: '又' }],
  } }))
  expect(error.fields).toEqual({ 'openingHours.1.closes': '关门要晚于开门', 'openingHours.2.closes': '和同一天的另一段时间重叠', 'specialDays.0.spans.0.closes': '关门要晚于开门', 'specialDays.1.date': '同一天只能写一次' })
})

test('row-level security keeps a transaction of one centre from another one’s card', async () => {
  const before = await house.anonymous.centers.get(at('yunhai'))
  const { Units } = await import('../platform/database/units.js')
  const changed: unknown[] = await house.app.get(Units).runAt(house.center.id, (each) => each.query("update centers set phone = '000000' where slug = 'yunhai' returning 1"))
  expect(changed[0]).toEqual([])
  expect((await house.anonymous.centers.get(at('yunhai'))).phone).toBe(before.phone)
})

describe('the list', () => {
  beforeAll(async () => {
    await house.owner.query("update centers set name = '尚百商圈党群服务中心', latitude = 31.7803, longitude = 117.2218 where slug = 'shangbai'")
    await house.owner.query("update centers set name = '云海商圈党群服务中心', address = '云帆大厦二楼', latitude = 31.7621, longitude = 117.2405 where slug = 'yunhai'")
    await house.owner.query("insert into centers (slug, name, address, phone, about) values ('aaa', '还没标位置的党群服务中心', '老街 1 号', '', '')")
    await house.owner.query("insert into public_codes (code, center_id, kind) select '22222222', id, 'center' from centers where slug = 'aaa'")
  })
  const slugs = async (query: { q?: string; near?: string }) => (await house.anonymous.centers.list({ query })).items.map(({ slug }) => slug)

  test('is found by two characters of name or address', async () => {
    expect(await slugs({})).toEqual(['aaa', 'shangbai', 'yunhai'])
    expect(await slugs({ q: '云海' })).toEqual(['yunhai'])
    expect(await slugs({ q: '云帆' })).toEqual(['yunhai'])
    expect(await slugs({ q: '%%' })).toEqual([])
    expect((await refusal(house.anonymous.centers.list({ query: { q: '云' } }))).status).toBe(400)
  })

  test('goes from near to far when a place is given, those without one last, page by page', async () => {
    const near = '31.762149,117.240512'
    const page = await house.anonymous.centers.list({ query: { near } })
    expect(page.items.map(({ slug, distance }) => [slug, distance])).toEqual([['yunhai', expect.any(Number)], ['shangbai', expect.any(Number)], ['aaa', null]])
    expect(page.items[0]?.distance).toBeLessThan(50)
    // About 2.7 km between the two, by any map.
    expect(Math.abs((page.items[1]?.distance ?? 0) - 2690)).toBeLessThan(60)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const one = await house.anonymous.centers.list({ query: { near, limit: 1, ...(cursor ? { cursor } : {}) } })
      seen.push(...one.items.map(({ slug }) => slug))
      cursor = one.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(['yunhai', 'shangbai', 'aaa'])
  })

  test('refuses a place that is none and a cursor that it did not write', async () => {
    for (const near of ['here', '91,0', '0,181', '1;2', '31.7']) expect((await refusal(house.anonymous.centers.list({ query: { near } }))).status).toBe(400)
    const cursor = Buffer.from(JSON.stringify(['x', 'aaa'])).toString('base64url')
    expect((await refusal(house.anonymous.centers.list({ query: { cursor } }))).status).toBe(400)
  })
})
