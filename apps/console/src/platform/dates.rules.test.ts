import { formatExact, formatRange, formatRelative, fromWallClock, inShanghai, toMinute } from './dates.rules'

const now = Date.parse('2026-11-25T18:00:00+08:00')

test.each([
  ['2026-11-25T18:00:20+08:00', '刚刚'],
  ['2026-11-25T18:20:00+08:00', '20 分钟后'],
  ['2026-11-25T09:00:00+08:00', '9 小时前'],
  ['2026-11-26T00:30:00+08:00', '明天'],
  ['2026-11-24T23:59:00+08:00', '昨天'],
  ['2026-11-28T08:30:00+08:00', '3 天后'],
  ['2027-03-01T08:30:00+08:00', '3 个月后'],
  ['2016-11-25T18:00:00+08:00', '10 年前'],
])('%s is %s', (moment, words) => {
  expect(formatRelative(moment, now)).toBe(words)
})

test('times are Shanghai’s wherever the browser stands, with the year when it is another one', () => {
  expect(formatRange('2026-11-28T00:30:00Z', '2026-11-28T04:00:00Z', now)).toBe('11月28日 周六 08:30–12:00')
  expect(formatRange('2026-12-31T15:00:00Z', '2026-12-31T17:00:00Z', now)).toBe('12月31日 周四 23:00 至 2027年1月1日 周五 01:00')
  expect(formatExact('2026-11-28T00:30:05Z')).toBe('2026-11-28 08:30:05（北京时间）')
})

test('what a picker shows is read as Shanghai’s clock', () => {
  expect(fromWallClock(inShanghai('2026-11-28T00:30:00Z'))).toBe('2026-11-28T08:30:00+08:00')
  expect(toMinute('2026-11-28T00:30:59.999Z')).toBe('2026-11-28T08:30:00+08:00')
})
