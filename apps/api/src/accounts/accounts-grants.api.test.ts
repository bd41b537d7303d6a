import { ApiError } from '@dangqun/contracts/kit/errors'
import { clientsFor, TestHouse, type Clients } from '../app/testing/test-house.js'

let house: TestHouse
let manager: Clients & { accountId: string }
let security: Clients & { accountId: string }
const center = { center: 'shangbai' }
const password = 'Lotus-2026'

beforeAll(async () => {
  house = await TestHouse.open()
  manager = await house.signIn({ role: 'center_manager', center: house.center })
  security = await house.signIn({ role: 'security_admin', center: null })
})
afterAll(() => house.close())

const refusal = (call: Promise<unknown>) => call.then(() => ({ code: 'none' }), (error: unknown) => ({ code: error instanceof ApiError ? error.code : String(error) }))
const invite = async (body: Parameters<Clients['grants']['invite']>[0]['body'], by: Clients = manager) => by.grants.invite({ params: center, body })
const roleAt = async (who: Clients) => (await who.accounts.me({})).grants.map(({ role, center: at, scope }) => ({ role, center: at?.slug ?? null, scope: scope?.kind ?? null }))

test('an invitation becomes a grant by the yes of whoever types its code, once', async () => {
  const { code, id } = await invite({ role: 'center_staff', note: '前台' })
  expect(code).toMatch(/^[2-79ACDEFHJKMNPRTWXY]{10}$/)
  const guest = await house.signIn()
  const typed = `${code.slice(0, 5)} - ${code.slice(5).toLowerCase()}`
  expect(await guest.grants.checkInvitation({ body: { code: typed } })).toMatchObject({ role: 'center_staff', center: { slug: 'shangbai' }, scope: null })
  expect(await roleAt(guest)).toEqual([])
  await guest.grants.acceptInvitation({ body: { code: typed } })
  expect(await roleAt(guest)).toEqual([{ role: 'center_staff', center: 'shangbai', scope: null }])
  expect(await refusal((await house.signIn()).grants.acceptInvitation({ body: { code } }))).toEqual({ code: 'accounts.invitationOver' })
  expect((await manager.grants.listInvitations({ params: center, query: { state: 'ended' } })).items.find((row) => row.id === id)).toMatchObject({ state: 'accepted', allowedActions: [] })
  const { rows } = await house.owner.query<{ fact: string; account_id: string }>('select fact, account_id from audit_facts where subject_id = $1 order by id', [id])
  expect(rows).toEqual([{ fact: 'accounts.invited', account_id: manager.accountId }, { fact: 'accounts.invitationAccepted', account_id: guest.accountId }])
})

test('what is stored of a code cannot be typed: not even the answer under its key, and no fact holds one', async () => {
  const { code } = await invite({ role: 'center_staff', note: '前台' })
  const stored = JSON.stringify((await house.owner.query('select * from invitations')).rows) + JSON.stringify((await house.owner.query('select * from audit_facts')).rows) + JSON.stringify((await house.owner.query('select reply from idempotency_keys')).rows)
  expect(stored).not.toContain(code)
})

test('an expired, a withdrawn and a wrong code open nothing', async () => {
  const guest = await house.signIn()
  const late = await invite({ role: 'center_staff', note: '过期' })
  await house.owner.query('update invitations set expires_at = $2 where id = $1', [late.id, house.clock.now()])
  expect(await refusal(guest.grants.acceptInvitation({ body: { code: late.code } }))).toEqual({ code: 'accounts.invitationOver' })
  const gone = await invite({ role: 'center_staff', note: '收回' })
  await manager.grants.withdrawInvitation({ params: { ...center, id: gone.id }, body: {} })
  expect(await refusal(guest.grants.acceptInvitation({ body: { code: gone.code } }))).toEqual({ code: 'accounts.invitationOver' })
  expect(await refusal(manager.grants.withdrawInvitation({ params: { ...center, id: gone.id }, body: {} }))).toEqual({ code: 'accounts.invitationOver' })
  expect(await refusal(guest.grants.acceptInvitation({ body: { code: '2222222222' } }))).toEqual({ code: 'accounts.invitationNotFound' })
  expect(await refusal(guest.grants.acceptInvitation({ body: { code: '你好' } }))).toEqual({ code: 'accounts.invitationNotFound' })
  expect(await roleAt(guest)).toEqual([])
})

