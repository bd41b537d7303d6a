import { creditCodeCheck } from '@dangqun/contracts/kit/numbers.schemas'
import { industryDivisions } from '@dangqun/contracts/organization/firms/vocabulary'
import { TestHouse, type Clients } from '../app/testing/test-house.js'
import type { PlainFirm } from './organization.factory.js'

let house: TestHouse
let staff: Clients
let buildingId: string
const params = { center: 'shangbai' }

beforeAll(async () => {
  house = await TestHouse.open()
  staff = await house.staff()
  buildingId = (await house.firm()).building_id
})
afterAll(() => house.close())

let serial = 0
function aCode(): string {
  const first17 = `91990101MA${String(++serial).padStart(7, '0')}`
  return first17 + creditCodeCheck(first17)
}
const given = (changes: object = {}) =>
  ({ name: '合肥晨禾商贸有限公司', creditCode: null, kind: 'company' as const, size: 'small' as const, industry: '52', buildingId, floor: 12, room: '1203', foundedOn: '2019-05-01', tags: [], ...changes })
async function severalFirms(count: number): Promise<PlainFirm[]> {
  const firms = []
  for (let index = 0; index < count; index++) firms.push(await house.firm({ building_id: buildingId }))
  return firms
}
const create = (changes: object = {}) => staff.firms.createFirm({ params, body: given(changes) })

test('a firm is entered, found by its code however it was typed, and corrected', async () => {
  const code = aCode()
  const made = await create({ creditCode: `${code.slice(0, 8).toLowerCase()} ${code.slice(8)}`, tags: ['沿街', '沿街'] })
  expect(made).toMatchObject({ creditCode: code, industry: '52', floor: 12, tags: ['沿街'], version: 1, branch: null, allowedActions: ['update'] })
  expect((await staff.firms.listFirms({ params, query: { q: code } })).items.map(({ id }) => id)).toEqual([made.id])
  expect(await staff.firms.updateFirm({ params: { ...params, id: made.id }, body: { version: 1, room: '1204', floor: 12 } })).toMatchObject({ room: '1204', version: 2 })
  // What changes nothing leaves no trace.
  expect(await staff.firms.updateFirm({ params: { ...params, id: made.id }, body: { version: 2, room: '1204' } })).toMatchObject({ version: 2 })
})

test('who saves second is told what changed meanwhile', async () => {
  const { id } = await create()
  await staff.firms.updateFirm({ params: { ...params, id }, body: { version: 1, floor: 3, industry: '62' } })
  await staff.firms.tagFirms({ params, body: { ids: [id], add: ['走访'] } })
  await expect(staff.firms.updateFirm({ params: { ...params, id }, body: { version: 1, name: '合肥晨禾餐饮有限公司' } })).rejects.toMatchObject({ status: 409, code: 'request.changedMeanwhile', details: { version: 3, fields: ['industry', 'floor', 'tags'] } })
  await expect(staff.firms.updateFirm({ params: { ...params, id }, body: { version: 2, name: '合肥晨禾餐饮有限公司' } })).rejects.toMatchObject({ details: { fields: ['tags'] } })
})

test('the history says who changed which fields, latest first', async () => {
  const { id } = await create()
  await staff.firms.updateFirm({ params: { ...params, id }, body: { version: 1, size: 'medium' } })
  const { items } = await staff.audit.history({ params: { ...params, kind: 'firm', id }, query: {} })
  expect(items).toMatchObject([{ fact: 'organization.firmUpdated', data: { fields: ['size'] }, actor: { roles: ['center_staff'] } }, { fact: 'organization.firmCreated' }])
})

test.each([
  ['a code with a wrong last character', { creditCode: '91990101MA00000010' }],
  ['an industry that the standard does not have', { industry: '98' }],
  ['a building of another centre', async () => ({ buildingId: (await house.firm({ center_id: house.other.id })).building_id })],
  ['floor zero', { floor: 0 }],
  ['eleven tags', { tags: Array.from({ length: 11 }, (_, index) => `标签${index}`) }],
])('refused: %s', async (_, changes) => {
  await expect(create(typeof changes === 'function' ? await changes() : changes)).rejects.toMatchObject({ status: 400, code: 'request.invalid' })
})

test('the database knows a right code from a wrong one as the contract does', async () => {
  const codes = Array.from({ length: 300 }, () => {
    const first17 = `91${String(house.seeded.int(100_000, 659_999))}${Array.from({ length: 9 }, () => '0123456789ABCDEFGHJKLMNPQRTUWXY'[house.seeded.int(0, 30)]).join('')}`
    return first17 + creditCodeCheck(first17)
  })
  const wrong = codes.map((code) => code.slice(0, 16) + (code[16] === '7' ? '8' : '7') + code.slice(17))
  const { rows } = await house.owner.query<{ code: string; right: boolean }>('select code, is_credit_code(code) as "right" from unnest($1::text[]) as code', [[...codes, ...wrong, codes[0]?.slice(1), `${codes[0]}0`]])
  expect(rows.map(({ right }) => right)).toEqual([...codes.map(() => true), ...wrong.map(() => false), false, false])
  await expect(house.owner.query('update firms set credit_code = $1 where building_id = $2', [wrong[0], buildingId])).rejects.toMatchObject({ constraint: 'firms_credit_code' })
})

