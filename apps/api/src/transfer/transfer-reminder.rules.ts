import { isOnPaper } from '@dangqun/contracts/transfer/vocabulary'
import { addDays, localDateOf, type LocalDate } from '../platform/calendar/calendar.rules.js'
import { letterReminders, receiptAlarmDay, receiptDueAt, type CaseFacts } from './transfer.rules.js'

/** Somebody is told before a deadline: the member of a letter or a placement, the receiving committee of its receipt. */
export interface Reminder {
  /** Nine in the morning, in Shanghai. */
  readonly at: Date
  readonly to: 'member' | 'receiving_committee'
  /** Calendar days from that morning to the last day. */
  readonly daysLeft: number
}

/** All reminders of a case as it stands, earliest first; a letter that is shorter than 10 days has fewer. */
export function remindersOf(facts: CaseFacts, dueAt: Date | null): Reminder[] {
  const isTimed = facts.state === 'placed' || (facts.state === 'issued' && facts.letterValidUntil !== null)
  if (isTimed && dueAt) {
    const last = localDateOf(dueAt)
    return letterReminders.map((daysLeft) => ({ at: morningOf(addDays(last, -daysLeft)), to: 'member' as const, daysLeft })).filter(({ at }) => at > facts.enteredAt)
  }
  const owesReceipt = facts.state === 'accepted' && isOnPaper(facts.kind) && facts.direction !== 'internal' && !facts.isReceiptFiled
  if (!owesReceipt || !facts.acceptedAt) return []
  const alarm = addDays(localDateOf(facts.acceptedAt), receiptAlarmDay)
  return [{ at: morningOf(alarm), to: 'receiving_committee', daysLeft: daysBetween(alarm, localDateOf(receiptDueAt(facts.acceptedAt))) }]
}

/** The next one after a moment; null when none comes. */
export function nextReminder(reminders: readonly Reminder[], now: Date): Reminder | null {
  return reminders.find(({ at }) => at > now) ?? null
}

/** The one of today that is due; one that a job comes for a day late is said no more. */
export function reminderNow(reminders: readonly Reminder[], now: Date): Reminder | null {
  return reminders.find(({ at }) => at <= now && localDateOf(at) === localDateOf(now)) ?? null
}

/** `还有 3 天到期`, `今天到期` */
export function sayLeft(daysLeft: number): string {
  return daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天到期`
}

function morningOf(date: LocalDate): Date {
  return new Date(`${date}T09:00:00+08:00`)
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