test('twenty who accept one code at the same moment: one of them gets the role', async () => {
  const { code, id } = await invite({ role: 'center_staff', note: '抢' })
  const guests = await house.signInEach(20)
  const outcomes = await Promise.all(guests.map((guest) => refusal(guest.grants.acceptInvitation({ body: { code } }))))
  expect(outcomes.filter(({ code: outcome }) => outcome === 'none')).toHaveLength(1)
  expect(outcomes.filter(({ code: outcome }) => outcome === 'accounts.invitationOver')).toHaveLength(19)
  const { count } = await house.one<{ count: number }>('select count(*)::int as count from grants g join invitations i on i.accepted_by = g.account_id where i.id = $1', [id])
  expect(count).toBe(1)
})

/** The same act as "look, then write", without the condition in the update: it lives here only, to show that the race is real. */
test('the unguarded twin gives the role to all who look at the same moment', async () => {
  const { id } = await invite({ role: 'center_staff', note: '无锁' })
  const guests = await house.signInMany(5)
  await house.atOnce(5, async (client, met, index) => {
    const { rows: [seen] } = await client.query<{ accepted_at: Date | null }>('select accepted_at from invitations where id = $1', [id])
    await met()
    if (seen?.accepted_at !== null) return
    await client.query('begin')
    await client.query('update invitations set accepted_at = now(), accepted_by = $2 where id = $1', [id, guests[index]?.accountId])
    await client.query(`insert into grants (account_id, role, center_id) values ($1, 'center_staff', $2)`, [guests[index]?.accountId, house.center.id])
    await client.query('commit')
  })
  const { count } = await house.one<{ count: number }>('select count(*)::int as count from grants where account_id = any($1)', [guests.map(({ accountId }) => accountId)])
  expect(count).toBe(5)
})

test('two administrators are never one account, however the codes arrive', async () => {
  const both = await house.signIn()
  const codes = await Promise.all((['system_admin', 'audit_admin', 'security_admin'] as const).map(async (role) => (await invite({ role, note: '平台' }, security)).code))
  const outcomes = await Promise.all(codes.map((code) => refusal(both.grants.acceptInvitation({ body: { code } }))))
  expect(outcomes.map(({ code }) => code).sort()).toEqual(['accounts.adminsApart', 'accounts.adminsApart', 'none'])
  const { rows } = await house.owner.query(`select 1 from grants where account_id = $1 and revoked_at is null`, [both.accountId])
  expect(rows).toHaveLength(1)
  // A refused code is still good, for somebody else.
  const other = await house.signIn()
  const unused = codes[outcomes.findIndex(({ code }) => code !== 'none')] ?? ''
  expect(await refusal(other.grants.acceptInvitation({ body: { code: unused } }))).toEqual({ code: 'none' })
})

test('without the index the same account becomes two administrators', async () => {
  await house.owner.query('begin')
  try {
    await house.owner.query('drop index grants_admins_apart')
    const { accountId } = await house.signIn()
    await house.owner.query(`insert into grants (account_id, role) values ($1, 'system_admin'), ($1, 'audit_admin')`, [accountId])
    expect((await house.owner.query('select 1 from grants where account_id = $1', [accountId])).rows).toHaveLength(2)
  } finally {
    await house.owner.query('rollback')
  }
})

test('who may give what: others are refused, and a role without its place is none', async () => {
  expect(await refusal(invite({ role: 'center_manager', note: '越权' }))).toEqual({ code: 'accounts.mayNotGrant' })
  expect(await refusal(invite({ role: 'audit_admin', note: '越权' }))).toEqual({ code: 'accounts.mayNotGrant' })
  expect(await refusal(invite({ role: 'center_staff', note: '越权' }, security))).toEqual({ code: 'accounts.mayNotGrant' })
  expect(await refusal(invite({ role: 'branch_secretary', note: '没选支部' }))).toEqual({ code: 'accounts.scopeNeeded' })
  const elsewhere = await house.organization({ center_id: house.other.id })
  expect(await refusal(invite({ role: 'committee_officer', scope: { kind: 'committee', id: elsewhere.id }, note: '外中心' }))).toEqual({ code: 'accounts.scopeNotFound' })
  const committee = await house.organization()
  const { code } = await invite({ role: 'committee_officer', scope: { kind: 'committee', id: committee.id }, note: '党委' })
  const officer = await house.signIn()
  expect(await officer.grants.acceptInvitation({ body: { code } })).toMatchObject({ scope: { kind: 'committee', id: committee.id, name: committee.name } })
  expect(await roleAt(officer)).toEqual([{ role: 'committee_officer', center: 'shangbai', scope: 'committee' }])
})

