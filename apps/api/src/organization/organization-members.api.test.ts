import { ApiError } from '@dangqun/contracts/kit/errors'
import { idNumberCheck } from '@dangqun/contracts/kit/numbers'
import type { CreateMember } from '@dangqun/contracts/organization/members/schemas'
import type { Role } from '@dangqun/contracts/accounts/vocabulary'
import { TestHouse, type Clients } from '../app/testing/test-house.js'
import type { PlainOrganization } from './organization.factory.js'

const center = 'shangbai'
let house: TestHouse
let staff: Clients
let committee: PlainOrganization
let quarter: PlainOrganization
let shops: PlainOrganization
let tower: PlainOrganization
let street: PlainOrganization

beforeAll(async () => {
  house = await TestHouse.open()
  staff = await house.staff()
  committee = await house.organization({ name: '莲花社区党委' })
  quarter = await house.organization({ name: '尚百商圈党总支', kind: 'general_branch', reports_to: committee.id })
  shops = await house.organization({ name: '商户联合党支部', kind: 'joint_branch', reports_to: quarter.id })
  tower = await house.organization({ name: '尚泽大厦党支部', kind: 'branch', reports_to: quarter.id })
  const other = await house.organization({ name: '别的党委' })
  street = await house.organization({ name: '街道党支部', kind: 'branch', reports_to: other.id })
})
afterAll(() => house.close())

let serial = 0
function numberOf(born = '19900501'): string {
  const first = `990101${born}${String(++serial).padStart(3, '0')}`
  return first + idNumberCheck(first)
}
const given = (changes: Partial<CreateMember> = {}): CreateMember => ({
  name: '林禾', formerName: null, idNumber: numberOf(), ethnicity: '01', education: '21', category: 'full', joinedOn: '2012-07-01', confirmedOn: '2013-07-01', probationEndsOn: null, extendedTo: null,
  phone: '19900001234', emergencyName: null, emergencyPhone: '19900005678', branchId: shops.id, firmId: null, flow: 'normal', isIdentityChecked: true, ...changes,
})
const create = (changes: Partial<CreateMember> = {}) => staff.members.createMember({ params: { center }, body: given(changes) })
const codeOf = (error: unknown) => (error instanceof ApiError ? error.code : String(error))

/** Somebody with a grant narrowed to a branch or a committee. */
async function officer(role: Role, scope: { kind: 'branch' | 'committee' | 'bank' | 'firm'; id: string } | null): Promise<Clients> {
  const account = await house.signIn({ role, center: house.center })
  if (scope) await house.owner.query('update grants set scope_kind = $2, scope_id = $3 where account_id = $1', [account.accountId, scope.kind, scope.id])
  return account
}
const seenBy = async (who: Clients, query: object = {}) => (await who.members.listMembers({ params: { center }, query: { limit: 50, ...query } })).items

test('sex and birth date follow from the number; it is whole in the detail, masked in the list, and sealed in the database', async () => {
  const idNumber = numberOf('19880229')
  const made = await create({ name: '周听雨', idNumber, phone: '19900004321' })
  expect(made).toMatchObject({ idNumber, bornOn: '1988-02-29', sex: Number(idNumber[16]) % 2 ? 'male' : 'female', phone: '19900004321', emergencyPhone: '19900005678', branch: { id: shops.id, name: shops.name }, warnings: [] })
  const [row] = await seenBy(staff, { q: '周听' })
  expect(row).toMatchObject({ id: made.id, phone: '199****4321', idNumber: `${idNumber.slice(0, 3)}*************${idNumber.slice(-2)}` })
  const stored = await house.one<{ row: string }>('select (m::text || p::text) as row from members m join persons p on p.id = m.person_id where m.id = $1', [made.id])
  for (const secret of [idNumber, '19900004321', '19900005678']) expect(stored.row).not.toContain(secret)
})

