import { sayOverdue, waitingOf, waitsTooLong, type Task } from './waiting.rules'

const task = (given: Partial<Task>): Task => ({ key: 'bindings', title: '身份核对', count: 1, unit: '件', overdue: 0, words: '', to: '', ...given })

test('what is overdue stands first, then what is more; only what is overdue counts as such', () => {
  const tasks = [task({ key: 'a', count: 9 }), task({ key: 'b', count: 30 }), task({ key: 'd', count: 4, overdue: 2 }), task({ key: 'none', count: 0 })]
  expect(waitingOf(tasks).map(({ key }) => key)).toEqual(['d', 'b', 'a'])
  expect(sayOverdue(tasks)).toBe('有 2 件已经超期，请先办。')
  expect(sayOverdue([task({})])).toBe('')
})

test('an asking waits too long after two whole days', () => {
  const now = Date.parse('2026-11-25T09:00:00+08:00')
  expect(waitsTooLong('2026-11-23T09:00:00+08:00', now)).toBe(false)
  expect(waitsTooLong('2026-11-23T08:59:59+08:00', now)).toBe(true)
})
