import { Injectable } from '@nestjs/common'
import type { QueuedTransfer, Transfer, TransferFinding, TransferForm, TransferSummary } from '@dangqun/contracts/transfer/schemas'
import { transferSideActions, type TransferOffice, type TransferSideAction, type TransferState } from '@dangqun/contracts/transfer/vocabulary'
import { shanghaiIso } from '../platform/clock/clock.js'
import { deadlineOf, localDateOf, type WorkCalendar } from '../platform/calendar/calendar.rules.js'
import { WorkdaysService } from '../centers/centers-workdays.service.js'
import { MembersService } from '../organization/organization-members.service.js'
import type { AppError } from '../platform/errors/app-error.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { factsOf, memberAccountOf, TransferCaseService } from './transfer-case.service.js'
import { findingsOf } from './transfer-check.rules.js'
import { maskForm, restrictForm } from './transfer-form.rules.js'
import type { TransferRow } from './transfer.entity.js'
import { refuseTransfer } from './transfer.errors.js'
import { transferActionsFrom } from './transfer.machine.js'
import { bulkActions, isSamePerson, mayAct, mayEdit, mayFileOpinion, mayPrintLetter, mayReveal, mayTakeSlip, mayUpdateArchive, mayWithdrawConsent, officesOf, type CaseOffices, type Standing } from './transfer.policy.js'
import { listLetters, listSteps } from './transfer.queries.js'
import { actionBlock, hasReceipt, isLetterOver, receiptDueAt, stepsAhead } from './transfer.rules.js'

/** A case as one caller may see it. */
@Injectable()
export class TransferPresenter {
  constructor(
    private readonly cases: TransferCaseService,
    private readonly workdays: WorkdaysService,
    private readonly members: MembersService,
  ) {}

  async detail(scope: SignedInCenterScope, row: TransferRow, offices: readonly TransferOffice[]): Promise<Transfer> {
    const form = this.cases.formOf(row)
    const findings = await this.findings(scope, row, form)
    const [steps, letters, calendar] = [await listSteps(scope.manager, row.id), await listLetters(scope.manager, row.id), await this.workdays.at(scope.manager)]
    const isMine = offices.includes('member')
    const last = steps.at(-1)
    const facts = factsOf(row)
    const actions = transferActionsFrom(row.state).filter(
      (action) => mayAct(row.state, action, offices) && !isSamePerson(action, scope.caller.accountId, row.heldBy) && actionBlock(facts, action, scope.now, findings) === null,
    )
    const isRestricted = row.restrictedAt !== null
    return {
      ...summarise(row, scope.now, calendar, isMine ? form.name : null),
      form: maskForm(isRestricted ? restrictForm(form) : form),
      findings: checkedStates.includes(row.state) ? findings : [],
      history: steps.map((step) => ({
        action: step.action, from: step.fromState, to: step.toState, at: shanghaiIso(step.at), office: step.office, by: isRestricted && isBranch(step.office) ? null : step.byName, reason: step.reason,
        comment: isRestricted ? null : this.cases.openComment(row, step),
      })),
      ahead: stepsAhead(row.direction, row.state, row.heldFrom).map(({ state, office }) => ({ state, office, name: isRestricted && isBranch(office) ? null : officeName(row, office) })),
      letters: letters.map(({ number, issuedOn, validDays, validUntil, replaces, voidAt }) => ({ number, issuedOn, validDays, validUntil, replaces, isVoid: voidAt !== null })),
      letterValidUntil: row.letterValidUntil,
      archive: { channel: row.archiveChannel, step: row.archiveStep, missing: isRestricted ? [] : row.archiveMissing, changedAt: row.archiveChangedAt && shanghaiIso(row.archiveChangedAt) },
      duties: { assignedTo: isRestricted ? null : row.assignedTo, receiptFiledOn: row.receiptFiledOn, receiptDueAt: row.acceptedAt && hasReceipt(row) ? shanghaiIso(receiptDueAt(row.acceptedAt)) : null, reference: row.reference },
      reason: row.reason,
      comment: last && !isRestricted ? this.cases.openComment(row, last) : null,
      version: row.version,
      isMine,
      consent: { source: row.consentSource, on: localDateOf(row.consentAt) },
      isRestricted,
      allowedActions: [...actions, ...sideActions(row, offices, scope.now)],
    }
  }

  /** What would be sent back, by the rules of today. */
  async findings(scope: CenterScope, row: TransferRow, form: TransferForm): Promise<TransferFinding[]> {
    const isSuspended = await this.members.isSuspended(scope.manager, row.personId)
    return findingsOf(form, { direction: row.direction, kind: row.kind, today: localDateOf(scope.now), isSuspended, hasProbationOpinion: form.probationOpinion !== null })
  }

