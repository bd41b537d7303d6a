import { hash } from '@node-rs/argon2'
import { ApiError } from '@dangqun/contracts/kit/errors'
import type { Role } from '@dangqun/contracts/accounts/vocabulary'
import { clientsFor, TestHouse, type Clients } from '../app/testing/test-house.js'
import { totpAt } from '../platform/crypto/totp.js'

let house: TestHouse
let secret: string
const password = 'right Horse 7'

beforeAll(async () => {
  house = await TestHouse.open({ environment: { WECHAT_MODE: 'live', WECHAT_APPID: 'wx-test', WECHAT_SECRET: 'test' } })
  secret = await hash(password)
})
afterAll(() => house.close())

const refusal = (call: Promise<unknown>) => call.then(() => 'none', (error: unknown) => (error instanceof ApiError ? error.code : String(error)))

async function enter(username: string, role: Role): Promise<Clients> {
  const { id } = await house.one<{ id: string }>('insert into accounts default values returning id')
  await house.owner.query(`insert into identities (provider, subject, account_id, secret) values ('password', $1, $2, $3)`, [username, id, secret])
  await house.owner.query('insert into grants (account_id, role, center_id) values ($1, $2, $3)', [id, role, house.center.id])
  return clientsFor(house.url, (await house.anonymous.accounts.loginToConsole({ body: { username, password } })).token)
}

test('a manager without a second factor may set one up and do nothing else', async () => {
  const manager = await enter('manager', 'center_manager')
  const list = () => refusal(manager.grants.list({ params: { center: 'shangbai' }, query: {} }))
  expect(await manager.accounts.me({})).toMatchObject({ secondFactor: 'needed', grants: [{ role: 'center_manager', permissions: [] }] })
  expect(await list()).toBe('session.forbidden')
  const { secret: key } = await manager.security.startTotp({ body: { password } })
  expect(await list()).toBe('session.forbidden')
  await manager.security.confirmTotp({ body: { code: totpAt(key, house.clock.now()) } })
  expect(await list()).toBe('none')
})

test('staff need none', async () => {
  const staff = await enter('staff', 'center_staff')
  expect(await staff.accounts.me({})).toMatchObject({ secondFactor: 'off' })
  expect(await refusal(staff.firms.listFirms({ params: { center: 'shangbai' }, query: {} }))).toBe('none')
})
