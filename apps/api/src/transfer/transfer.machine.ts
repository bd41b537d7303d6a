import type { TransferAction, TransferClockAction, TransferOffice, TransferState } from '@dangqun/contracts/transfer/vocabulary'

export type TransferStep = TransferAction | TransferClockAction

/** Back to where the case was before it was held for a second opinion. */
export const whereItWas = 'where-it-was'
type Target = TransferState | typeof whereItWas

/**
 * 组织关系接转, as the regulation tells it: from which state which act leads where.
 * Bounded by 中国共产党党员教育管理工作条例 Art. 25 and 组通字〔2006〕45号; the second opinions and the steps
 * before the letter are the house's own.
 */
export const transferTransitions = {
  // 转入先登记意向：支部、党委都同意，才是可接收；还不算一件未办结的接转。
  intake: { endorse: 'intake', place: 'placed', refuse: 'refusal_pending', withdraw: 'withdrawn' },
  placed: { receive: 'receiving', expire: 'expired', withdraw: 'withdrawn' },

  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { precheck: 'prechecked', return: 'returned', withdraw: 'withdrawn' },
  prechecked: { endorse: 'endorsed', return: 'returned', refuse: 'refusal_pending', withdraw: 'withdrawn' },
  // 同一党委内调整不开介绍信，党委直接接收。
  endorsed: { issue: 'issued', accept: 'accepted', return: 'returned', refuse: 'refusal_pending', withdraw: 'withdrawn' },
  refusal_pending: { 'confirm-refusal': 'refused', 'overturn-refusal': whereItWas, lapse: whereItWas },
  returned: { submit: 'submitted', withdraw: 'withdrawn' },

  issued: { receive: 'receiving', reissue: 'issued', void: 'voided', expire: 'expired' },
  receiving: { 'request-archive': 'archive_check', accept: 'accepted', reject: 'rejection_pending' },
  archive_check: { 'request-supplement': 'supplement', accept: 'accepted', reject: 'rejection_pending' },
  supplement: { supplement: 'archive_check' },
  rejection_pending: { 'confirm-rejection': 'rejected', 'overturn-rejection': whereItWas },

  // 责任在此转移；编入支部与寄回回执并行，两件都办了才能办结。
  accepted: { assign: 'accepted', 'file-receipt': 'accepted', close: 'closed' },
  rejected: { reissue: 'issued', return: 'returned', void: 'voided' },
  expired: { reissue: 'issued', void: 'voided', accept: 'accepted', place: 'placed' },

  withdrawn: {},
  refused: {},
  voided: {},
  closed: {},
} as const satisfies Record<TransferState, Partial<Record<TransferStep, Target>>>

/** Who moves a case out of a state by an act. Several: any of them. Acts of the clock have nobody. */
export const transferActors = {
  intake: { endorse: ['receiving_branch'], place: ['receiving_committee'], refuse: ['receiving_branch', 'receiving_committee'], withdraw: ['member', 'center'] },
  placed: { receive: ['receiving_committee'], withdraw: ['member', 'center'] },
  draft: { submit: ['member', 'center'], withdraw: ['member', 'center'] },
  submitted: { precheck: ['center'], return: ['center'], withdraw: ['member', 'center'] },
  prechecked: { endorse: ['origin_branch'], return: ['origin_branch'], refuse: ['origin_branch'], withdraw: ['member', 'center'] },
  endorsed: { issue: ['origin_committee'], accept: ['origin_committee'], return: ['origin_committee'], refuse: ['origin_committee'], withdraw: ['member', 'center'] },
  refusal_pending: { 'confirm-refusal': ['origin_committee'], 'overturn-refusal': ['origin_committee'] },
  returned: { submit: ['member', 'center'], withdraw: ['member', 'center'] },
  issued: { receive: ['receiving_committee'], reissue: ['origin_committee'], void: ['origin_committee'] },
  receiving: { 'request-archive': ['receiving_committee'], accept: ['receiving_committee'], reject: ['receiving_committee'] },
  archive_check: { 'request-supplement': ['receiving_committee'], accept: ['receiving_committee'], reject: ['receiving_committee'] },
  supplement: { supplement: ['origin_committee'] },
  rejection_pending: { 'confirm-rejection': ['receiving_committee'], 'overturn-rejection': ['receiving_committee'] },
  accepted: { assign: ['receiving_branch'], 'file-receipt': ['receiving_committee'], close: ['receiving_committee'] },
  rejected: { reissue: ['origin_committee'], return: ['origin_committee'], void: ['origin_committee'] },
  expired: { reissue: ['origin_committee'], void: ['origin_committee'], accept: ['origin_committee'], place: ['receiving_committee'] },
  withdrawn: {},
  refused: {},
  voided: {},
  closed: {},
} as const satisfies { [State in TransferState]: Record<Exclude<keyof (typeof transferTransitions)[State], TransferClockAction>, readonly TransferOffice[]> }

/**
 * Where a step leads, or null when the state does not know it.
 * @param heldFrom the state that a case was held in for a second opinion; null unless it is
 */
export function nextTransferState(state: TransferState, step: TransferStep, heldFrom: TransferState | null): TransferState | null {
  const target = (transferTransitions[state] as Partial<Record<TransferStep, Target>>)[step]
  if (target === undefined) return null
  return target === whereItWas ? heldFrom : target
}

/** Acts that people may do in a state, in the order of the table. */
export function transferActionsFrom(state: TransferState): TransferAction[] {
  return Object.keys(transferActors[state]) as TransferAction[]
}

/** Who may do an act in a state; empty when the state does not know it. */
export function actorsOf(state: TransferState, action: TransferAction): readonly TransferOffice[] {
  return (transferActors[state] as Partial<Record<TransferAction, readonly TransferOffice[]>>)[action] ?? []
}
