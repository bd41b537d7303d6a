import type { TransferFinding } from '@dangqun/contracts/transfer/schemas'
import {
  isOnPaper, transferActionNeeds, type TransferAction, type TransferDirection, type TransferErrorCode, type TransferKind, type TransferOffice, type TransferState,
} from '@dangqun/contracts/transfer/vocabulary'
import { dueAfterDays, dueAfterMonths, dueAfterWorkingDays, endOfDay, type WorkCalendar } from '../platform/calendar/calendar.rules.js'

/** A case as the rules see it: plain data, days as `yyyy-MM-dd` in Shanghai. */
export interface CaseFacts {
  readonly direction: TransferDirection
  readonly kind: TransferKind
  readonly state: TransferState
  /** When the case came into its state. */
  readonly enteredAt: Date
  /** The last day of the standing letter; null before one was issued, and online. */
  readonly letterValidUntil: string | null
  readonly acceptedAt: Date | null
  readonly isAssigned: boolean
  readonly isReceiptFiled: boolean
  /** In an intake: the branch that is to take the member has been chosen … */
  readonly isBranchKnown: boolean
  /** … and has agreed. */
  readonly isBranchAgreed: boolean
}

/** Deadlines of one centre; numbers without a word are working days. Ours, bounded by the regulation; the letter's 90 days and the receipt's month are law (组通字〔2006〕45号). */
export interface TransferLimits {
  readonly intake: number
  readonly submitted: number
  readonly prechecked: number
  readonly endorsed: number
  readonly refusal_pending: number
  readonly receiving: number
  readonly archive_check: number
  readonly rejection_pending: number
  readonly rejected: number
  readonly expired: number
  readonly supplementDays: number
  readonly assignDays: number
  readonly placedDays: number
}

export const defaultTransferLimits: TransferLimits = {
  intake: 5, submitted: 1, prechecked: 3, endorsed: 5, refusal_pending: 3, receiving: 5, archive_check: 10, rejection_pending: 3, rejected: 3, expired: 5, supplementDays: 30, assignDays: 7, placedDays: 90,
}

/** Until when whoever has the case must act; null: no clock. */
export function dueAt(facts: CaseFacts, limits: TransferLimits, calendar: WorkCalendar): Date | null {
  const { state, enteredAt } = facts
  switch (state) {
    case 'issued': return facts.letterValidUntil === null ? dueAfterWorkingDays(calendar, enteredAt, limits.receiving) : endOfDay(facts.letterValidUntil)
    case 'placed': return dueAfterDays(enteredAt, limits.placedDays)
    case 'supplement': return dueAfterDays(enteredAt, limits.supplementDays)
    case 'accepted': return acceptedDue(facts, limits)
    case 'intake': case 'submitted': case 'prechecked': case 'endorsed': case 'refusal_pending': case 'receiving': case 'archive_check': case 'rejection_pending': case 'rejected': case 'expired':
      return dueAfterWorkingDays(calendar, enteredAt, limits[state])
    default: return null
  }
}

/** After acceptance two duties run side by side: 编入支部 in 7 days, 回执 in one month. The nearer open one is the case's. */
function acceptedDue(facts: CaseFacts, limits: TransferLimits): Date {
  const from = facts.acceptedAt ?? facts.enteredAt
  return facts.isAssigned ? receiptDueAt(from) : dueAfterDays(from, limits.assignDays)
}

/** 回执联 goes back within one month (组通字〔2006〕45号); the alarm rings on day 25. */
export function receiptDueAt(acceptedAt: Date): Date {
  return dueAfterMonths(acceptedAt, 1)
}
export const receiptAlarmDay = 25

/** A receipt answers a letter on paper. */
export function hasReceipt({ kind, direction }: Pick<CaseFacts, 'kind' | 'direction'>): boolean {
  return isOnPaper(kind) && direction !== 'internal'
}

/** A letter is reminded of at 10, 3 and 0 days left. */
export const letterReminders = [10, 3, 0] as const

/** What the clock does to a case that nobody moved in time; null: nothing, it is only overdue. */
export function clockAction(facts: CaseFacts, now: Date, limits: TransferLimits, calendar: WorkCalendar): 'expire' | 'lapse' | null {
  const due = dueAt(facts, limits, calendar)
  if (due === null || now <= due) return null
  if (facts.state === 'refusal_pending') return 'lapse'
  if (facts.state === 'placed' || (facts.state === 'issued' && facts.letterValidUntil !== null)) return 'expire'
  return null
}

