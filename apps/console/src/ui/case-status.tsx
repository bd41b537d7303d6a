import type { ReactNode } from 'react'
import { formatExact } from '../platform/dates.rules'
import { dueWords, type Deadline } from '../platform/due.rules'

/** Where a case stands: its state, who has it, until when. */
export function CaseStatus({ of, mark, children }: { of: Deadline; mark: ReactNode; children: ReactNode }) {
  return (
    <div className={`case-due ${of.isOverdue ? 'is-late' : ''}`} role="status">
      {mark}
      <span>{children}</span>
      {of.dueAt ? <strong title={formatExact(of.dueAt)}>{dueWords(of)}</strong> : null}
    </div>
  )
}