  /** With what the caller may do instead. */
  async wrongState(scope: SignedInCenterScope, row: TransferRow, offices: readonly TransferOffice[]): Promise<AppError> {
    const { state, allowedActions } = await this.detail(scope, row, offices)
    return refuseTransfer('transfer.wrongState', { state, allowedActions })
  }

  /** A row of a queue. Its member is not looked for: no step in bulk is the member's. */
  queued(scope: SignedInCenterScope, row: TransferRow, calendar: WorkCalendar, isMine: boolean): QueuedTransfer {
    const offices = officesOf(organizationsOf(row, null), standingOf(scope))
    return { ...summarise(row, scope.now, calendar, isMine ? this.cases.formOf(row).name : null), bulkActions: bulkActions(row.state, offices) }
  }

  async caseOffices(scope: SignedInCenterScope, row: TransferRow): Promise<CaseOffices> {
    return organizationsOf(row, await memberAccountOf(scope.manager, row))
  }

  async officesOf(scope: SignedInCenterScope, row: TransferRow): Promise<TransferOffice[]> {
    return officesOf(await this.caseOffices(scope, row), standingOf(scope))
  }
}

function organizationsOf({ direction, originBranchId, originCommitteeId, receivingBranchId, receivingCommitteeId, twinCenterId }: TransferRow, memberAccountId: string | null): CaseOffices {
  return { direction, originBranchId, originCommitteeId, receivingBranchId, receivingCommitteeId, hasTwin: twinCenterId !== null, memberAccountId }
}

/** Until the letter, what would be sent back is told to whoever decides. */
const checkedStates: readonly TransferState[] = ['draft', 'returned', 'submitted', 'prechecked', 'endorsed', 'intake']

function isBranch(office: TransferOffice | null): boolean {
  return office === 'origin_branch' || office === 'receiving_branch'
}

function sideActions(row: TransferRow, offices: readonly TransferOffice[], now: Date): TransferSideAction[] {
  const isRestricted = row.restrictedAt !== null
  const may: Record<TransferSideAction, boolean> = {
    update: mayEdit(row.state, offices), reveal: !isRestricted && mayReveal(row.state, offices), 'update-archive': mayUpdateArchive(row.state, offices), 'file-opinion': mayFileOpinion(row.state, row.category, offices),
    'withdraw-consent': mayWithdrawConsent(row.state, isRestricted, offices), 'print-letter': mayPrintLetter(row.state, row.direction, row.letterValidUntil !== null, isRestricted, offices),
    'print-slip': mayTakeSlip(row.state, isRestricted, isLetterOver(row, now), offices),
  }
  return transferSideActions.filter((action) => may[action])
}

export function standingOf({ caller, centerId }: Pick<SignedInCenterScope, 'caller' | 'centerId'>): Standing {
  const here = caller.grants.filter((grant) => grant.centerId === centerId)
  const idsOf = (role: string, kind: string) => here.flatMap(({ role: held, scope }) => (held === role && scope?.kind === kind ? [scope.id] : []))
  return {
    accountId: caller.accountId,
    servesCenter: here.some(({ permissions }) => permissions.includes('transfer.handle')),
    branchIds: idsOf('branch_secretary', 'branch'),
    committeeIds: idsOf('committee_officer', 'committee'),
  }
}

export function officeName(row: TransferRow, office: TransferOffice): string | null {
  switch (office) {
    case 'member': return '本人'
    case 'center': return '党群服务中心'
    case 'origin_branch': return row.originBranchName
    case 'origin_committee': return row.originCommitteeName
    case 'receiving_committee': return row.receivingCommitteeName
    case 'receiving_branch': return row.receivingBranchName
  }
}

function summarise(row: TransferRow, now: Date, calendar: WorkCalendar, wholeName: string | null): TransferSummary {
  const isRestricted = row.restrictedAt !== null
  return {
    id: row.id, direction: row.direction, kind: row.kind, state: row.state, memberName: isRestricted ? '已撤回同意' : (wholeName ?? row.nameMask ?? ''), category: isRestricted ? null : row.category,
    otherSide: row.direction === 'in' ? row.originCommitteeName : row.direction === 'internal' && !isRestricted ? row.receivingBranchName : row.receivingCommitteeName,
    holder: row.holder && { office: row.holder, name: (isRestricted && isBranch(row.holder) ? null : officeName(row, row.holder)) ?? '' },
    dueAt: row.dueAt && shanghaiIso(row.dueAt),
    ...deadlineOf(row.dueAt, now, calendar),
    submittedAt: row.submittedAt && shanghaiIso(row.submittedAt),
    changedAt: shanghaiIso(row.changedAt),
  }
}
