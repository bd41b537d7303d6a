import type { MemberCategory } from '@dangqun/contracts/organization/members/vocabulary'
import type { BulkTransferAction, TransferAction, TransferDirection, TransferOffice, TransferState } from '@dangqun/contracts/transfer/vocabulary'
import { actorsOf } from './transfer.machine.js'

/** What of a case decides who may see and do what. Ids of organisations are null where that side is outside of this system. */
export interface CaseOffices {
  readonly direction: TransferDirection
  readonly memberAccountId: string | null
  readonly originBranchId: string | null
  readonly originCommitteeId: string | null
  readonly receivingBranchId: string | null
  readonly receivingCommitteeId: string | null
  /** The other side is another centre of this system, which acts on its own record. */
  readonly hasTwin: boolean
}

export interface Standing {
  readonly accountId: string
  /** Holds `transfer.handle` at this centre. */
  readonly servesCenter: boolean
  /** Branches whose secretary the caller is, committees whose officer: from the grants' scopes. */
  readonly branchIds: readonly string[]
  readonly committeeIds: readonly string[]
}

/** In which offices of a case somebody sits. The tree decides, not the role's name alone. */
export function officesOf(transfer: CaseOffices, standing: Standing): TransferOffice[] {
  const offices: TransferOffice[] = []
  const sits = (id: string | null, among: readonly string[]) => id !== null && among.includes(id)
  if (transfer.memberAccountId === standing.accountId) offices.push('member')
  if (standing.servesCenter) offices.push('center')
  if (sits(transfer.originBranchId, standing.branchIds)) offices.push('origin_branch')
  if (sits(transfer.originCommitteeId, standing.committeeIds)) offices.push('origin_committee')
  if (sits(transfer.receivingCommitteeId, standing.committeeIds)) offices.push('receiving_committee')
  if (sits(transfer.receivingBranchId, standing.branchIds)) offices.push('receiving_branch')
  // A side outside of this system has no officer here: the other side's clerk records its acts from the paper.
  if (!transfer.hasTwin && transfer.receivingCommitteeId === null && offices.includes('origin_committee')) offices.push('receiving_committee', 'receiving_branch')
  if (!transfer.hasTwin && transfer.originCommitteeId === null && offices.includes('receiving_committee')) offices.push('origin_branch', 'origin_committee')
  // Between a committee and a branch that has no secretary in this system, the committee's officer speaks for it.
  if (transfer.receivingBranchId === null && offices.includes('receiving_committee') && !offices.includes('receiving_branch')) offices.push('receiving_branch')
  return offices
}

/** Whoever sits in no office of a case may not know that it exists. */
export function maySee(offices: readonly TransferOffice[]): boolean {
  return offices.length > 0
}

export function mayAct(state: TransferState, action: TransferAction, offices: readonly TransferOffice[]): boolean {
  return actorsOf(state, action).some((office) => offices.includes(office))
}

const inBulk: Partial<Record<TransferState, BulkTransferAction>> = { submitted: 'precheck', prechecked: 'endorse' }

/** Steps that only agree, through which several cases may be taken at once; everything else is decided one by one. */
export function bulkActions(state: TransferState, offices: readonly TransferOffice[]): BulkTransferAction[] {
  const action = inBulk[state]
  return action && mayAct(state, action, offices) ? [action] : []
}

/** Acts by which somebody gives a second opinion on a colleague's. */
const secondOpinions: readonly TransferAction[] = ['confirm-refusal', 'overturn-refusal', 'confirm-rejection', 'overturn-rejection']

/** A refusal or rejection is decided by two people: whoever asked for it cannot also confirm or overturn it. */
export function isSamePerson(action: TransferAction, accountId: string, heldBy: string | null): boolean {
  return secondOpinions.includes(action) && accountId === heldBy
}

export function mayEdit(state: TransferState, offices: readonly TransferOffice[]): boolean {
  return (state === 'draft' || state === 'returned' || state === 'intake') && (offices.includes('member') || offices.includes('center'))
}

/** Party data in full is for those who have to check it; the desk sees it masked once it has passed its step. */
export function mayReveal(state: TransferState, offices: readonly TransferOffice[]): boolean {
  return offices.some((office) => office === 'member' || office === 'origin_branch' || office === 'origin_committee' || office === 'receiving_committee') || ((state === 'submitted' || state === 'draft') && offices.includes('center'))
}

/** 党员档案 is kept by those who handle the case, never by the member. */
export function keepsArchive(offices: readonly TransferOffice[]): boolean {
  return offices.some((office) => office !== 'member')
}

export function mayUpdateArchive(state: TransferState, offices: readonly TransferOffice[]): boolean {
  return !['draft', 'returned', 'withdrawn', 'refused', 'voided'].includes(state) && keepsArchive(offices)
}

const beforeLetter: readonly TransferState[] = ['draft', 'submitted', 'prechecked', 'endorsed', 'refusal_pending', 'returned']
const ended: readonly TransferState[] = ['withdrawn', 'refused']

/** The origin says why a probation that is over has not been decided (R09); the desk from its paper. */
export function writesOpinion(offices: readonly TransferOffice[]): boolean {
  return offices.some((office) => office === 'origin_branch' || office === 'origin_committee' || office === 'center')
}

/** Before the letter. */
export function mayFileOpinion(state: TransferState, category: MemberCategory | null, offices: readonly TransferOffice[]): boolean {
  return category === 'probationary' && beforeLetter.includes(state) && writesOpinion(offices)
}

/** Before the letter, withdrawing consent is withdrawing the case. */
export function mayWithdrawConsent(state: TransferState, isRestricted: boolean, offices: readonly TransferOffice[]): boolean {
  return !isRestricted && ![...beforeLetter, ...ended, 'intake', 'placed'].includes(state) && (offices.includes('member') || offices.includes('center'))
}

/** The blank is the origin committee's, and so is what is printed onto it. */
export function printsLetters(direction: CaseOffices['direction'], offices: readonly TransferOffice[]): boolean {
  return direction === 'out' && offices.includes('origin_committee')
}

/** Printed to be handed over: once the receiver has it, or it has run out, only a new letter is (组通字〔2006〕45号: one number, three parts filled in at once). */
export function mayPrintLetter(state: TransferState, direction: CaseOffices['direction'], hasLetter: boolean, isRestricted: boolean, offices: readonly TransferOffice[]): boolean {
  return state === 'issued' && hasLetter && !isRestricted && printsLetters(direction, offices)
}

/** A slip is the member's, or given out to the member by the desk or the committee, once the case has been handed in; of a letter that ran out there is none. */
export function mayTakeSlip(state: TransferState, isRestricted: boolean, isLetterOver: boolean, offices: readonly TransferOffice[]): boolean {
  return !isRestricted && !isLetterOver && !['draft', 'returned', 'intake', 'withdrawn', 'refused', 'voided'].includes(state) && offices.some((office) => office === 'member' || office === 'center' || office === 'origin_committee')
}