test('a bank officer is invited for one bank of this centre, joins the console, and sees what is that bank’s', async () => {
  const [bank, elsewhere] = [await house.bank({ name: '徽远银行' }), await house.bank({ center_id: house.other.id })]
  const other = await house.bank({ name: '远帆银行' })
  expect(await refusal(invite({ role: 'bank_officer', note: '没选银行' }))).toEqual({ code: 'accounts.scopeNeeded' })
  expect(await refusal(invite({ role: 'bank_officer', scope: { kind: 'firm', id: bank.id }, note: '不是银行' }))).toEqual({ code: 'accounts.scopeNeeded' })
  expect(await refusal(invite({ role: 'bank_officer', scope: { kind: 'bank', id: elsewhere.id }, note: '外中心' }))).toEqual({ code: 'accounts.scopeNotFound' })
  expect(await refusal(invite({ role: 'bank_officer', scope: { kind: 'bank', id: bank.id }, note: '越权' }, security))).toEqual({ code: 'accounts.mayNotGrant' })
  const { code, scope } = await invite({ role: 'bank_officer', scope: { kind: 'bank', id: bank.id }, note: '客户经理' })
  expect(scope).toEqual({ kind: 'bank', id: bank.id, name: '徽远银行' })
  const guest = await house.signIn()
  expect(await guest.grants.checkInvitation({ body: { code } })).toMatchObject({ role: 'bank_officer', scope: { name: '徽远银行' } })
  const { token } = await house.anonymous.grants.join({ body: { code, username: 'new-banker', password } })
  const banker = clientsFor(house.url, token)
  expect(await roleAt(banker)).toEqual([{ role: 'bank_officer', center: 'shangbai', scope: 'bank' }])
  const [own, foreign] = [await house.product(bank), await house.product(other)]
  const listed = (await banker.financingVersions.list({ params: center, query: { limit: 50 } })).items.map(({ productId }) => productId)
  expect(listed).toContain(own.product.id)
  expect(listed).not.toContain(foreign.product.id)
  expect((await manager.grants.list({ params: center, query: { role: 'bank_officer' } })).items).toMatchObject([{ scope: { name: '徽远银行' }, username: 'new-banker', allowedActions: ['revoke'] }])
})

test('a firm’s representative is invited for one firm of this centre', async () => {
  const [firm] = (await house.owner.query<{ id: string }>(`with b as (insert into buildings (center_id, name, address, place) values ($1, '邀请楼', '1 号', 9) returning id)
    insert into firms (center_id, name, kind, size, industry, building_id, room, founded_on) select $1, '被邀商贸', 'company', 'micro', '52', b.id, '101', '2020-01-01' from b returning id`, [house.center.id])).rows
  const { code } = await invite({ role: 'firm_representative', scope: { kind: 'firm', id: firm?.id ?? '' }, note: '老板' })
  const owner = await house.signIn()
  expect(await owner.grants.acceptInvitation({ body: { code } })).toMatchObject({ role: 'firm_representative', scope: { kind: 'firm', name: '被邀商贸' } })
})

test('a grant is taken back with a reason, and ends at once; nobody takes back their own', async () => {
  const colleague = await house.staff()
  const list = () => manager.grants.list({ params: center, query: { limit: 50 } })
  const { id } = await house.one<{ id: string }>('select id from grants where account_id = $1', [colleague.accountId])
  expect((await list()).items.find((row) => row.id === id)).toMatchObject({ role: 'center_staff', allowedActions: ['revoke'] })
  expect((await colleague.activities.listSignUps({ params: { ...center, id: (await house.activity()).id }, query: {} })).items).toEqual([])
  await manager.grants.revoke({ params: { ...center, id }, body: { reason: '已离职' } })
  expect(await refusal(colleague.activities.listSignUps({ params: { ...center, id: (await house.activity()).id }, query: {} }))).toEqual({ code: 'session.forbidden' })
  expect((await list()).items.some((row) => row.id === id)).toBe(false)
  expect((await manager.grants.list({ params: center, query: { state: 'revoked' } })).items.find((row) => row.id === id)).toMatchObject({ revokeReason: '已离职' })
  expect(await refusal(manager.grants.revoke({ params: { ...center, id }, body: { reason: '再来一次' } }))).toEqual({ code: 'accounts.alreadyRevoked' })
  const own = await house.one<{ id: string }>('select id from grants where account_id = $1', [security.accountId])
  expect(await refusal(security.grants.revoke({ params: { ...center, id: own.id }, body: { reason: '自己' } }))).toEqual({ code: 'accounts.ownGrant' })
  expect(await refusal(manager.grants.revoke({ params: { ...center, id: own.id }, body: { reason: '平台的' } }))).toEqual({ code: 'accounts.grantNotFound' })
})

