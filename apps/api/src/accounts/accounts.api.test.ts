import { hash } from '@node-rs/argon2'
import { privacyVersion } from '@dangqun/contracts/accounts/vocabulary'
import { clientsFor, TestHouse, testNow } from '../app/testing/test-house.js'

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open()))
afterAll(() => house.close())
beforeEach(() => house.clock.set(testNow))

const login = (code: string) => house.anonymous.accounts.loginByWechat({ body: { code } })

test('a new worker has an account at first sight, and the same one ever after', async () => {
  const first = await login('sandbox:林禾')
  const again = await login('sandbox:林禾')
  expect(again.account).toEqual(first.account)
  expect(again.token).not.toBe(first.token)
  expect((await login('sandbox:陈川')).account.id).not.toBe(first.account.id)
  expect(await clientsFor(house.url, first.token).accounts.me({})).toEqual({ account: first.account, grants: [], consents: [], secondFactor: 'off' })
})

test('twenty first logins at once make one account', async () => {
  const sessions = await Promise.all(Array.from({ length: 20 }, () => login('sandbox:twenty')))
  expect(new Set(sessions.map(({ account }) => account.id)).size).toBe(1)
  expect(new Set(sessions.map(({ token }) => token)).size).toBe(20)
  // The losers of the race left no account behind.
  expect(await house.one('select count(*)::int as orphans from accounts a where not exists (select 1 from identities i where i.account_id = a.id)')).toEqual({ orphans: 0 })
})

test.each([
  ['sandbox:', 400, 'accounts.wechatRefused'],
  ['not a code', 400, 'accounts.wechatRefused'],
  ['sandbox-error:40226', 400, 'accounts.wechatRefused'],
  ['sandbox-error:45011', 503, 'accounts.wechatUnavailable'],
  ['sandbox-error:-1', 503, 'accounts.wechatUnavailable'],
])('what WeChat says to %p becomes %d %s', async (code, status, errorCode) => {
  await expect(login(code)).rejects.toMatchObject({ status, code: errorCode })
})

test('WeChat busy for a moment is asked once more', async () => {
  expect((await login('sandbox-busy:moment')).token).toMatch(/^[\w-]{43}$/)
})

test('the database holds no token, only its hash', async () => {
  const { token } = await login('sandbox:hash')
  expect(await house.one('select count(*)::int as found from sessions s where s::text like $1', [`%${token}%`])).toEqual({ found: 0 })
  expect(await house.one('select count(*)::int as found from sessions where token_hash = sha256($1::bytea)', [token])).toEqual({ found: 1 })
})

test('a session ends by logout, by time, and when its account is disabled', async () => {
  const [one, two, three] = [await login('sandbox:one'), await login('sandbox:two'), await login('sandbox:three')]
  await clientsFor(house.url, one.token).accounts.logout({ body: {} })
  await house.owner.query('update accounts set disabled_at = now() where id = $1', [three.account.id])
  const me = (token: string) => clientsFor(house.url, token).accounts.me({})
  await expect(me(one.token)).rejects.toMatchObject({ status: 401, code: 'session.required' })
  await expect(me(three.token)).rejects.toMatchObject({ status: 401 })
  house.clock.set(new Date(Date.parse(two.expiresAt) - 1))
  await me(two.token)
  house.clock.set(new Date(two.expiresAt))
  await expect(me(two.token)).rejects.toMatchObject({ status: 401 })
  await expect(login('sandbox:three')).rejects.toMatchObject({ status: 403, code: 'accounts.disabled' })
})

test('a console login by name and password; a wrong one and an unknown one sound alike', async () => {
  const account = await house.one<{ id: string }>('insert into accounts default values returning id')
  await house.owner.query(`insert into identities (provider, subject, account_id, secret) values ('password', 'clerk', $1, $2)`, [account.id, await hash('right horse')])
  await house.owner.query(`insert into grants (account_id, role, center_id) values ($1, 'center_staff', $2)`, [account.id, house.center.id])
  const enter = (username: string, password: string) => house.anonymous.accounts.loginToConsole({ body: { username, password } })
  const session = await enter('Clerk', 'right horse')
  expect((await clientsFor(house.url, session.token).accounts.me({})).grants).toMatchObject([{ role: 'center_staff', center: { slug: 'shangbai' }, permissions: expect.arrayContaining(['activities.manage']) }])
  const [wrong, unknown] = await Promise.all([enter('clerk', 'wrong').catch((error: unknown) => error), enter('nobody', 'wrong').catch((error: unknown) => error)])
  expect(wrong).toMatchObject({ status: 400, code: 'accounts.wrongPassword' })
  expect(unknown).toEqual(wrong)
})

test('a revoked grant holds no longer, within the same session', async () => {
  const staff = await house.staff()
  await staff.firms.listFirms({ params: { center: 'shangbai' }, query: {} })
  await house.owner.query('update grants set revoked_at = now() where account_id = $1', [staff.accountId])
  await expect(staff.firms.listFirms({ params: { center: 'shangbai' }, query: {} })).rejects.toMatchObject({ status: 403 })
})

test('a consent is recorded once, with the version of the text', async () => {
  const person = await house.signIn()
  const consent = { purpose: 'privacy', version: privacyVersion } as const
  const first = await person.accounts.giveConsent({ body: consent })
  house.clock.advance(1000)
  expect(await person.accounts.giveConsent({ body: consent })).toEqual(first)
  expect((await person.accounts.me({})).consents).toEqual([first])
})

test('the sandbox names its personas, and live there is none', async () => {
  const { personas, consoleAccounts } = await house.anonymous.accounts.sandbox({})
  expect(personas.length).toBeGreaterThan(0)
  for (const { code } of personas) expect((await login(code)).token).toBeTruthy()
  expect(consoleAccounts.map(({ roles }) => roles).flat()).toContain('center_staff')
})
