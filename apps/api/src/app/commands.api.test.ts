import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { ApiError } from '@dangqun/contracts/kit/errors'
import { totpAt } from '../platform/crypto/totp.js'
import { clientsFor, TestHouse } from './testing/test-house.js'

// The commands as they run in production: programs of their own, with the environment of the server.
const key = (word: string) => createHash('sha256').update(word).digest('base64')
const keys = { FIELD_KEYS: `a:${key('a')}`, INDEX_KEY: key('index') }
const production = { NODE_ENV: 'production', WECHAT_MODE: 'live', WECHAT_APPID: 'wx-test', WECHAT_SECRET: 'test', PUBLIC_URL: 'https://example.org', SIGNING_KEY: key('signing'), SLIP_KEYS: `a:${key('slips')}` }
const password = 'Lotus-Pond-9'

let house: TestHouse
beforeAll(async () => void (house = await TestHouse.open({ environment: keys })))
afterAll(() => house.close())
beforeEach(async () => void (await house.owner.query(`delete from second_factors; delete from grants where center_id is null; delete from identities where provider = 'password'`)))

interface Ended { code: number | null; out: string; err: string }

function run(program: string, args: readonly string[], { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {}): Promise<Ended> {
  const api = fileURLToPath(new URL('../..', import.meta.url))
  const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', `src/app/${program}.ts`, ...args], {
    cwd: api, env: { PATH: process.env['PATH'], DATABASE_URL: house.config.databaseUrl, DATA_DIR: house.config.dataDir, ...production, ...keys, ...env },
  })
  const ended: Ended = { code: null, out: '', err: '' }
  child.stdout.on('data', (chunk) => void (ended.out += String(chunk)))
  child.stderr.on('data', (chunk) => void (ended.err += String(chunk)))
  child.stdin.end(input)
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...ended, code })))
}

const admins = async () => (await house.owner.query<{ role: string }>(`select role from grants where center_id is null order by role`)).rows.map(({ role }) => role)
const refusal = (call: Promise<unknown>) => call.then(() => 'none', (error: unknown) => (error instanceof ApiError ? error.code : String(error)))

test('the first administrator logs in with password and second factor, invites, and leaves a fact', async () => {
  const { code, out, err } = await run('first-admin', ['--username', 'Chief'], { input: `${password}\n` })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).not.toContain(password)
  const [, secret = ''] = /密钥：([A-Z2-7]{32})/.exec(out) ?? []
  expect(out).toContain(`otpauth://totp/${encodeURIComponent('党群服务中心')}:chief?secret=${secret}&`)
  const codes = out.match(/^ {2}[0-9A-Z]{5}-[0-9A-Z]{5}$/gm) ?? []
  expect(codes).toHaveLength(8)
  expect(await admins()).toEqual(['security_admin'])

  const enter = (totp?: string) => house.anonymous.accounts.loginToConsole({ body: { username: 'chief', password, ...(totp === undefined ? {} : { totp }) } })
  expect(await refusal(enter())).toBe('accounts.totpNeeded')
  const { token, account } = await enter(totpAt(secret, house.clock.now()))
  const chief = clientsFor(house.url, token)
  expect(await chief.accounts.me({})).toMatchObject({ secondFactor: 'on', grants: [{ role: 'security_admin', center: null }] })
  expect((await chief.grants.invite({ params: { center: 'shangbai' }, body: { role: 'center_manager', note: '主任' } })).code).toHaveLength(10)
  expect(await refusal(enter(codes[0]?.trim()))).toBe('none')
  expect(await house.one(`select account_id, data from audit_facts where fact = 'accounts.adminAppointed' and data ->> 'accountId' = $1`, [account.id])).toEqual({ account_id: null, data: { role: 'security_admin', accountId: account.id } })
})

test('there is one first: another is refused unless it is meant, a taken name always', async () => {
  expect((await run('first-admin', ['--username', 'chief'], { input: `${password}\n` })).code).toBe(0)
  const second = await run('first-admin', ['--username', 'second', '--role', 'audit_admin'], { input: `${password}\n` })
  expect(second).toMatchObject({ code: 1, out: '' })
  expect(second.err).toMatch(/已经有平台管理员（安全管理员）/)
  expect((await run('first-admin', ['--username', 'chief', '--another'], { input: `${password}\n` })).err).toMatch(/已有人用/)
  expect(await admins()).toEqual(['security_admin'])
  expect((await run('first-admin', ['--username', 'second', '--role', 'audit_admin', '--another'], { input: `${password}\n` })).code).toBe(0)
  expect(await admins()).toEqual(['audit_admin', 'security_admin'])
})

test('of two that run at the same moment one is the first', async () => {
  const both = await Promise.all(['one', 'two'].map((username) => run('first-admin', ['--username', username], { input: `${password}\n` })))
  expect(both.map(({ code }) => code).sort()).toEqual([0, 1])
  expect(await admins()).toEqual(['security_admin'])
})

/** Looking without the lock: it lives here only, to show that the race is real. */
test('the unguarded twin appoints as many as look at the same moment', async () => {
  const people = await house.signInMany(3)
  await house.atOnce(3, async (client, met, index) => {
    const { rows } = await client.query('select 1 from grants where center_id is null and revoked_at is null')
    await met()
    if (rows.length === 0) await client.query(`insert into grants (account_id, role) values ($1, 'security_admin')`, [people[index]?.accountId])
  })
  expect(await admins()).toHaveLength(3)
})

test.each([
  ['a weak password', ['--username', 'chief'], 'password\n', /密码至少 10 个字符/],
  ['no password', ['--username', 'chief'], '', /没有输入密码/],
  ['a role of a centre', ['--username', 'chief', '--role', 'center_manager'], `${password}\n`, /用法/],
  ['a password on the command line', ['--username', 'chief', '--password', password], '', /用法/],
])('%s is refused, and nothing is made', async (_, args, input, words) => {
  const { code, err } = await run('first-admin', args, { input })
  expect(code).toBe(1)
  expect(err).toMatch(words)
  expect(err).not.toContain(password)
  expect(await admins()).toEqual([])
})

test('in production the keys of the sandbox are refused', async () => {
  const { code, err } = await run('first-admin', ['--username', 'chief'], { input: `${password}\n`, env: { FIELD_KEYS: '', INDEX_KEY: '' } })
  expect({ code, err }).toMatchObject({ code: 1, err: expect.stringMatching(/FIELD_KEYS: required/) })
})

test('keys are changed while the server runs: sealed anew under the first, opened by either, and the old one can go', async () => {
  await run('first-admin', ['--username', 'chief'], { input: `${password}\n` })
  const person = await house.signIn()
  await person.organization.updateMyPerson({ params: { center: 'shangbai' }, body: { phone: '19900001234' } })
  const both = { FIELD_KEYS: `b:${key('b')},${keys.FIELD_KEYS}` }
  const rotated = await run('rotate-keys', [], { env: both })
  expect(rotated).toMatchObject({ code: 0, err: '' })
  expect(rotated.out).toMatch(/已全部换用新密钥/)
  const { rows } = await house.owner.query<{ sealed: string }>('select phone as sealed from persons where phone is not null union all select secret from second_factors')
  expect(rows.map(({ sealed }) => sealed.split('.')[1])).toEqual(['b', 'b'])
  expect((await run('rotate-keys', [], { env: { FIELD_KEYS: `b:${key('b')}` } })).code).toBe(0)
  const lost = await run('rotate-keys', ['--every-row'], { env: { FIELD_KEYS: `c:${key('c')}` } })
  expect(lost.code).toBe(1)
  expect(lost.err).not.toContain('19900001234')
})
