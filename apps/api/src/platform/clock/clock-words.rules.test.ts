import { sayMoment, saySpan } from './clock-words.rules.js'

const at = (iso: string) => new Date(iso)

test('a moment is said as in Shanghai, whatever offset it came with', () => {
  expect(sayMoment(at('2026-12-05T06:05:00Z'))).toBe('12月5日（周六）14:05')
  expect(sayMoment(at('2026-12-05T23:59:00+08:00'))).toBe('12月5日（周六）23:59')
  expect(sayMoment(at('2026-12-05T16:00:00Z'))).toBe('12月6日（周日）00:00')
})

test('a span names its day once, and both days when they differ', () => {
  expect(saySpan(at('2026-12-05T14:00:00+08:00'), at('2026-12-05T16:30:00+08:00'))).toBe('12月5日（周六）14:00–16:30')
  expect(saySpan(at('2026-12-05T22:00:00+08:00'), at('2026-12-06T00:00:00+08:00'))).toBe('12月5日（周六）22:00 至 12月6日（周日）00:00')
})
