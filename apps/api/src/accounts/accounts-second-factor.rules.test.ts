import { roles } from '@dangqun/contracts/accounts/vocabulary'
import { deviceName, needsSecondFactor, plainDigits } from './accounts-second-factor.rules.js'

test('managers and the three administrators need one', () => {
  expect(roles.filter((role) => needsSecondFactor([role]))).toEqual(['center_manager', 'system_admin', 'security_admin', 'audit_admin'])
  expect(needsSecondFactor([])).toBe(false)
})

test.each([['123 456', '123456'], ['１２３４５６', '123456'], ['12345', null], ['1234567', null], ['abcdef', null]])('%p is read as %p', (typed, digits) => expect(plainDigits(typed)).toBe(digits))

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0 Safari/537.36', 'Windows · Chrome 浏览器'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0', '微信'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/18 Safari/605.1', 'Mac · Safari 浏览器'],
  ['node', ''],
])('%p is called %p', (agent, name) => expect(deviceName(agent)).toBe(name))