test('the same role twice is refused, and the code stays good', async () => {
  const staff = await house.staff()
  const { code } = await invite({ role: 'center_staff', note: '重复' })
  expect(await refusal(staff.grants.acceptInvitation({ body: { code } }))).toEqual({ code: 'accounts.alreadyGranted' })
  expect(await refusal((await house.signIn()).grants.acceptInvitation({ body: { code } }))).toEqual({ code: 'none' })
})

test('an invitation for a known person makes them the account, and is no one else’s', async () => {
  const person = await house.one<{ id: string }>('insert into persons (center_id, name) values ($1, $2) returning id', [house.center.id, '林禾'])
  const { code } = await invite({ role: 'center_staff', personId: person.id, note: '林禾' })
  const somebodyElse = await house.signIn()
  await somebodyElse.organization.updateMyPerson({ params: center, body: { name: '另一位' } })
  expect(await refusal(somebodyElse.grants.acceptInvitation({ body: { code } }))).toEqual({ code: 'accounts.invitationOtherPerson' })
  expect(await roleAt(somebodyElse)).toEqual([])
  const guest = await house.signIn()
  await guest.grants.acceptInvitation({ body: { code } })
  expect(await guest.organization.getMyPerson({ params: center })).toEqual({ name: '林禾', phone: null })
  expect(await refusal(invite({ role: 'center_staff', personId: person.id, note: '再来' }))).toEqual({ code: 'accounts.invitationOtherPerson' })
})

describe('a console account by invitation', () => {
  test('is made, logs in, and may do what the invitation says', async () => {
    const { code } = await invite({ role: 'center_staff', note: '新同事' })
    const joined = await house.anonymous.grants.join({ body: { code, username: 'Xin.Tongshi', password } })
    const again = await house.anonymous.accounts.loginToConsole({ body: { username: 'xin.tongshi', password } })
    expect(again.account).toEqual(joined.account)
    const { status } = await house.raw('GET', '/api/v1/centers/shangbai/firms', { token: joined.token })
    expect(status).toBe(200)
  })

  test('a name that is taken leaves the code unused; a weak password is told at its field', async () => {
    const { code } = await invite({ role: 'center_staff', note: '重名' })
    expect(await refusal(house.anonymous.grants.join({ body: { code, username: 'xin.tongshi', password } }))).toEqual({ code: 'accounts.usernameTaken' })
    expect(await refusal(house.anonymous.grants.join({ body: { code, username: 'chongming', password: 'onlylowercase' } }))).toEqual({ code: 'request.invalid' })
    expect(await refusal(house.anonymous.grants.join({ body: { code, username: 'chongming', password } }))).toEqual({ code: 'none' })
  })
})

test('whoever guesses is stopped, however many guesses come at once; others are not', async () => {
  const guesser = await house.signIn()
  const guesses = await Promise.all(Array.from({ length: 30 }, () => refusal(guesser.grants.checkInvitation({ body: { code: '2222222222' } }))))
  expect(guesses.filter(({ code }) => code === 'accounts.invitationNotFound')).toHaveLength(10)
  expect(guesses.filter(({ code }) => code === 'accounts.tooManyTries')).toHaveLength(20)
  const { code } = await invite({ role: 'center_staff', note: '猜' })
  expect(await refusal(guesser.grants.checkInvitation({ body: { code } }))).toEqual({ code: 'accounts.tooManyTries' })
  expect(await refusal((await house.signIn()).grants.checkInvitation({ body: { code } }))).toEqual({ code: 'none' })
  house.clock.advance(15 * 60_000)
  expect(await refusal(guesser.grants.checkInvitation({ body: { code } }))).toEqual({ code: 'none' })
})
