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

/** Names of every kind of sign; 科技 and 科 twice, at the start and further on. */
const oddNames = [
  'ABC科技有限公司', 'abc 科技', 'Ａｂｃ贸易（合肥）有限公司', 'ＡＢＣ贸易', '7-ELEVEn便利店', '７-Eleven 便利', '100%果汁', '100％果汁', 'a_b_c', 'a%b', 'A\\B', '科', '科技', '科技科技', '科科技', '合肥合肥面馆', '𠮷野家', '合肥𠮷野家餐饮', 'Straße 面包', 'STRAẞE 面包',
  'İstanbul 烤肉', '^科技', '  两个空格', '两 个', 'ὈΔΥΣΣΕΎΣ咖啡', '㐀龿',
]

test('the search finds what holds the term, letter case aside, in order, by the index of pairs as by the order of names', async () => {
  await bulkInsert(house.owner, 'firms', oddNames.map((name) => ({ ...aFirm(house.seeded, { center_id: house.center.id, building_id: buildingId, now: house.clock.now(), floors: 20 }), name })))
  const { rows } = await house.owner.query<{ name: string }>('select name from firms where center_id = $1 order by id limit 3', [house.center.id])
  const pieces = [...oddNames, ...rows.map(({ name }) => name)].flatMap((name) => {
    const signs = [...name]
    return [1, 2, 3].flatMap((length) => signs.map((_, from) => signs.slice(from, from + length).join('')))
  })
  const terms = [...new Set([...pieces, ...pieces.map((piece) => piece.toUpperCase()), '%', '_', '%%', '__', '科_', '科%', '\\', '^科', '有限技', '不在此'])].filter((term) => term !== '')
  const client = house.owner
  await client.query('begin')
  try {
    await client.query(`select set_config('app.center', $1, true)`, [house.center.id])
    for (const ways of [['enable_indexscan', 'enable_indexonlyscan', 'enable_seqscan'], ['enable_bitmapscan', 'enable_seqscan']]) {
      for (const way of ways) await client.query(`set local ${way} = off`)
      const { rows: wrong } = await client.query(
        `select term from unnest($1::text[]) as term
         where array(select id from search_firms(term, null, null, null, null, null, null, null, 5000) with ordinality as s order by s.ordinality)
           is distinct from array(select id from firms where center_id = $2 and position(lower(term) in lower(name)) > 0 order by name collate "C", id)`,
        [terms, house.center.id],
      )
      expect(wrong).toEqual([])
      for (const way of ways) await client.query(`set local ${way} = on`)
    }
  } finally {
    await client.query('rollback')
  }
  for (const q of ['科技', 'abc', 'ＢＣ', '合肥']) {
    const { rows: expected } = await house.owner.query<{ id: string }>('select id from firms where center_id = $1 and position(lower($2) in lower(name)) > 0 order by name collate "C", id', [house.center.id, q])
    expect((await allFirms({ q, limit: 7 })).map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
  }
  await house.owner.query('delete from firms where center_id = $1 and name = any($2)', [house.center.id, oddNames])
})

test('a rare pair is searched through the index of pairs', async () => {
  const { name } = await house.one<{ name: string }>('select name from firms where center_id = $1 order by id limit 1', [house.center.id])
  const plan = await house.owner.query<{ 'QUERY PLAN': string }>(`explain select * from firms f where center_id = $1 and name_pairs(name) @> bigrams($2)`, [house.center.id, name.slice(2, 4)])
  expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('firms_name_pairs')
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
