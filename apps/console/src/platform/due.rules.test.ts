import { dueWords } from './due.rules'

test('a deadline is said in working days', () => {
  const at = (daysLeft: number, isOverdue = false) => dueWords({ dueAt: '2026-12-01T23:59:59+08:00', daysLeft, isOverdue })
  expect([at(3), at(0), at(0, true), at(-2, true)]).toEqual(['还有 3 个工作日', '今天到期', '已超期', '超期 2 个工作日'])
  expect(dueWords({ dueAt: null, daysLeft: null, isOverdue: false })).toBe('')
})