export interface ActParts {
  readonly reason?: string | undefined
  readonly comment?: string | undefined
  readonly letter?: object | undefined
  readonly incomingLetter?: object | undefined
  readonly reissueCause?: string | undefined
  readonly branchId?: string | undefined
  readonly branchName?: string | undefined
  readonly reference?: string | undefined
  readonly receiptOn?: string | undefined
  readonly missingItems?: readonly string[] | undefined
}

const partPaths = { reason: 'reason', comment: 'comment', letter: 'letter', incomingLetter: 'incomingLetter', reissueCause: 'reissueCause', branch: 'branchId', reference: 'reference', receipt: 'receiptOn', missingItems: 'missingItems' } as const
const partWords = { reason: '请选择原因', comment: '请写明说明', letter: '请填写介绍信编号、日期和有效期', incomingLetter: '请填写来信的编号、日期、有效期和开具单位', reissueCause: '请选择重开原因', branch: '请选择要编入的支部', reference: '请填写正式编号', receipt: '请填写回执日期', missingItems: '请列出要补的材料' } as const

/** Field errors of an act that lacks what it needs; R99 其他 must be explained. */
export function missingParts(facts: Pick<CaseFacts, 'state' | 'direction' | 'kind' | 'letterValidUntil'>, action: TransferAction, parts: ActParts): { path: string; message: string }[] {
  return transferActionNeeds(action, facts)
    .filter((part) => {
      if (part === 'comment') return parts.reason === undefined ? !parts.comment : parts.reason === 'R99' && !parts.comment
      if (part === 'branch') return !parts.branchId && !parts.branchName
      if (part === 'receipt') return !parts.receiptOn
      if (part === 'missingItems') return !parts.missingItems?.length
      return !parts[part]
    })
    .map((part) => ({ path: partPaths[part], message: partWords[part] }))
}

/** Why an act that the machine knows is not possible for this very case at this moment; null: it is. */
export function actionBlock(facts: CaseFacts, action: TransferAction, now: Date, findings: readonly TransferFinding[], receiptOn?: string): TransferErrorCode | null {
  const { state, direction } = facts
  switch (action) {
    case 'submit': return hasStop(findings)
    // A probation may run out, or 停止党籍 be decided, while the case was under way (R09, 条例 Art. 24).
    case 'issue': return direction === 'out' ? hasStop(findings) : 'transfer.wrongState'
    case 'place': return direction === 'in' && (state === 'expired' || facts.isBranchAgreed) ? null : 'transfer.wrongState'
    case 'endorse': return state === 'intake' && facts.isBranchAgreed ? 'transfer.wrongState' : null
    case 'receive': return isLetterOver(facts, now) ? 'transfer.letterRanOut' : null
    case 'accept':
      if (state === 'endorsed') return direction === 'internal' ? hasStop(findings) : 'transfer.wrongState'
      if (state !== 'expired') return null
      if (direction !== 'out' || facts.letterValidUntil === null) return 'transfer.wrongState'
      // A letter that ran out counts only when its receipt shows acceptance by the last valid day.
      return receiptOn !== undefined && receiptOn > facts.letterValidUntil ? 'transfer.acceptedTooLate' : null
    // After a letter the origin alone issues anew or gives up, on its own record.
    case 'reissue': case 'void': return direction === 'out' ? null : 'transfer.wrongState'
    case 'return': return state === 'rejected' && direction === 'in' ? 'transfer.wrongState' : null
    case 'assign': return facts.isAssigned ? 'transfer.wrongState' : null
    case 'file-receipt': return hasReceipt(facts) && !facts.isReceiptFiled ? null : 'transfer.wrongState'
    case 'close': return facts.isAssigned && (facts.isReceiptFiled || !hasReceipt(facts)) ? null : 'transfer.dutiesOpen'
    default: return null
  }
}

/** Whether the standing letter's last valid day has passed. */
export function isLetterOver({ letterValidUntil }: Pick<CaseFacts, 'letterValidUntil'>, now: Date): boolean {
  return letterValidUntil !== null && now > endOfDay(letterValidUntil)
}

