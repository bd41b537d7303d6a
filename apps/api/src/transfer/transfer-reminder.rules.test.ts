import { endOfDay } from '../platform/calendar/calendar.rules.js'
import { nextReminder, reminderNow, remindersOf, sayLeft } from './transfer-reminder.rules.js'
import type { CaseFacts } from './transfer.rules.js'

const at = (moment: string) => new Date(`${moment}+08:00`)
const issued: CaseFacts = {
  direction: 'out', kind: 'cross_province_paper', state: 'issued', enteredAt: at('2026-12-01T10:00:00'), letterValidUntil: '2026-12-31', acceptedAt: null, isAssigned: false, isReceiptFiled: false, isBranchKnown: false, isBranchAgreed: false,
}
const days = (facts: CaseFacts, due: string | null = facts.letterValidUntil) => remindersOf(facts, due === null ? null : endOfDay(due)).map((each) => [each.at.toISOString(), each.daysLeft])

test('a letter is reminded of 10, 3 and 0 days before it ends, in the morning', () => {
  expect(days(issued)).toEqual([[at('2026-12-21T09:00:00').toISOString(), 10], [at('2026-12-28T09:00:00').toISOString(), 3], [at('2026-12-31T09:00:00').toISOString(), 0]])
  expect(days({ ...issued, letterValidUntil: '2026-12-08' }).map(([, left]) => left)).toEqual([3, 0])
  expect(days({ ...issued, state: 'placed', letterValidUntil: null }, '2027-02-28').map(([, left]) => left)).toEqual([10, 3, 0])
})

test('what has no letter, or has left the state, is not reminded of', () => {
  expect(days({ ...issued, kind: 'in_province', letterValidUntil: null }, '2026-12-08')).toEqual([])
  expect(days({ ...issued, state: 'receiving' }, '2026-12-08')).toEqual([])
})

test('the receipt’s alarm rings for the receiving committee on day 25, until it was filed', () => {
  const accepted: CaseFacts = { ...issued, state: 'accepted', acceptedAt: at('2026-12-10T15:00:00') }
  expect(remindersOf(accepted, null)).toEqual([{ at: at('2027-01-04T09:00:00'), to: 'receiving_committee', daysLeft: 6 }])
  expect(remindersOf({ ...accepted, isReceiptFiled: true }, null)).toEqual([])
  expect(remindersOf({ ...accepted, kind: 'in_province' }, null)).toEqual([])
  expect(remindersOf({ ...accepted, direction: 'internal', kind: 'internal' }, null)).toEqual([])
})

test('the next one comes after now; today’s is said, yesterday’s is not', () => {
  const all = remindersOf(issued, endOfDay('2026-12-31'))
  expect(nextReminder(all, at('2026-12-21T09:00:00'))?.daysLeft).toBe(3)
  expect(nextReminder(all, at('2026-12-31T09:00:00'))).toBeNull()
  expect(reminderNow(all, at('2026-12-21T09:00:00'))?.daysLeft).toBe(10)
  expect(reminderNow(all, at('2026-12-21T08:59:59'))).toBeNull()
  expect(reminderNow(all, at('2026-12-22T09:00:00'))).toBeNull()
})

test('the days are said as people say them', () => {
  expect([sayLeft(10), sayLeft(0)]).toEqual(['还有 10 天到期', '今天到期'])
})
