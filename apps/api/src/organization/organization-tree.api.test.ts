import { ApiError } from '@dangqun/contracts/kit/errors'
import pg from 'pg'
import { TestHouse, type Clients } from '../app/testing/test-house.js'
import type { PlainOrganization } from './organization.factory.js'

let house: TestHouse
let staff: Clients
let committee: PlainOrganization
let quarter: PlainOrganization
const center = 'shangbai'

beforeAll(async () => {
  house = await TestHouse.open()
  staff = await house.staff()
  committee = await house.organization({ name: '莲花社区党委' })
  quarter = await house.organization({ name: '尚百商圈党总支', kind: 'general_branch', tier: 'core', reports_to: committee.id })
})
afterAll(() => house.close())

let serial = 0
const create = (changes: object = {}) =>
  staff.tree.createOrganization({ params: { center }, body: { name: `支部${++serial}`, fullName: `中共某某支部委员会${serial}`, kind: 'branch', reportsTo: quarter.id, ...changes } })
const move = (id: string, reportsTo: string | null, version = 1) => staff.tree.moveOrganization({ params: { center, id }, body: { reportsTo, version } })
const codeOf = (error: unknown) => (error instanceof ApiError ? error.code : 'no refusal')

test('a branch of the quarter: who approves and who endorses follows from whom it reports to', async () => {
  const branch = await create({ code: '034000000001' })
  expect(branch).toMatchObject({
    path: [{ id: committee.id }, { id: quarter.id }], approvingCommittee: { id: committee.id, fullName: committee.full_name },
    endorsingGeneralBranches: [{ id: quarter.id }], allowedActions: ['update', 'move', 'dissolve'],
  })
  const moved = await move(branch.id, committee.id)
  expect(moved).toMatchObject({ path: [{ id: committee.id }], endorsingGeneralBranches: [], version: 2 })
  expect(await house.one(`select data from audit_facts where fact = 'organization.moved' and subject_id = $1`, [branch.id])).toEqual({ data: { from: quarter.id, to: committee.id } })
})

test('a partner works with the quarter and reports elsewhere: another committee approves for it', async () => {
  const police = await house.organization({ name: '公安分局党委' })
  const station = await create({ reportsTo: police.id, partnersWith: quarter.id, tier: 'member' })
  expect(station).toMatchObject({ approvingCommittee: { id: police.id }, partnersWith: { id: quarter.id } })
  const chart = await house.anonymous.tree.readPublicTree({ params: { center } })
  expect(chart.core).toEqual({ name: '尚百商圈党总支', kind: 'general_branch', tier: 'core' })
  expect(chart.partners).toEqual([{ name: station.name, kind: 'branch', tier: 'member' }])
  expect(JSON.stringify(chart)).not.toContain(station.id)
})

test.each([
  ['a branch under a branch', async () => create({ reportsTo: (await create()).id }), 'organization.upperUnfit'],
  ['a branch under nobody', () => create({ reportsTo: null }), 'organization.upperUnfit'],
  ['an upper that is another centre’s', async () => create({ reportsTo: (await house.organization({ center_id: house.other.id })).id }), 'organization.upperNotFound'],
  ['a second core', () => create({ tier: 'core' }), 'organization.coreTaken'],
  ['a code that is taken', async () => create({ code: (await create({ code: '034000000777' })).code }), 'organization.codeTaken'],
  ['a code of eleven digits', () => create({ code: '03400000077' }), 'request.invalid'],
  ['a branch that would approve', () => create({ canApproveProbationary: true }), 'request.invalid'],
  ['a partner of nobody', () => create({ kind: 'partner', reportsTo: null }), 'request.invalid'],
])('refused: %s', async (_, attempt, code) => {
  expect(await attempt().then(() => 'done', codeOf)).toBe(code)
})

test('nobody reports to oneself, directly or over others', async () => {
  const low = await create({ kind: 'committee', reportsTo: committee.id })
  const lowest = await create({ kind: 'committee', reportsTo: low.id })
  for (const upper of [low.id, lowest.id]) await expect(move(low.id, upper)).rejects.toMatchObject({ status: 409, code: 'organization.wouldCircle' })
})

