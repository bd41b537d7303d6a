import { newTotpSecret, totpAt, totpStep, totpUri } from './totp.js'

// "12345678901234567890", the key of RFC 6238, Appendix B; its codes have 8 digits, of which ours are the last 6.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([[59, '94287082'], [1111111109, '07081804'], [1111111111, '14050471'], [1234567890, '89005924'], [2000000000, '69279037'], [20000000000, '65353130']])('at %d seconds RFC 6238 says %s', (seconds, code) => {
  expect(totpAt(secret, new Date(seconds * 1000))).toBe(code.slice(-6))
})

test('a code is good one step around its moment, and never for a step that is used up', () => {
  const at = new Date(1111111111_000)
  const step = Math.floor(1111111111 / 30)
  const code = totpAt(secret, at)
  for (const [offset, found] of [[-60, null], [-30, step], [0, step], [30, step], [60, null]] as const) expect(totpStep(secret, code, new Date(at.getTime() + offset * 1000), 0)).toBe(found)
  expect(totpStep(secret, code, at, step - 1)).toBe(step)
  expect(totpStep(secret, code, at, step)).toBeNull()
  for (const wrong of ['', '000000', '1', `${code}0`, '汉字汉字汉字']) expect(totpStep(secret, wrong, at, 0)).toBeNull()
})

test('a new secret has 160 bits, and its address says all that an app needs', () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/)
  expect(newTotpSecret()).not.toBe(newTotpSecret())
  expect(totpUri(secret, '党群', 'manager')).toBe(`otpauth://totp/%E5%85%9A%E7%BE%A4:manager?secret=${secret}&issuer=%E5%85%9A%E7%BE%A4&algorithm=SHA1&digits=6&period=30`)
})
