import { ApiError } from '@dangqun/contracts/kit/errors'
import type { AskBinding } from '@dangqun/contracts/organization/bindings/schemas'
import { bindingConsentVersion as consentVersion } from '@dangqun/contracts/organization/bindings/vocabulary'
import { TestHouse, type Clients } from '../app/testing/test-house.js'
import { bulkInsert } from '../platform/database/bulk-insert.js'
import { aFirm } from './organization.factory.js'

const center = 'shangbai'
const params = { center }
let house: TestHouse
let staff: Clients
let firmId: string
const firmName = '合肥试验商贸有限公司'

beforeAll(async () => {
  house = await TestHouse.open()
  staff = await house.staff()
  const building = { center_id: house.center.id, id: house.seeded.uuid(house.clock.now()), name: '尚泽大厦', address: '', place: 0 }
  await bulkInsert(house.owner, 'buildings', [building])
  const firm = { ...aFirm(house.seeded, { center_id: house.center.id, building_id: building.id, now: house.clock.now(), floors: 20 }), name: firmName }
  await bulkInsert(house.owner, 'firms', [firm])
  firmId = firm.id
})
afterAll(() => house.close())

const codeOf = (error: unknown) => (error instanceof ApiError ? error.code : String(error))
const nobodys = '11010519491231002X'
const asMember = (name: string, idNumber: string): AskBinding => ({ kind: 'member', name, idNumber, consentVersion })
const asFirm: AskBinding = { kind: 'firm', name: '林禾', firm: firmName, basis: 'authorization', consentVersion }
type Account = Awaited<ReturnType<TestHouse['signIn']>>
const ask = async (who: Account, body: AskBinding) => {
  await who.bindings.askBinding({ params, body })
  const { items } = await who.bindings.listMyBindings({ params })
  return items.find(({ kind, state }) => kind === body.kind && state === 'pending')?.id ?? ''
}
const confirm = (id: string, targetId: string) => staff.bindings.confirmBinding({ params: { center, id }, body: { targetId, evidence: '身份证原件' } })
const rolesOf = async (who: Account) => (await who.accounts.me({})).grants.map(({ role }) => role)

test('whoever asks gets the same bytes, the same record and the same facts, member or not', async () => {
  const member = await house.member({ name: '林禾' })
  const bound = await house.signIn()
  await confirm(await ask(bound, asMember('林禾', member.id_number)), member.id)
  const known = await house.signIn()
  const unknown = await house.signIn()
  const answers = []
  for (const [who, idNumber] of [[known, member.id_number], [unknown, nobodys], [bound, member.id_number], [known, member.id_number]] as const) {
    const answer = await house.raw('POST', '/api/v1/centers/shangbai/bindings', { token: who.token, body: JSON.stringify(asMember('林禾', idNumber)) })
    answers.push({ status: answer.status, text: answer.text, headers: [...answer.headers].filter(([name]) => !/^(x-request-id|date)$/.test(name)) })
  }
  expect(answers[0]).toMatchObject({ status: 202, text: '{"message":"已提交，待核对"}' })
  for (const answer of answers) expect(answer).toEqual(answers[0])

  // What each of the two finds afterwards, and what was stored of it, differ in ids, moment and ciphertext only.
  const mine = async (who: Account) => (await who.bindings.listMyBindings({ params })).items.map(({ id: _, ...rest }) => rest)
  expect(await mine(known)).toEqual(await mine(unknown))
  const stored = async (who: Account) => house.one<{ row: Record<string, unknown> }>('select to_jsonb(b) as row from bindings b join persons p on p.id = b.person_id where p.account_id = $1', [who.accountId])
  const shape = ({ row }: { row: Record<string, unknown> }) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, /^(id|person_id|claim_id_number|claim_id_number_index)$/.test(name) ? typeof value : value]))
  expect(shape(await stored(known))).toEqual(shape(await stored(unknown)))
  const facts = async (who: Account) => (await house.owner.query('select fact, data from audit_facts where account_id = $1 order by id', [who.accountId])).rows
  expect((await facts(known)).slice(0, 1)).toEqual(await facts(unknown))
})

test('asking reads nothing of the roll: it works the same when the roll cannot be read at all', async () => {
  const member = await house.member({ name: '周晴' })
  await house.owner.query('revoke select on members from dangqun_app')
  try {
    const who = await house.signIn()
    expect(await who.bindings.askBinding({ params, body: asMember('周晴', member.id_number) })).toEqual({ message: '已提交，待核对' })
  } finally {
    await house.owner.query('grant select on members to dangqun_app')
  }
})

