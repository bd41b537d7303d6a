import { Injectable } from '@nestjs/common'
import type { TransferForm } from '@dangqun/contracts/transfer/schemas'
import type { TransferOffice, TransferReason, TransferState } from '@dangqun/contracts/transfer/vocabulary'
import type { EntityManager } from 'typeorm'
import { v7 as uuidv7 } from 'uuid'
import { accountsHolding } from '../accounts/accounts-grants.queries.js'
import { Audit } from '../audit/audit.service.js'
import { CenterSettingsService } from '../centers/centers-settings.service.js'
import { WorkdaysService } from '../centers/centers-workdays.service.js'
import { NoticesService } from '../notices/notices.service.js'
import { localDateOf } from '../platform/calendar/calendar.rules.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { maskName } from '../platform/crypto/masking.rules.js'
import type { CenterScope } from '../platform/http/scope.js'
import { Jobs } from '../platform/jobs/jobs.js'
import { emptyForm } from './transfer-form.rules.js'
import { commentColumn, formColumn, idNumberColumn, messageColumn } from './transfer-seal.rules.js'
import { nextReminder, reminderNow, remindersOf, sayLeft } from './transfer-reminder.rules.js'
import type { TwinBody } from './transfer-twin.rules.js'
import { TransferRow } from './transfer.entity.js'
import { refuseTransfer } from './transfer.errors.js'
import type { TransferFact } from './transfer.facts.js'
import { nextTransferState, type TransferStep } from './transfer.machine.js'
import { addMessage, addStep, listLetters, type StepRow } from './transfer.queries.js'
import { clockAction, dueAt, holderIdOf, holderOf, type CaseFacts } from './transfer.rules.js'

export const settleTask = 'transfer.settle'
export const deliverTask = 'transfer.deliver'
export const remindTask = 'transfer.remind'

/** From the letter on, two centres of this system keep a record each. */
const sharedStates: readonly TransferState[] = ['issued', 'receiving', 'archive_check', 'supplement', 'rejection_pending', 'accepted', 'rejected', 'expired', 'voided', 'closed']

/** Who took a step; `office` null: the clock, or the other centre. */
export interface StepTaken {
  readonly action: TransferStep
  readonly office: TransferOffice | null
  readonly byName: string | null
  readonly accountId: string | null
  readonly reason?: TransferReason | undefined
  readonly comment?: string | undefined
}