test('what stands in the way of dissolving is counted', async () => {
  const upper = await create({ kind: 'general_branch', reportsTo: committee.id })
  const branch = await create({ reportsTo: upper.id })
  const partner = await create({ kind: 'partner', reportsTo: null, partnersWith: upper.id })
  const dissolve = (id: string, version = 1) => staff.tree.dissolveOrganization({ params: { center, id }, body: { reason: '撤并', version } })
  await expect(dissolve(upper.id)).rejects.toMatchObject({ status: 409, code: 'organization.stillHolds', details: { children: 1, partners: 1 }, message: '还不能撤销：有 1 个下级组织、有 1 个共建单位，请先移走' })
  await dissolve(branch.id)
  await dissolve(partner.id)
  expect(await dissolve(upper.id)).toMatchObject({ dissolveReason: '撤并', allowedActions: [] })
  await expect(dissolve(upper.id, 2)).rejects.toMatchObject({ code: 'organization.dissolved' })
  // Its name is free again, and nothing is put under it any more.
  await create({ kind: 'general_branch', reportsTo: committee.id, fullName: upper.fullName })
  expect(await create({ reportsTo: upper.id }).then(() => 'done', codeOf)).toBe('organization.upperNotFound')
})

test('an outdated version changes nothing', async () => {
  const branch = await create()
  await staff.tree.updateOrganization({ params: { center, id: branch.id }, body: { contactName: '林禾', version: 1 } })
  await expect(staff.tree.updateOrganization({ params: { center, id: branch.id }, body: { contactName: '陈川', version: 1 } })).rejects.toMatchObject({ code: 'request.changedMeanwhile' })
  expect(await staff.tree.getOrganization({ params: { center, id: branch.id } })).toMatchObject({ contactName: '林禾', version: 2 })
})

test('the list is found by part of a name or by the whole code, page by page', async () => {
  const found = await create({ name: '寻找联合支部', kind: 'joint_branch', code: '034000000888' })
  const list = (query: object) => staff.tree.listOrganizations({ params: { center }, query })
  expect((await list({ q: '寻找' })).items.map(({ id }) => id)).toEqual([found.id])
  expect((await list({ q: '034000000888' })).items.map(({ id }) => id)).toEqual([found.id])
  const ids: string[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Awaited<ReturnType<typeof list>> = await list({ limit: 3, ...(cursor ? { cursor } : {}) })
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect([...ids].sort()).toEqual((await staff.tree.readTree({ params: { center } })).nodes.map(({ id }) => id).sort())
})

describe('two moves that close a circle only together', () => {
  const inCircle = (ids: string[]) => house.one<{ circles: boolean }>('select bool_and(reports_to is not null) as circles from organizations where id = any($1)', [ids])
  const pair = async () => [await house.organization({ reports_to: committee.id }), await house.organization({ reports_to: committee.id })] as const

  /** Both look first, then both write: by the owner, past the service. */
  async function bothAtOnce(a: string, b: string): Promise<PromiseSettledResult<unknown>[]> {
    const others = await Promise.all([0, 1].map(async () => {
      const client = new pg.Client({ connectionString: house.config.databaseUrl })
      await client.connect()
      await client.query('begin')
      return client
    }))
    const [one, two] = others as [pg.Client, pg.Client]
    const write = async (client: pg.Client, id: string, upper: string) => {
      await client.query('update organizations set reports_to = $2 where id = $1', [id, upper])
      await client.query('commit')
    }
    const ended = await Promise.allSettled([write(one, a, b), write(two, b, a)])
    await Promise.all(others.map((client) => client.end()))
    return ended
  }

  test('without the trigger both go through and the tree has a circle', async () => {
    const [a, b] = await pair()
    await house.owner.query('alter table organizations disable trigger organizations_keep_tree')
    try {
      expect((await bothAtOnce(a.id, b.id)).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
      const { rows } = await house.owner.query('select id from organizations where (id = $1 and reports_to = $2) or (id = $2 and reports_to = $1)', [a.id, b.id])
      expect(rows).toHaveLength(2)
    } finally {
      await house.owner.query('update organizations set reports_to = $3 where id in ($1, $2)', [a.id, b.id, committee.id])
      await house.owner.query('alter table organizations enable trigger organizations_keep_tree')
    }
  })

  test('with it the database lets exactly one through', async () => {
    for (let round = 0; round < 20; round++) {
      const [a, b] = await pair()
      const ended = await bothAtOnce(a.id, b.id)
      expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(ended.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { constraint: 'organizations_no_circle' } })
    }
  })

  test('over the API one is done and the other told why', async () => {
    for (let round = 0; round < 20; round++) {
      const [a, b] = await pair()
      const ended = await Promise.allSettled([move(a.id, b.id), move(b.id, a.id)])
      expect(ended.map((each) => (each.status === 'fulfilled' ? 'done' : codeOf(each.reason))).sort()).toEqual(['done', 'organization.wouldCircle'])
      expect((await inCircle([a.id, b.id])).circles).toBe(true)
    }
  })
})