test('the ID number typed is sealed, shown masked to the desk, and gone once it is decided', async () => {
  const who = await house.signIn()
  const id = await ask(who, asMember('许清明', nobodys))
  const stored = await house.one<{ row: string }>('select b::text as row from bindings b where id = $1', [id])
  expect(stored.row).not.toContain(nobodys)
  expect(await staff.bindings.getBinding({ params: { center, id } })).toMatchObject({ idNumber: '110*************2X', candidates: [], allowedActions: ['confirm', 'refuse'] })
  const refused = await staff.bindings.refuseBinding({ params: { center, id }, body: { reason: '名册里没有找到，请带身份证到窗口' } })
  expect(refused).toMatchObject({ state: 'refused', idNumber: null, allowedActions: [] })
  expect(await house.one('select claim_id_number, claim_id_number_index from bindings where id = $1', [id])).toEqual({ claim_id_number: null, claim_id_number_index: null })
  expect((await who.bindings.listMyBindings({ params })).items).toMatchObject([{ state: 'refused', reason: '名册里没有找到，请带身份证到窗口', target: null, allowedActions: [] }])
  // Refused is not for ever.
  expect(await ask(who, asMember('许清明', nobodys))).not.toBe('')
})

test('the desk sees who could be meant, the number before the name', async () => {
  const meant = await house.member({ name: '沈川' })
  const namesake = await house.member({ name: '沈川' })
  const id = await ask(await house.signIn(), asMember('沈川', meant.id_number))
  expect((await staff.bindings.getBinding({ params: { center, id } })).candidates).toMatchObject([{ id: meant.id, agrees: ['idNumber', 'name'] }, { id: namesake.id, agrees: ['name'] }])
})

test('confirmed, the account is the member: role, and everything that staff had entered for the person', async () => {
  const member = await house.member({ name: '姚南星' })
  const activity = await house.activity()
  await house.owner.query(
    `insert into sign_ups (center_id, id, activity_id, person_id, number, state, ticket, created_at, changed_at) values ($1, uuidv7(), $2, $3, 1, 'confirmed', 'BYDESK01', $4, $4)`,
    [house.center.id, activity.id, member.person_id, house.clock.now()],
  )
  const who = await house.signIn()
  const own = await house.activity()
  await who.activities.signUp({ params: { center, id: own.id }, body: {} })
  const confirmed = await confirm(await ask(who, asMember('姚南星', member.id_number)), member.id)
  expect(confirmed).toMatchObject({ state: 'confirmed', target: { id: member.id, name: '姚南星' }, evidence: '身份证原件', allowedActions: ['end'] })
  expect(await rolesOf(who)).toEqual(['member'])
  expect((await who.activities.listMySignUps({ params, query: {} })).items.map(({ activityId }) => activityId).sort()).toEqual([activity.id, own.id].sort())
  expect(await staff.members.getMember({ params: { center, id: member.id } })).toMatchObject({ hasAccount: true, name: '姚南星' })
  expect(await who.organization.getMyPerson({ params })).toMatchObject({ name: '姚南星', phone: expect.stringMatching(/^199/) })
  expect(await house.one('select count(*)::int as left from persons where id = $1', [member.person_id])).toEqual({ left: 0 })
  expect((await house.one<{ count: number }>(`select count(*)::int as count from audit_facts where fact = 'organization.personsMerged'`)).count).toBeGreaterThan(0)
})

test('two places at one activity stop the merge, and nothing of it has happened', async () => {
  const member = await house.member({ name: '高谷雨' })
  const activity = await house.activity()
  const who = await house.signIn()
  await who.activities.signUp({ params: { center, id: activity.id }, body: {} })
  await house.owner.query(
    `insert into sign_ups (center_id, id, activity_id, person_id, number, state, ticket, created_at, changed_at) values ($1, uuidv7(), $2, $3, 99, 'waitlisted', 'BYDESK02', $4, $4)`,
    [house.center.id, activity.id, member.person_id, house.clock.now()],
  )
  const id = await ask(who, asMember('高谷雨', member.id_number))
  expect(await confirm(id, member.id).then(() => 'done', codeOf)).toBe('organization.mergeConflict')
  expect(await house.one('select person_id from members where id = $1', [member.id])).toEqual({ person_id: member.person_id })
  expect(await staff.bindings.getBinding({ params: { center, id } })).toMatchObject({ state: 'pending' })
  expect(await rolesOf(who)).toEqual([])
})

test('a firm’s representative: the grant is for that firm, and goes with the binding', async () => {
  const who = await house.signIn()
  const id = await ask(who, asFirm)
  expect((await staff.bindings.getBinding({ params: { center, id } })).candidates).toMatchObject([{ id: firmId, name: firmName, agrees: ['name'] }])
  await confirm(id, firmId)
  expect(await house.one('select role, scope_kind, scope_id from grants where account_id = $1 and revoked_at is null', [who.accountId])).toEqual({ role: 'firm_representative', scope_kind: 'firm', scope_id: firmId })
  await staff.bindings.endBinding({ params: { center, id }, body: { reason: '已离职' } })
  expect(await rolesOf(who)).toEqual([])
  expect(await staff.bindings.endBinding({ params: { center, id }, body: { reason: '已离职' } }).then(() => 'done', codeOf)).toBe('organization.bindingWrongState')
})