/** One case between its row and its rules: opened, settled by the clock, moved with its line in the history. */
@Injectable()
export class TransferCaseService {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly workdays: WorkdaysService,
    private readonly settings: CenterSettingsService,
    private readonly notices: NoticesService,
  ) {}

  /** @throws AppError `transfer.notFound` */
  async lock({ manager, centerId }: CenterScope, id: string): Promise<TransferRow> {
    const row = await manager.findOne(TransferRow, { where: { centerId, id }, lock: { mode: 'pessimistic_write' } })
    if (!row) throw refuseTransfer('transfer.notFound')
    return row
  }

  formOf(row: TransferRow): TransferForm {
    return { ...emptyForm, ...(JSON.parse(this.cipher.open(formColumn, { centerId: row.centerId, id: row.id }, row.form)) as Partial<TransferForm>) }
  }

  /** Seals the form into the row, and beside it what queues and invariants need of it. */
  keepForm(row: TransferRow, form: TransferForm): void {
    row.form = this.cipher.seal(formColumn, { centerId: row.centerId, id: row.id }, JSON.stringify(form))
    row.nameMask = form.name && maskName(form.name)
    row.category = form.category
    row.idNumberIndex = form.idNumber ? this.cipher.blindIndex(idNumberColumn, row.centerId, form.idNumber) : null
    row.originBranchId = form.originBranchId
    row.originBranchName = form.originBranchName
    row.originCommitteeName = form.originCommitteeName
    row.receivingBranchId = form.receivingBranchId
    row.receivingBranchName = form.receivingBranchName
    row.receivingCommitteeName = form.receivingCommitteeName
  }

  /** A line of the history under an id of its own, its comment sealed. */
  sealStep(row: TransferRow, comment: string | null | undefined): { id: string; comment: string | null } {
    const id = uuidv7()
    return { id, comment: comment ? this.cipher.seal(commentColumn, { centerId: row.centerId, id }, comment) : null }
  }

  openComment(row: TransferRow, step: StepRow): string | null {
    return step.comment && this.cipher.open(commentColumn, { centerId: row.centerId, id: step.id }, step.comment)
  }

  /** Into another state (or a duty done within it), with history, audit, clock and notices, all in this transaction. */
  async move(scope: CenterScope, row: TransferRow, taken: StepTaken, next: TransferState): Promise<void> {
    const from = row.state
    row.state = next
    if (next !== from || taken.action === 'reissue') row.enteredAt = scope.now
    row.heldFrom = next === 'refusal_pending' || next === 'rejection_pending' ? from : null
    row.heldBy = row.heldFrom === null ? null : taken.accountId
    row.reason = taken.reason ?? null
    const isShared = row.twinCenterId !== null && sharedStates.includes(next)
    if (isShared) row.step += 1
    await this.save(scope, row)
    await addStep(scope.manager, row.id, {
      version: row.version, action: taken.action, fromState: from, toState: next, at: scope.now, accountId: taken.accountId, office: taken.office, byName: taken.byName, reason: taken.reason ?? null,
      ...this.sealStep(row, taken.comment),
    })
    await this.audit.record(scope, { fact: 'transfer.moved', subjectId: row.id, data: { action: taken.action, from, to: next, reason: taken.reason ?? null } } satisfies TransferFact)
    if (taken.office !== 'member') await this.tellMember(scope, row)
    if (isShared) await this.tellTwin(scope, row, taken)
  }

  /**
   * Consent withdrawn after issue (PIPL Art. 15): from here on only number, dates and committees are shown, here and at
   * the other centre. No step: the case is finished on paper.
   */
  async restrict(scope: CenterScope, row: TransferRow, taken: Pick<StepTaken, 'office' | 'accountId'> & { readonly isMirrored: boolean }): Promise<void> {
    if (row.restrictedAt) return
    row.restrictedAt = scope.now
    await this.save(scope, row)
    const action = 'withdraw-consent'
    await addStep(scope.manager, row.id, {
      version: row.version, action, fromState: row.state, toState: row.state, at: scope.now, accountId: taken.accountId, office: taken.office, byName: null, reason: null, ...this.sealStep(row, null),
    })
    await this.audit.record(scope, { fact: 'transfer.consentWithdrawn', subjectId: row.id } satisfies TransferFact)
    if (!taken.isMirrored) await this.tellTwin(scope, row, { action, office: taken.office, byName: null, accountId: taken.accountId })
  }

  /** Into the outbox, in this transaction; a job carries it over. */
  private async tellTwin(scope: CenterScope, row: TransferRow, taken: Omit<StepTaken, 'action'> & { readonly action: TwinBody['action'] }): Promise<void> {
    if (!row.twinCenterId) return
    const id = uuidv7()
    const isLetter = taken.action === 'issue' || taken.action === 'reissue'
    const letter = isLetter ? ((await listLetters(scope.manager, row.id)).find(({ voidAt }) => voidAt === null) ?? null) : null
    const body: TwinBody = {
      step: row.step, action: taken.action, state: row.state, heldFrom: row.heldFrom, by: taken.byName, office: taken.office, reason: taken.reason ?? null, comment: taken.comment ?? null, letter,
      form: isLetter && !row.restrictedAt ? this.formOf(row) : null, kind: row.kind, memberAccountId: isLetter ? await memberAccountOf(scope.manager, row) : null, 
      consent: { source: row.consentSource, version: row.consentVersion, at: row.consentAt.toISOString() }, acceptedAt: row.acceptedAt?.toISOString() ?? null, assignedTo: row.assignedTo, assignedAt: row.assignedAt?.toISOString() ?? null,
      receiptFiledOn: row.receiptFiledOn, reference: row.reference, archiveMissing: row.archiveMissing,
    }
    const sealed = this.cipher.seal(messageColumn, { centerId: row.centerId, id }, JSON.stringify(body))
    await addMessage(scope.manager, { id, toCenterId: row.twinCenterId, transferKey: row.transferKey, step: row.step, body: sealed }, scope.now)
    await this.jobs.enqueue(scope.manager, deliverTask, { centerId: row.centerId, subjectId: id })
  }

  /** A new case with the first line of its history. */
  async create(scope: CenterScope, row: TransferRow, taken: Omit<StepTaken, 'action'> & { readonly action: StepRow['action'] }): Promise<void> {
    await this.wind(scope, row)
    await scope.manager.insert(TransferRow, row)
    await addStep(scope.manager, row.id, {
      version: row.version, action: taken.action, fromState: null, toState: row.state, at: scope.now, accountId: taken.accountId, office: taken.office, byName: taken.byName, reason: null, ...this.sealStep(row, null),
    })
  }

  /** Writes the row with its clock set anew; the version rises with every change. */
  async save(scope: CenterScope, row: TransferRow): Promise<void> {
    await this.wind(scope, row)
    const { centerId, id, ...columns } = row
    try {
      await scope.manager.update(TransferRow, { centerId, id }, columns)
    } catch (error) {
      // Two cases of one member that are submitted at once: the second one finds the first only here.
      if ((error as { constraint?: string }).constraint === 'transfers_one_open') throw refuseTransfer('transfer.alreadyOpen')
      throw error
    }
  }

  private async wind(scope: CenterScope, row: TransferRow): Promise<void> {
    const calendar = await this.workdays.at(scope.manager)
    const { transfer: limits } = await this.settings.of(scope.manager)
    const facts = factsOf(row)
    row.dueAt = dueAt(facts, limits, calendar)
    row.holder = holderOf(facts)
    row.holderId = holderIdOf(row)
    row.version += 1
    row.changedAt = scope.now
    const { centerId, id } = row
    if (row.dueAt && clockAction(facts, new Date(row.dueAt.getTime() + 1000), limits, calendar)) {
      await this.jobs.enqueue(scope.manager, settleTask, { centerId, subjectId: id }, { dueAt: new Date(row.dueAt.getTime() + 1000), key: `${settleTask}:${id}` })
    }
    await this.planReminder(scope, row)
  }

  /** One job a case: of a reminder that is no longer true it finds that out when it runs. */
  private async planReminder({ manager, now }: CenterScope, row: TransferRow): Promise<void> {
    const next = nextReminder(remindersOf(factsOf(row), row.dueAt), now)
    if (next) await this.jobs.enqueue(manager, remindTask, { centerId: row.centerId, subjectId: row.id }, { dueAt: next.at, key: `${remindTask}:${row.id}` })
  }

  /** Tells whom today's reminder is for, and plans the next one. Run again it tells nobody twice. */
  async remind(scope: CenterScope, row: TransferRow): Promise<void> {
    const due = reminderNow(remindersOf(factsOf(row), row.dueAt), scope.now)
    const about = { subject: { slice: 'transfer', id: row.id }, occurrence: `${row.dueAt ? localDateOf(row.dueAt) : ''} ${due?.daysLeft ?? ''}` } as const
    if (due?.to === 'member') await this.notices.tell(scope, { ...about, to: { personId: row.personId }, kind: 'transfer.dueSoon', parameters: { left: sayLeft(due.daysLeft) } })
    if (due?.to === 'receiving_committee') {
      const committee = holderIdOf({ ...row, holder: 'receiving_committee' })
      const officers = committee === null ? [] : await accountsHolding(scope.manager, ['committee_officer'], committee)
      await this.notices.tell(scope, ...officers.map((accountId) => ({ ...about, to: { accountId }, kind: 'transfer.dutyDue' as const, parameters: { days: String(due.daysLeft) } })))
    }
    await this.planReminder(scope, row)
  }

  /**
   * What the clock has done by now, also when its job is late: a letter ran out, a refusal lapsed.
   * @returns whether the case moved
   */
  async settle(scope: CenterScope, row: TransferRow): Promise<boolean> {
    const { transfer: limits } = await this.settings.of(scope.manager)
    const action = clockAction(factsOf(row), scope.now, limits, await this.workdays.at(scope.manager))
    const next = action && nextTransferState(row.state, action, row.heldFrom)
    if (!action || !next) return false
    await this.move(scope, row, { action, office: null, byName: null, accountId: null }, next)
    return true
  }

  /** Says that something moved and nothing of what: a notice holds no Party data. */
  async tellMember(scope: CenterScope, row: TransferRow): Promise<void> {
    await this.notices.tell(scope, { to: { personId: row.personId }, kind: 'transfer.moved', subject: { slice: 'transfer', id: row.id }, occurrence: String(row.version), parameters: {} })
  }
}

export async function memberAccountOf(manager: EntityManager, row: Pick<TransferRow, 'personId'>): Promise<string | null> {
  const [person]: { account_id: string | null }[] = await manager.query('select account_id from persons where center_id = current_center() and id = $1', [row.personId])
  return person?.account_id ?? null
}

export function factsOf(row: TransferRow): CaseFacts {
  return {
    direction: row.direction, kind: row.kind, state: row.state, enteredAt: row.enteredAt, letterValidUntil: row.letterValidUntil, acceptedAt: row.acceptedAt, isAssigned: row.assignedAt !== null,
    isReceiptFiled: row.receiptFiledOn !== null, isBranchKnown: row.receivingBranchId !== null, isBranchAgreed: row.branchAgreedAt !== null,
  }
}
