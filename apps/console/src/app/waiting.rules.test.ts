import { sayOverdue, waitingOf, waitsTooLong, type Task } from './waiting.rules'

const task = (given: Partial<Task>): Task => ({ key: 'bindings', title: '身份核对', count: 1, unit: '件', urgency: 'open', words: '', to: '', ...given })

test('what is overdue stands first, then what is of today, then what is more', () => {
  const tasks = [task({ key: 'a', count: 9 }), task({ key: 'b', count: 30 }), task({ key: 'c', urgency: 'today' }), task({ key: 'd', urgency: 'overdue' }), task({ key: 'none', count: 0, urgency: 'overdue' })]
  expect(waitingOf(tasks).map(({ key }) => key)).toEqual(['d', 'c', 'b', 'a'])
  expect(sayOverdue(tasks)).toBe('有 1 件已经超期，请先办。')
  expect(sayOverdue([task({})])).toBe('')
})

test('an asking waits too long after two whole days', () => {
  const now = Date.parse('2026-11-25T09:00:00+08:00')
  expect(waitsTooLong('2026-11-23T09:00:00+08:00', now)).toBe(false)
  expect(waitsTooLong('2026-11-23T08:59:59+08:00', now)).toBe(true)
  expect(waitsTooLong(undefined, now)).toBe(false)
})
