import { readSlip, sayDay } from './transfer-slip.rules'

test('a code comes in the address, or in the link that WeChat hands over', () => {
  expect(readSlip({ code: 'a.b.c' })).toBe('a.b.c')
  expect(readSlip({ q: encodeURIComponent('https://example.org/#/transfer/pages/slip/index?code=a.b.c&x=1') })).toBe('a.b.c')
  expect(readSlip({})).toBeNull()
  expect(readSlip({ q: '%' })).toBeNull()
})

test('a day is said in words', () => {
  expect(sayDay('2026-12-01')).toBe('2026年12月1日')
})
