import { comingDays, nextSpan, readClock, saySpans, sayWeek, withSpans } from './centers-hours.rules'

const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:30', closes: '20:30' }))

test('a week in as few lines as it needs', () => {
  expect(sayWeek(hours)).toEqual(['周一至周五 8:30–20:30', '周六至周日 休息'])
  expect(sayWeek(withSpans(hours, 3, [{ opens: '14:00', closes: '18:00' }, { opens: '09:00', closes: '12:00' }]))).toEqual(['周一至周二 8:30–20:30', '周三 9:00–12:00、14:00–18:00', '周四至周五 8:30–20:30', '周六至周日 休息'])
})

test('a further span begins after the last one and stays within the day', () => {
  expect(nextSpan([])).toEqual({ opens: '09:00', closes: '18:00' })
  expect(nextSpan([{ opens: '14:00', closes: '18:00' }, { opens: '09:00', closes: '12:00' }])).toEqual({ opens: '19:00', closes: '22:00' })
  expect(nextSpan([{ opens: '09:00', closes: '23:30' }])).toEqual({ opens: '22:00', closes: '23:00' })
})

test('the coming days as visitors find them, special ones with their reason', () => {
  const days = comingDays(hours, [{ date: '2026-12-02', spans: [], note: '消防检修' }], Date.parse('2026-11-30T23:30:00Z'), 5)
  expect(days.map(({ name, words, note }) => [name, words, note])).toEqual([
    ['今天 12月1日 周二', '8:30–20:30', null], ['12月2日 周三', '休息', '消防检修'], ['12月3日 周四', '8:30–20:30', null], ['12月4日 周五', '8:30–20:30', null], ['12月5日 周六', '休息', null],
  ])
  expect(saySpans([])).toBe('休息')
})

test.each([['8:30', '08:30'], ['0830', '08:30'], ['９：００', '09:00'], ['20.15', '20:15'], ['930', '09:30'], ['半夜', '半夜']])('%s is read as %s', (typed, time) => {
  expect(readClock(typed)).toBe(time)
})
