import { sayDistance, sayNextSpecialDay, sayOpening } from './centers-words.rules'

const now = new Date('2026-12-01T12:30:00+08:00')

test.each([
  [{ isOpen: true, closesAt: '20:30', opensAt: null, note: null }, '开放中', '今天到 20:30'],
  [{ isOpen: true, closesAt: '12:00', opensAt: null, note: '下午检修' }, '开放中', '今天到 12:00（下午检修）'],
  [{ isOpen: false, closesAt: null, opensAt: '2026-12-01T14:00:00+08:00', note: null }, '还没开门', '今天 14:00 开放'],
  [{ isOpen: false, closesAt: null, opensAt: '2026-12-03T09:00:00+08:00', note: '消防检修' }, '已闭馆', '后天 9:00 开放（消防检修）'],
  [{ isOpen: false, closesAt: null, opensAt: null, note: null }, '已闭馆', '近期不开放，来之前请先打电话'],
])('%j', (opening, lead, note) => {
  expect(sayOpening(opening, now)).toMatchObject({ lead, note })
})

test('the next special day within a week is said before it comes', () => {
  const day = (date: string, spans: { opens: string; closes: string }[] = []) => ({ date, spans, note: '检修' })
  expect(sayNextSpecialDay([day('2026-12-01'), day('2026-12-02')], now)).toBe('明天 闭馆（检修）')
  expect(sayNextSpecialDay([day('2026-12-05', [{ opens: '13:00', closes: '18:00' }])], now)).toBe('周六 12月5日 只在 13:00–18:00 开放（检修）')
  expect(sayNextSpecialDay([day('2026-12-09')], now)).toBeNull()
})

test.each([[12, '约 100 米'], [340, '约 300 米'], [960, '约 1.0 公里'], [2690, '约 2.7 公里'], [123_456, '约 123 公里']])('%d m: %s', (metres, words) => {
  expect(sayDistance(metres)).toBe(words)
})
