import { bulkInsert } from '../platform/database/bulk-insert.js'
import { TestHouse, type Clients } from '../app/testing/test-house.js'
import { aFirm } from './organization.factory.js'

let house: TestHouse
let staff: Clients
let buildingId: string

beforeAll(async () => {
  house = await TestHouse.open()
  staff = await house.staff()
  const now = house.clock.now()
  for (const { id } of [house.center, house.other]) {
    const building = { center_id: id, id: house.seeded.uuid(now), name: '尚泽大厦', address: '', place: 0 }
    await bulkInsert(house.owner, 'buildings', [building])
    await bulkInsert(house.owner, 'firms', Array.from({ length: 1500 }, () => aFirm(house.seeded, { center_id: id, building_id: building.id, now, floors: 20 })))
    if (id === house.center.id) buildingId = building.id
  }
  await house.owner.query('analyze firms')
})
afterAll(() => house.close())

async function allFirms(query: object): Promise<{ id: string; name: string; kind: string }[]> {
  const found = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof staff.firms.listFirms>> = await staff.firms.listFirms({ params: { center: 'shangbai' }, query: { limit: 50, ...query, ...(cursor ? { cursor } : {}) } })
    found.push(...page.items)
    cursor = page.nextCursor
  } while (cursor)
  return found
}

test('two Chinese characters find every firm of this centre that has them, and no other', async () => {
  const { rows } = await house.owner.query<{ id: string }>(`select id from firms where center_id = $1 and name like '%科技%' order by name collate "C", id`, [house.center.id])
  expect(rows.length).toBeGreaterThan(50)
  expect((await allFirms({ q: '科技' })).map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
})

test('filters combine; without any, everything comes once', async () => {
  const everything = await allFirms({})
  expect(new Set(everything.map(({ id }) => id)).size).toBe(1500)
  const shops = await allFirms({ kind: 'individual', buildingId })
  expect(shops.length).toBeGreaterThan(0)
  expect(shops.length).toBeLessThan(1500)
  expect(new Set(shops.map(({ kind }) => kind))).toEqual(new Set(['individual']))
})

test('signs of patterns are letters like any other', async () => {
  expect(await allFirms({ q: '%%' })).toEqual([])
  expect(await allFirms({ q: '__' })).toEqual([])
})

test('the search goes through the bigram index', async () => {
  const { name } = await house.one<{ name: string }>('select name from firms where center_id = $1 order by id limit 1', [house.center.id])
  const plan = await house.owner.query<{ 'QUERY PLAN': string }>(`explain select * from firms f where center_id = $1 and bigrams(name) @> bigrams($2)`, [house.center.id, name.slice(2, 4)])
  expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('firms_bigrams')
})

test('my data at one centre is not my data at another', async () => {
  const person = await house.signIn()
  await person.organization.updateMyPerson({ params: { center: 'shangbai' }, body: { name: '林禾', phone: '19900001234' } })
  expect(await person.organization.updateMyPerson({ params: { center: 'shangbai' }, body: { name: '林小禾' } })).toEqual({ name: '林小禾', phone: '19900001234' })
  expect(await person.organization.getMyPerson({ params: { center: 'yunhai' } })).toEqual({ name: null, phone: null })
  const facts = await house.owner.query(`select data from audit_facts where fact = 'organization.personUpdated' order by id`)
  expect(facts.rows.map(({ data }) => data)).toEqual([{ fields: ['name', 'phone'] }, { fields: ['name'] }])
})

test('a PATCH that travels as POST, as WeChat sends it, is the same PATCH', async () => {
  const person = await house.signIn()
  const send = (override: string) =>
    fetch(`${house.url}/api/v1/centers/shangbai/persons/me`, {
      method: 'POST', body: JSON.stringify({ name: '林禾' }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${person.token}`, 'x-http-method-override': override },
    })
  expect((await send('DELETE')).status).toBe(404)
  expect((await send('PATCH')).status).toBe(200)
  expect(await person.organization.getMyPerson({ params: { center: 'shangbai' } })).toMatchObject({ name: '林禾' })
})