function hasStop(findings: readonly TransferFinding[]): 'transfer.incomplete' | null {
  return findings.some(({ level }) => level === 'stop') ? 'transfer.incomplete' : null
}

/** Whether a case stands in the way of another one of the same member and direction. An intake does not count. */
export function isOpen(state: TransferState): boolean {
  return !['intake', 'placed', 'withdrawn', 'refused', 'voided', 'closed'].includes(state)
}

const usualWay: Record<TransferDirection, readonly (readonly [TransferState, TransferOffice])[]> = {
  out: [['submitted', 'center'], ['prechecked', 'origin_branch'], ['endorsed', 'origin_committee'], ['issued', 'receiving_committee'], ['receiving', 'receiving_committee'], ['accepted', 'receiving_branch']],
  internal: [['submitted', 'center'], ['prechecked', 'origin_branch'], ['endorsed', 'origin_committee'], ['accepted', 'receiving_branch']],
  in: [['intake', 'receiving_committee'], ['placed', 'receiving_committee'], ['receiving', 'receiving_committee'], ['accepted', 'receiving_branch']],
}
const detours: Partial<Record<TransferState, TransferState>> = { draft: 'submitted', returned: 'submitted', archive_check: 'receiving', supplement: 'receiving', rejected: 'issued', expired: 'issued' }

/**
 * What is usually still to come behind a state, nearest first; empty at an end.
 * @param heldFrom the state that a case was held in for a second opinion; null unless it is
 */
export function stepsAhead(direction: TransferDirection, state: TransferState, heldFrom: TransferState | null): { state: TransferState; office: TransferOffice }[] {
  const way = usualWay[direction]
  const onWay = detours[heldFrom ?? state] ?? heldFrom ?? state
  const here = way.findIndex(([each]) => each === onWay)
  if (here < 0) return []
  // A case that stands beside the way has the step it comes back to still before it.
  return way.slice(here + (onWay === state ? 1 : 0)).map(([each, office]) => ({ state: each, office }))
}

/** Whom a case waits for in its state; null at an end. A draft waits for its member. */
export function holderOf(facts: Pick<CaseFacts, 'state' | 'isAssigned' | 'isBranchKnown' | 'isBranchAgreed' | 'direction'>): TransferOffice | null {
  switch (facts.state) {
    case 'draft': case 'returned': return 'member'
    case 'submitted': return 'center'
    case 'prechecked': return 'origin_branch'
    case 'endorsed': case 'supplement': return 'origin_committee'
    case 'refusal_pending': return facts.direction === 'in' ? 'receiving_committee' : 'origin_committee'
    case 'rejected': case 'expired': return facts.direction === 'in' ? 'receiving_committee' : 'origin_committee'
    // Until somebody has chosen a branch, the desk helps to find one.
    case 'intake': return !facts.isBranchKnown ? 'center' : facts.isBranchAgreed ? 'receiving_committee' : 'receiving_branch'
    case 'accepted': return facts.isAssigned ? 'receiving_committee' : 'receiving_branch'
    case 'issued': case 'placed': case 'receiving': case 'archive_check': case 'rejection_pending': return 'receiving_committee'
    default: return null
  }
}

/** Ids of organisations of this centre; null where that side is outside of it. */
export interface CaseOrganizations {
  readonly holder: TransferOffice | null
  readonly originBranchId: string | null
  readonly originCommitteeId: string | null
  readonly receivingBranchId: string | null
  readonly receivingCommitteeId: string | null
  readonly twinCenterId: string | null
}

/** Which organisation of this centre has to act: an outside side's acts are recorded by the other side's committee. */
export function holderIdOf(transfer: CaseOrganizations): string | null {
  switch (transfer.holder) {
    case 'origin_branch': return transfer.originBranchId
    case 'origin_committee': return transfer.originCommitteeId ?? (transfer.twinCenterId ? null : transfer.receivingCommitteeId)
    case 'receiving_committee': return transfer.receivingCommitteeId ?? (transfer.twinCenterId ? null : transfer.originCommitteeId)
    case 'receiving_branch': return transfer.receivingBranchId ?? transfer.receivingCommitteeId ?? (transfer.twinCenterId ? null : transfer.originCommitteeId)
    default: return null
  }
}