test('one code, one firm at a centre: of many that are entered at once one stands, and another centre may have its own', async () => {
  const creditCode = aCode()
  const several = await Promise.all(Array.from({ length: 8 }, () => create({ creditCode }).then(() => 'made', (error: { code: string }) => error.code)))
  expect(several.filter((outcome) => outcome === 'made')).toHaveLength(1)
  expect(new Set(several)).toEqual(new Set(['made', 'organization.creditCodeTaken']))
  await expect(create({ creditCode })).rejects.toMatchObject({ details: { firm: { name: '合肥晨禾商贸有限公司' } } })
  const elsewhere = await house.firm({ center_id: house.other.id })
  const neighbour = await house.staff(house.other)
  expect(await neighbour.firms.updateFirm({ params: { center: 'yunhai', id: elsewhere.id }, body: { version: 1, creditCode } })).toMatchObject({ creditCode })
})

test('without the unique index, looking first lets many in', async () => {
  const creditCode = aCode()
  const connections = await Promise.all(Array.from({ length: 6 }, () => house.connect()))
  try {
    await house.owner.query('create table firms_unguarded (credit_code text)')
    await Promise.all(connections.map((each) => each.query('begin isolation level read committed')))
    const seen = await Promise.all(connections.map((each) => each.query('select 1 from firms_unguarded where credit_code = $1', [creditCode])))
    await Promise.all(connections.filter((_, index) => seen[index]?.rowCount === 0).map((each) => each.query('insert into firms_unguarded values ($1)', [creditCode])))
    await Promise.all(connections.map((each) => each.query('commit')))
    expect(await house.one('select count(*)::int as count from firms_unguarded')).toEqual({ count: 6 })
  } finally {
    await house.owner.query('drop table firms_unguarded')
    for (const each of connections) await each.end()
  }
})

test('tags go on and off many firms at once, all or none', async () => {
  const firms = [await create({ tags: ['旧'] }), await create(), await create({ tags: ['走访'] })]
  const ids = firms.map(({ id }) => id)
  expect(await staff.firms.tagFirms({ params, body: { ids, add: ['走访'], remove: ['旧'] } })).toEqual({ changed: 2 })
  expect((await staff.firms.listFirms({ params, query: { tag: '走访', buildingId } })).items.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
  expect((await staff.firms.listFirmTags({ params })).items).toContainEqual({ tag: '走访', count: 4 })
  const elsewhere = await house.firm({ center_id: house.other.id })
  await expect(staff.firms.tagFirms({ params, body: { ids: [...ids, elsewhere.id], add: ['夜市'] } })).rejects.toMatchObject({ status: 404 })
  const full = await create({ tags: Array.from({ length: 10 }, (_, index) => `标签${index}`) })
  await expect(staff.firms.tagFirms({ params, body: { ids: [...ids, full.id], add: ['夜市'] } })).rejects.toMatchObject({ status: 409, code: 'organization.tagsFull' })
  expect((await staff.firms.listFirms({ params, query: { tag: '夜市' } })).items).toEqual([])
})

test('two who tag the same firms in opposite order both get through, and nothing is lost', async () => {
  const ids = (await severalFirms(30)).map(({ id }) => id)
  await Promise.all(Array.from({ length: 8 }, (_, index) => staff.firms.tagFirms({ params, body: { ids: index % 2 ? ids : [...ids].reverse(), add: [`标签${index}`] } })))
  const { rows } = await house.owner.query('select distinct cardinality(tags) as tags, version from firms where id = any($1)', [ids])
  expect(rows).toEqual([{ tags: 8, version: 9 }])
})

test('coverage counts who may found a branch, who has one and whom a joint branch reaches', async () => {
  const quarter = await house.organization({ kind: 'general_branch', reports_to: (await house.organization()).id })
  const joint = await house.organization({ kind: 'joint_branch', reports_to: quarter.id })
  const firms = await severalFirms(12)
  const standing = { category: 'full', flow: 'normal', joined_on: '2015-01-01', probation_ends_on: '2016-01-01', confirmed_on: '2016-01-01', extended_to: null } as const
  // Six with three full members, four of them with a branch; five more with one member in the joint branch.
  for (const [index, firm] of firms.slice(0, 11).entries()) {
    const own = index < 4 ? await house.organization({ kind: 'branch', reports_to: quarter.id, firm_id: firm.id }) : joint
    for (let member = 0; member < (index < 6 ? 3 : 1); member++) await house.member({ branch_id: own.id, firm_id: firm.id, ...standing })
  }
  await house.member({ branch_id: joint.id, firm_id: firms[11]?.id ?? null, ...standing })
  expect(await staff.firms.readCoverage({ params })).toMatchObject({ eligible: 6, founded: 4, total: { own: 4, joint: 8, reached: 12 } })
  expect((await staff.firms.getFirm({ params: { ...params, id: firms[0]?.id ?? '' } })).branch).not.toBeNull()
})

test('the standard has 97 divisions', () => {
  expect(Object.keys(industryDivisions).sort()).toEqual(Array.from({ length: 97 }, (_, index) => String(index + 1).padStart(2, '0')))
})
