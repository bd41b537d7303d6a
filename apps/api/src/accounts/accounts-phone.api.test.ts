import { ApiError } from '@dangqun/contracts/kit/errors'
import { TestHouse } from '../app/testing/test-house.js'
import { WechatStandIn } from '../platform/wechat/wechat-stand-in.js'

let house: TestHouse
let standIn: WechatStandIn
beforeAll(async () => {
  house = await TestHouse.open()
  standIn = house.app.get(WechatStandIn)
})
afterAll(() => house.close())

const path = '/wxa/business/getuserphonenumber'
const calls = (of = path) => standIn.calls.get(of) ?? 0
const refusal = (call: Promise<unknown>) => call.then(() => 'none', (error: unknown) => (error instanceof ApiError ? error.code : String(error)))
let codes = 0
/** As the button gives it, another each time. */
const codeFor = (number: string, ageMs = 0) => `sandbox-phone:${number}:${Date.now() - ageMs}:${codes++}`

test('a code of the button is the person’s number, in full, and nothing is stored or logged with it', async () => {
  const person = await house.signIn()
  expect(await person.accounts.readPhone({ body: { code: codeFor('19900001234') } })).toEqual({ phone: '19900001234' })
  expect(await person.organization.getMyPerson({ params: { center: 'shangbai' } })).toEqual({ name: null, phone: null })
  const { rows } = await house.owner.query('select 1 from audit_facts where account_id = $1', [person.accountId])
  expect(rows).toEqual([])
})

test('a code works once, and for 5 minutes', async () => {
  const person = await house.signIn()
  const code = codeFor('19900001234')
  expect(await refusal(person.accounts.readPhone({ body: { code } }))).toBe('none')
  expect(await refusal(person.accounts.readPhone({ body: { code } }))).toBe('accounts.phoneCodeRefused')
  expect(await refusal(person.accounts.readPhone({ body: { code: codeFor('19900001234', 4.9 * 60_000) } }))).toBe('none')
  expect(await refusal(person.accounts.readPhone({ body: { code: codeFor('19900001234', 5 * 60_000) } }))).toBe('accounts.phoneCodeRefused')
})

test.each([
  ['a code that is none', 'nothing', 'accounts.phoneCodeRefused'],
  ['a quota that is used up', 'sandbox-phone-error:1400001:a', 'accounts.phoneUnavailable'],
  ['an app that may not', 'sandbox-phone-error:48001:a', 'accounts.phoneUnavailable'],
  ['too many at WeChat', 'sandbox-phone-error:45009:a', 'accounts.wechatUnavailable'],
  ['a number of elsewhere', 'sandbox-phone:852-51234567:9999999999999', 'accounts.phoneForeign'],
])('%s', async (_, code, refused) => {
  expect(await refusal((await house.signIn()).accounts.readPhone({ body: { code } }))).toBe(refused)
})

test('when WeChat is busy it is asked once more', async () => {
  const [person, before] = [await house.signIn(), calls()]
  // Busy once; then the stand-in knows the code as used.
  expect(await refusal(person.accounts.readPhone({ body: { code: 'sandbox-phone-error:-1:busy' } }))).toBe('accounts.phoneCodeRefused')
  expect(calls() - before).toBe(2)
})

test('a token that WeChat has forgotten is asked for anew, and the code still works', async () => {
  const person = await house.signIn()
  await person.accounts.readPhone({ body: { code: codeFor('19900001234') } })
  const [before, tokens] = [calls(), calls('/cgi-bin/stable_token')]
  standIn.dropToken()
  expect(await person.accounts.readPhone({ body: { code: codeFor('19900005678') } })).toEqual({ phone: '19900005678' })
  expect([calls() - before, calls('/cgi-bin/stable_token') - tokens]).toEqual([2, 1])
})

test('nobody uses up the quota alone: ten codes in a quarter of an hour, before WeChat is asked', async () => {
  const person = await house.signIn()
  const before = calls()
  const outcomes = await Promise.all(Array.from({ length: 14 }, () => refusal(person.accounts.readPhone({ body: { code: codeFor('19900001234') } }))))
  expect(outcomes.filter((code) => code === 'none')).toHaveLength(10)
  expect(outcomes.filter((code) => code === 'accounts.tooManyTries')).toHaveLength(4)
  expect(calls() - before).toBe(10)
})
