import { sayChanges } from './activities-changes.rules.js'

const before = { startsAt: new Date('2026-12-05T14:00:00+08:00'), endsAt: new Date('2026-12-05T16:00:00+08:00'), place: '二楼' }

test.each([
  ['nothing', {}, null],
  ['the end', { endsAt: new Date('2026-12-05T17:00:00+08:00') }, '时间改为 12月5日（周六）14:00–17:00'],
  ['the place', { place: '三楼报告厅' }, '地点改为 三楼报告厅'],
  ['both', { startsAt: new Date('2026-12-05T15:00:00+08:00'), place: '三楼' }, '时间改为 12月5日（周六）15:00–16:00，地点改为 三楼'],
])('%s changed', (_, changes, words) => {
  expect(sayChanges(before, { ...before, ...changes })).toBe(words)
})