test('reading somebody in full leaves a fact without any of it; the list leaves none', async () => {
  const made = await create()
  const count = async () => (await house.one<{ count: number }>(`select count(*)::int as count from audit_facts where fact = 'organization.memberRead' and subject_id = $1`, [made.id])).count
  await seenBy(staff)
  expect(await count()).toBe(0)
  await staff.members.getMember({ params: { center, id: made.id } })
  expect(await count()).toBe(1)
  const facts = await house.owner.query<{ data: string }>('select data::text as data from audit_facts where subject_id = $1', [made.id])
  for (const { data } of facts.rows) expect(data).not.toMatch(/林禾|1990|990101/)
})

test('each office sees its own: branch, committee’s tree, centre; others nothing at all', async () => {
  const mine = await create({ name: '陈小满' })
  const beside = await create({ name: '陈小雪', branchId: tower.id })
  const outside = await create({ name: '陈谷雨', branchId: street.id })
  const all = [mine.id, beside.id, outside.id]
  const seen = async (who: Clients) => (await seenBy(who, { q: '陈' + '小' })).concat(await seenBy(who, { q: '陈谷' })).map(({ id }) => id).filter((id) => all.includes(id)).sort()

  expect(await seen(staff)).toEqual([...all].sort())
  const secretary = await officer('branch_secretary', { kind: 'branch', id: shops.id })
  expect(await seen(secretary)).toEqual([mine.id])
  const committeeOfficer = await officer('committee_officer', { kind: 'committee', id: committee.id })
  expect(await seen(committeeOfficer)).toEqual([mine.id, beside.id].sort())
  // A grant that names no branch, or one of another kind, opens nothing.
  for (const nothing of [await officer('branch_secretary', null), await officer('committee_officer', { kind: 'branch', id: shops.id })]) expect(await seen(nothing)).toEqual([])

  const read = (who: Clients, id: string) => who.members.getMember({ params: { center, id } }).then(() => 'seen', codeOf)
  expect(await read(secretary, mine.id)).toBe('seen')
  expect(await read(secretary, beside.id)).toBe('organization.memberNotFound')
  expect(await read(committeeOfficer, outside.id)).toBe('organization.memberNotFound')
  expect(await seenBy(secretary, { branchId: tower.id })).toEqual([])
  // A secretary reads; the roll is kept by the centre.
  await expect(secretary.members.endMember({ params: { center, id: mine.id }, body: { reason: '转走', version: 1 } })).rejects.toMatchObject({ status: 403 })
})

test('who holds no office of the tree sees nobody, and another centre’s staff not even that there is somebody', async () => {
  const mine = await create()
  const read = (who: Clients, slug = center) => who.members.getMember({ params: { center: slug, id: mine.id } }).then(() => 'seen', codeOf)
  for (const role of ['bank_officer', 'firm_representative', 'member', 'worker'] as const) {
    const nobody = await house.signIn({ role, center: house.center })
    expect(await read(nobody)).toBe('session.forbidden')
    await expect(nobody.members.listMembers({ params: { center }, query: {} })).rejects.toMatchObject({ status: 403 })
  }
  expect(await read(await house.staff(house.other), 'yunhai')).toBe('organization.memberNotFound')
  expect(await read(await house.staff(house.other))).toBe('session.forbidden')
  const secretaryOfNothing = await house.signIn({ role: 'branch_secretary', center: house.center })
  expect(await read(secretaryOfNothing)).toBe('organization.memberNotFound')
  expect(await seenBy(secretaryOfNothing)).toEqual([])
})

test.each<[string, Partial<CreateMember>, string]>([
  ['a number that fails its check', { idNumber: '990101199005010010' }, 'request.invalid'],
  ['not compared with the card', { isIdentityChecked: false as unknown as true }, 'request.invalid'],
  ['a 民族 that is none', { ethnicity: '57' }, 'request.invalid'],
  ['full without the day', { confirmedOn: null }, 'request.invalid'],
  ['a person nobody knows', { personId: '0197f2a0-0000-7000-8000-000000000009' }, 'organization.personNotFound'],
])('refused: %s', async (_, changes, code) => {
  expect(await create(changes).then(() => 'made', codeOf)).toBe(code)
})

test('members stand in branches only', async () => {
  for (const branchId of [committee.id, quarter.id, (await house.organization({ center_id: house.other.id, kind: 'committee' })).id]) {
    expect(await create({ branchId }).then(() => 'made', codeOf)).toBe('organization.branchUnfit')
  }
})

