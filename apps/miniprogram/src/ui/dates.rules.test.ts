import { dateBlock, inShanghai, sayDay, sayDaysLeft, sayDueDay, sayFullSpan, sayOpeningHours, saySpan, today } from './dates.rules'

// 2026-11-24 was a Tuesday; 23:30 in Shanghai is still that day, though 15:30 in UTC.
const now = new Date('2026-11-24T23:30:00+08:00')

test('near days are words, others have weekday and date', () => {
  expect(sayDay('2026-11-24T00:00:00+08:00', now)).toBe('今天')
  expect(sayDay('2026-11-25T00:10:00+08:00', now)).toBe('明天')
  expect(sayDay('2026-11-26T09:00:00+08:00', now)).toBe('后天')
  expect(sayDay('2026-11-23T09:00:00+08:00', now)).toBe('昨天')
  expect(sayDay('2026-11-28T09:00:00+08:00', now)).toBe('周六 11月28日')
  expect(sayDay('2027-01-02T09:00:00+08:00', now)).toBe('周六 2027年1月2日')
})

test('the day is Shanghai’s, whatever zone the moment is written in', () => {
  expect(sayDay('2026-11-24T16:30:00Z', now)).toBe('明天')
})

test('a span names its day once, and both days over midnight', () => {
  expect(saySpan('2026-11-28T09:00:00+08:00', '2026-11-28T11:30:00+08:00', now)).toBe('周六 11月28日 9:00–11:30')
  expect(saySpan('2026-11-25T22:00:00+08:00', '2026-11-26T00:30:00+08:00', now)).toBe('明天 22:00 到 后天 0:30')
  expect(sayFullSpan('2026-11-25T09:00:00+08:00', '2026-11-25T10:00:00+08:00', now)).toBe('明天 · 11月25日 周三 9:00–10:00')
  expect(sayFullSpan('2026-11-28T09:00:00+08:00', '2026-11-28T10:00:00+08:00', now)).toBe('11月28日 周六 9:00–10:00')
})

test('a date block says 今天 and 明天, weekdays within a week, then months', () => {
  expect(dateBlock('2026-11-24T23:50:00+08:00', now)).toEqual({ large: '24', small: '今天' })
  expect(dateBlock('2026-11-25T09:00:00+08:00', now)).toEqual({ large: '25', small: '明天' })
  expect(dateBlock('2026-11-30T09:00:00+08:00', now)).toEqual({ large: '30', small: '周一' })
  expect(dateBlock('2026-12-05T09:00:00+08:00', now)).toEqual({ large: '5', small: '12月' })
  expect(dateBlock('2026-11-10T09:00:00+08:00', now)).toEqual({ large: '10', small: '11月' })
})

test('deadlines are said in working days, and late ones plainly', () => {
  expect(sayDueDay('2026-12-03T23:59:59+08:00')).toBe('12 月 3 日（周四）')
  expect(sayDueDay('2027-01-04', new Date('2026-12-01T08:00:00Z'))).toBe('2027 年 1 月 4 日（周一）')
  expect([[5, false], [0, false], [-2, true], [0, true], [null, false]].map(([daysLeft, isOverdue]) => sayDaysLeft({ daysLeft: daysLeft as number | null, isOverdue: isOverdue as boolean }))).toEqual(['还有 5 个工作日', '今天到期', '已超过 2 个工作日', '刚过期限', null])
})

test('opening hours are folded', () => {
  const hours = (from: number, to: number, opens: string, closes: string) => Array.from({ length: to - from + 1 }, (_, index) => ({ weekday: from + index, opens, closes }))
  expect(sayOpeningHours([...hours(1, 5, '08:30', '20:30'), ...hours(6, 7, '09:00', '17:30')])).toEqual(['周一至周五 8:30–20:30', '周六至周日 9:00–17:30'])
  expect(sayOpeningHours(hours(1, 7, '09:00', '18:00'))).toEqual(['每天 9:00–18:00'])
  expect(sayOpeningHours([...hours(1, 1, '09:00', '12:00'), ...hours(1, 1, '14:00', '18:00')])).toEqual(['周一 9:00–12:00、14:00–18:00', '周二至周日 休息'])
})

test('before eight in the morning it is today already', () => {
  expect(today(new Date('2026-11-24T16:30:00Z'))).toBe('2026-11-25')
  expect(today(new Date('2026-11-24T15:59:00Z'))).toBe('2026-11-24')
})

test('a date alone is that day', () => {
  expect(inShanghai('2026-12-03')).toMatchObject({ month: 12, day: 3, weekday: '周四' })
  expect(inShanghai('2026-12-02T16:00:00Z')).toMatchObject({ month: 12, day: 3 })
})
