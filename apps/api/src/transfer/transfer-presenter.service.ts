import { Injectable } from '@nestjs/common'
import type { Transfer, TransferFinding, TransferForm, TransferSummary } from '@dangqun/contracts/transfer/schemas'
import type { TransferOffice } from '@dangqun/contracts/transfer/vocabulary'
import { shanghaiIso } from '../platform/clock/clock.js'
import { localDateOf, workingDaysAfter, type WorkCalendar } from '../platform/calendar/calendar.rules.js'
import { WorkdaysService } from '../centers/centers-workdays.service.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { factsOf, memberAccountOf, TransferCaseService } from './transfer-case.service.js'
import { findingsOf } from './transfer-check.rules.js'
import { maskForm, restrictForm } from './transfer-form.rules.js'
import type { TransferRow } from './transfer.entity.js'
import { transferActionsFrom } from './transfer.machine.js'
import { isSamePerson, mayAct, mayEdit, officesOf, type CaseOffices, type Standing } from './transfer.policy.js'
import { listLetters, listSteps } from './transfer.queries.js'
import { actionBlock, receiptDueAt, stepsAhead } from './transfer.rules.js'

/** A case as one caller may see it. */
@Injectable()
export class TransferPresenter {
  constructor(
    private readonly cases: TransferCaseService,
    private readonly workdays: WorkdaysService,
  ) {}

  async detail(scope: SignedInCenterScope, row: TransferRow, offices: readonly TransferOffice[]): Promise<Transfer> {
    const form = this.cases.formOf(row)
    const findings = findingsFor(row, form, scope.now)
    const [steps, letters, calendar] = [await listSteps(scope.manager, row.id), await listLetters(scope.manager, row.id), await this.workdays.at(scope.manager)]
    const isMine = offices.includes('member')
    const last = steps.at(-1)
    const facts = factsOf(row)
    const actions = transferActionsFrom(row.state).filter(
      (action) => mayAct(row.state, action, offices) && !isSamePerson(action, scope.caller.accountId, row.heldBy) && actionBlock(facts, action, scope.now, findings) === null,
    )
    return {
      ...summarise(row, scope.now, calendar, isMine ? form.name : null),
      form: maskForm(row.restrictedAt ? restrictForm(form) : form),
      findings: row.state === 'draft' || row.state === 'returned' || row.state === 'submitted' || row.state === 'intake' ? findings : [],
      history: steps.map((step) => ({
        action: step.action, from: step.fromState, to: step.toState, at: shanghaiIso(step.at), office: step.office, by: step.byName, reason: step.reason, comment: this.cases.openComment(row, step),
      })),
      ahead: stepsAhead(row.direction, row.state).map(({ state, office }) => ({ state, office, name: officeName(row, office) })),
      letters: letters.map(({ number, issuedOn, validDays, validUntil, replaces, voidAt }) => ({ number, issuedOn, validDays, validUntil, replaces, isVoid: voidAt !== null })),
      letterValidUntil: row.letterValidUntil,
      archive: { channel: row.archiveChannel, step: row.archiveStep, missing: row.archiveMissing, changedAt: row.archiveChangedAt && shanghaiIso(row.archiveChangedAt) },
      duties: { assignedTo: row.assignedTo, receiptFiledOn: row.receiptFiledOn, receiptDueAt: row.acceptedAt && shanghaiIso(receiptDueAt(row.acceptedAt)), reference: row.reference },
      reason: row.reason,
      comment: last ? this.cases.openComment(row, last) : null,
      version: row.version,
      isMine,
      allowedActions: [...actions, ...(mayEdit(row.state, offices) ? (['update'] as const) : [])],
    }
  }

  summary(row: TransferRow, now: Date, calendar: WorkCalendar, isMine: boolean): TransferSummary {
    return summarise(row, now, calendar, isMine ? this.cases.formOf(row).name : null)
  }

  async caseOffices(scope: SignedInCenterScope, row: TransferRow): Promise<CaseOffices> {
    const { direction, originBranchId, originCommitteeId, receivingBranchId, receivingCommitteeId, twinCenterId } = row
    return { direction, originBranchId, originCommitteeId, receivingBranchId, receivingCommitteeId, hasTwin: twinCenterId !== null, memberAccountId: await memberAccountOf(scope.manager, row) }
  }

  async officesOf(scope: SignedInCenterScope, row: TransferRow): Promise<TransferOffice[]> {
    return officesOf(await this.caseOffices(scope, row), standingOf(scope))
  }
}

/** What would be sent back, by the rules of today. */
export function findingsFor(row: TransferRow, form: TransferForm, now: Date): TransferFinding[] {
  return findingsOf(form, { direction: row.direction, kind: row.kind, today: localDateOf(now), isSuspended: false, hasProbationOpinion: false })
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
  const isOverdue = row.dueAt !== null && now > row.dueAt
  return {
    id: row.id, direction: row.direction, kind: row.kind, state: row.state, memberName: wholeName ?? row.nameMask ?? '', category: row.category,
    otherSide: row.direction === 'in' ? row.originCommitteeName : row.direction === 'internal' ? row.receivingBranchName : row.receivingCommitteeName,
    holder: row.holder && { office: row.holder, name: officeName(row, row.holder) ?? '' },
    dueAt: row.dueAt && shanghaiIso(row.dueAt),
    isOverdue,
    daysLeft: row.dueAt && (isOverdue ? -workingDaysAfter(calendar, localDateOf(row.dueAt), localDateOf(now)) : workingDaysAfter(calendar, localDateOf(now), localDateOf(row.dueAt))),
    submittedAt: row.submittedAt && shanghaiIso(row.submittedAt),
    changedAt: shanghaiIso(row.changedAt),
  }
}