test('a number has one standing record; what was ended makes room', async () => {
  const idNumber = numberOf()
  const first = await create({ idNumber })
  expect(await create({ idNumber }).then(() => 'made', codeOf)).toBe('organization.memberExists')
  const ended = await staff.members.endMember({ params: { center, id: first.id }, body: { reason: '组织关系已转出', version: 1 } })
  expect(ended).toMatchObject({ endReason: '组织关系已转出', allowedActions: [] })
  expect(await staff.members.updateMember({ params: { center, id: first.id }, body: { flow: 'normal', version: 2 } }).then(() => 'made', codeOf)).toBe('organization.memberEnded')
  await create({ idNumber })
})

test('twenty at once make one record of one number', async () => {
  const idNumber = numberOf()
  const ended = await Promise.allSettled(Array.from({ length: 20 }, () => create({ idNumber })))
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const each of ended) if (each.status === 'rejected') expect(codeOf(each.reason)).toBe('organization.memberExists')
  // The losers left no person behind either.
  expect((await house.one<{ count: number }>(`select count(*)::int as count from persons p where p.name = '林禾' and not exists (select from members m where m.person_id = p.id)`)).count).toBe(0)
})

test('without the indexes, looking first makes as many records as there are desks', async () => {
  await house.owner.query('create table members_unguarded (id_number_index bytea)')
  const desks = await Promise.all(Array.from({ length: 6 }, () => house.connect()))
  try {
    const each = (sql: string) => Promise.all(desks.map((desk) => desk.query(sql)))
    await each('begin')
    const seen = await each(`select 1 from members_unguarded where id_number_index = '\\x01'`)
    await Promise.all(desks.filter((_, place) => seen[place]?.rowCount === 0).map((desk) => desk.query(`insert into members_unguarded values ('\\x01')`)))
    await each('commit')
    expect(await house.one('select count(*)::int as count from members_unguarded')).toEqual({ count: 6 })
  } finally {
    await Promise.all(desks.map((desk) => desk.end()))
    await house.owner.query('drop table members_unguarded')
  }
})

test('a change keeps what it does not name, and an old version changes nothing', async () => {
  const made = await create({ name: '许南星' })
  const changed = await staff.members.updateMember({ params: { center, id: made.id }, body: { branchId: tower.id, flow: 'outflow', phone: null, version: 1 } })
  expect(changed).toMatchObject({ name: '许南星', idNumber: made.idNumber, branch: { id: tower.id }, flow: 'outflow', phone: null, emergencyPhone: '19900005678', version: 2 })
  expect(await staff.members.updateMember({ params: { center, id: made.id }, body: { name: '许北星', version: 1 } }).then(() => 'made', codeOf)).toBe('request.changedMeanwhile')
  expect(await house.one(`select data from audit_facts where fact = 'organization.memberUpdated' and subject_id = $1`, [made.id])).toEqual({ data: { fields: expect.arrayContaining(['branchId', 'flow', 'phone']) } })
})

test('a branch is dissolved or gains a member, never both', async () => {
  for (let round = 0; round < 15; round++) {
    const branch = await house.organization({ kind: 'branch', reports_to: quarter.id })
    const [made, dissolved] = await Promise.allSettled([
      create({ branchId: branch.id }),
      staff.tree.dissolveOrganization({ params: { center, id: branch.id }, body: { reason: '撤并', version: 1 } }),
    ])
    const ends = [made.status, dissolved.status]
    expect(ends.filter((status) => status === 'fulfilled')).toHaveLength(1)
    if (made.status === 'rejected') expect(codeOf(made.reason)).toBe('organization.branchUnfit')
    if (dissolved.status === 'rejected') expect(dissolved.reason).toMatchObject({ code: 'organization.stillHolds', details: { members: 1 } })
  }
})

test('the search goes through the bigram index', async () => {
  await house.owner.query('set enable_seqscan = off')
  const plan = await house.owner.query<{ 'QUERY PLAN': string }>(`explain select * from persons p where bigrams(p.name) @> bigrams('听雨')`)
  expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('persons_bigrams')
})
