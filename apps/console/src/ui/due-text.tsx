import { formatExact } from '../platform/dates.rules'
import { dueWords, type Deadline } from '../platform/due.rules'

/** A deadline in words, its moment on hover. */
export function DueText({ of }: { of: Deadline }) {
  if (of.dueAt === null) return <span className="quiet">不限</span>
  return <time dateTime={of.dueAt} title={formatExact(of.dueAt)} className={of.isOverdue ? 'due is-late' : of.daysLeft === 0 ? 'due is-near' : 'due'}>{dueWords(of)}</time>
}