test('one takes back what is one’s own, and knows of nobody else’s', async () => {
  const [mine, theirs] = [await house.signIn(), await house.signIn()]
  const id = await ask(mine, asFirm)
  expect(await theirs.bindings.withdrawBinding({ params: { center, id }, body: {} }).then(() => 'done', codeOf)).toBe('organization.bindingNotFound')
  await confirm(id, firmId)
  await mine.bindings.withdrawBinding({ params: { center, id }, body: {} })
  expect(await rolesOf(mine)).toEqual([])
  for (const who of [theirs, await house.signIn({ role: 'bank_officer', center: house.center }), await house.signIn({ role: 'branch_secretary', center: house.center })]) {
    expect(await who.bindings.getBinding({ params: { center, id } }).then(() => 'seen', codeOf)).toBe('session.forbidden')
  }
})

test('the queue is oldest first, page by page', async () => {
  const before = (await staff.bindings.listBindings({ params, query: { limit: 50 } })).items.length
  for (let index = 0; index < 5; index++) {
    house.clock.advance(1000)
    await ask(await house.signIn(), asFirm)
  }
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Awaited<ReturnType<typeof staff.bindings.listBindings>> = await staff.bindings.listBindings({ params, query: { limit: 2, ...(cursor ? { cursor } : {}) } })
    seen.push(...page.items.map(({ createdAt }) => createdAt))
    cursor = page.nextCursor
  }
  expect(seen).toHaveLength(before + 5)
  expect(seen).toEqual([...seen].sort())
})

test('twenty askings at once leave one standing; without the index they would be twenty', async () => {
  const standing = (accountId: string) => house.one<{ count: number }>(`select count(*)::int as count from bindings b join persons p on p.id = b.person_id where p.account_id = $1 and b.state = 'pending'`, [accountId])
  const who = await house.signIn()
  await Promise.all(Array.from({ length: 20 }, () => who.bindings.askBinding({ params, body: asFirm })))
  expect(await standing(who.accountId)).toEqual({ count: 1 })

  // The unguarded variant: look first, then write, and nothing in the database to stop it.
  const careless = await house.signIn()
  await careless.organization.updateMyPerson({ params, body: { name: '林禾' } })
  await house.owner.query('drop index bindings_standing')
  const insert = `insert into bindings (center_id, id, person_id, kind, state, claim_name, claim_firm, basis, created_at)
    select p.center_id, uuidv7(), p.id, 'firm', 'pending', 'x', 'x', 'authorization', now() from persons p
    where p.account_id = $1 and not exists (select from bindings b where b.person_id = p.id and b.state = 'pending')`
  const clients = await Promise.all(Array.from({ length: 6 }, () => house.connect()))
  const each = (sql: string, values: unknown[] = []) => Promise.all(clients.map((client) => client.query(sql, values)))
  await each('begin isolation level repeatable read')
  // All have looked before any of them writes.
  await each('select 1 from persons limit 1')
  await each(insert, [careless.accountId])
  await each('commit')
  await Promise.all(clients.map((client) => client.end()))
  expect(await standing(careless.accountId)).toEqual({ count: 6 })
  await house.owner.query('delete from bindings b using persons p where p.id = b.person_id and p.account_id = $1', [careless.accountId])
  await house.owner.query(`create unique index bindings_standing on bindings (center_id, person_id, kind) where state in ('pending', 'confirmed')`)
})

test('two desks confirm two people to one member: one of them is told', async () => {
  for (let round = 0; round < 10; round++) {
    const member = await house.member()
    const ids = [await ask(await house.signIn(), asMember('甲', member.id_number)), await ask(await house.signIn(), asMember('乙', member.id_number))]
    const ended = await Promise.allSettled(ids.map((id) => confirm(id, member.id)))
    expect(ended.map((each) => (each.status === 'fulfilled' ? 'done' : codeOf(each.reason))).sort()).toEqual(['done', 'organization.memberBound'])
  }
})

test('somebody without a phone is entered by the desk and found by name, and joins an account later', async () => {
  const entered = await staff.bindings.createPerson({ params, body: { name: '朱惊蛰', phone: '19900007777' } })
  expect(entered).toMatchObject({ name: '朱惊蛰', phone: '199****7777', hasAccount: false, isMember: false })
  expect((await staff.bindings.listPersons({ params, query: { q: '惊蛰' } })).items).toMatchObject([{ id: entered.id }])
  const who = await house.signIn()
  await who.organization.updateMyPerson({ params, body: { name: '朱' } })
  const { id: into } = await house.one<{ id: string }>('select id from persons where account_id = $1', [who.accountId])
  expect(await staff.bindings.mergePerson({ params: { center, id: entered.id }, body: { into, evidence: '身份证原件' } })).toMatchObject({ id: into, name: '朱', phone: '199****7777', hasAccount: true })
  // An account is never merged into somebody.
  expect(await staff.bindings.mergePerson({ params: { center, id: into }, body: { into: (await staff.bindings.createPerson({ params, body: { name: '别人' } })).id, evidence: '身份证' } }).then(() => 'done', codeOf)).toBe('organization.mergeTwoAccounts')
})

test('a merge moves every reference that the schema knows of', async () => {
  const { rows } = await house.owner.query<{ table: string }>(`select distinct conrelid::regclass::text as table from pg_constraint where contype = 'f' and confrelid = 'persons'::regclass`)
  expect(rows.map(({ table }) => table)).toEqual(expect.arrayContaining(['sign_ups', 'members', 'bindings', 'notices', 'invitations']))
})
