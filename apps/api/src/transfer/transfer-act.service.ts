import { Injectable } from '@nestjs/common'
import type { Transfer, TransferForm, transferSchemas } from '@dangqun/contracts/transfer/schemas'
import { transferActionOffers, transferOfficeLabels, type TransferAction } from '@dangqun/contracts/transfer/vocabulary'
import { addDays, localDateOf } from '../platform/calendar/calendar.rules.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import type { Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { OrganizationTreeService } from '../organization/organization-tree.service.js'
import { factsOf, TransferCaseService } from './transfer-case.service.js'
import { replaceSlip } from './transfer-papers.queries.js'
import { officeName, TransferPresenter } from './transfer-presenter.service.js'
import type { TransferRow } from './transfer.entity.js'
import { refuseTransfer } from './transfer.errors.js'
import { actorsOf, nextTransferState } from './transfer.machine.js'
import { isSamePerson, mayAct, maySee } from './transfer.policy.js'
import * as queries from './transfer.queries.js'
import { actionBlock, missingParts } from './transfer.rules.js'

type ActBody = Parsed<(typeof transferSchemas)['act'], 'body'>

/** One step of a case: lock → clock → policy → machine and rules → effect → save with history, in one transaction. */
@Injectable()
export class TransferActService {
  constructor(
    private readonly cases: TransferCaseService,
    private readonly presenter: TransferPresenter,
    private readonly tree: OrganizationTreeService,
  ) {}

  /**
   * @throws AppError `transfer.notFound` for whoever sits in no office of it, `transfer.wrongState` with the state and
   *   what is allowed, `transfer.notYours`, `transfer.samePerson`, `transfer.incomplete`, `transfer.dutiesOpen`,
   *   `transfer.letterRanOut`, `transfer.letterNumberUsed`, `transfer.alreadyOpen`, `request.invalid` for missing parts,
   *   `request.changedMeanwhile` when somebody acted since `version`
   */
  async act(scope: SignedInCenterScope, id: string, action: TransferAction, body: ActBody): Promise<Transfer> {
    const row = await this.cases.lock(scope, id)
    const offices = await this.presenter.officesOf(scope, row)
    if (!maySee(offices)) throw refuseTransfer('transfer.notFound')
    await this.cases.settle(scope, row)
    if (body.version !== undefined && body.version !== row.version) throw refuseRequest('request.changedMeanwhile', { version: row.version })
    const next = nextTransferState(row.state, action, row.heldFrom)
    if (!next) throw await this.presenter.wrongState(scope, row, offices)
    const actors = actorsOf(row.state, action)
    if (!mayAct(row.state, action, offices)) throw refuseTransfer('transfer.notYours', { office: actors.map((office) => transferOfficeLabels[office]).join('或') })
    if (isSamePerson(action, scope.caller.accountId, row.heldBy)) throw refuseTransfer('transfer.samePerson')
    const missing = missingParts(row, action, body)
    if (missing.length > 0) throw refuseRequest('request.invalid', missing)
    const form = this.cases.formOf(row)
    const findings = await this.presenter.findings(scope, row, form)
    const block = actionBlock(factsOf(row), action, scope.now, findings, body.receiptOn)
    if (block === 'transfer.wrongState') throw await this.presenter.wrongState(scope, row, offices)
    if (block) throw refuseTransfer(block, block === 'transfer.incomplete' ? { findings } : undefined)
    const office = actors.find((each) => offices.includes(each)) ?? 'center'
    await this.effect(scope, row, form, action, body)
    await this.cases.move(scope, row, { action, office, byName: officeName(row, office), accountId: scope.caller.accountId, reason: body.reason, comment: body.comment }, next)
    return this.presenter.detail(scope, row, await this.presenter.officesOf(scope, row))
  }

  /** What an act does to a case besides its state. */
  private async effect(scope: SignedInCenterScope, row: TransferRow, form: TransferForm, action: TransferAction, body: ActBody): Promise<void> {
    switch (action) {
      case 'submit':
        row.submittedAt = scope.now
        return this.findOffices(scope, row, form)
      case 'endorse':
        if (row.state === 'intake') row.branchAgreedAt = scope.now
        return
      case 'issue': return this.issueLetter(scope, row, body, null)
      case 'reissue':
        await replaceSlip(scope.manager, row.id, scope.now)
        return this.issueLetter(scope, row, body, await queries.voidLetter(scope.manager, row.id, scope.now))
      case 'void':
        await replaceSlip(scope.manager, row.id, scope.now)
        await queries.voidLetter(scope.manager, row.id, scope.now)
        row.letterValidUntil = null
        return
      case 'receive':
        if (body.incomingLetter && row.letterValidUntil === null) await this.keepLetter(scope, row, body.incomingLetter.originCommitteeName, body.incomingLetter, null, null)
        return
      case 'request-supplement':
        row.archiveMissing = body.missingItems ?? []
        return
      case 'supplement':
        row.archiveMissing = []
        return
      case 'accept':
        await this.refuseEarlyReceipt(scope, row, body)
        // By the receipt, where one tells: its duties run from that day.
        row.acceptedAt = row.state === 'expired' && body.receiptOn ? new Date(`${body.receiptOn}T00:00:00+08:00`) : scope.now
        return this.handToBranch(scope, row, form, body)
      case 'assign': {
        const branch = body.branchId ? await this.tree.find(scope.manager, body.branchId) : null
        if (body.branchId && !branch) throw refuseRequest('request.invalid', [{ path: 'branchId', message: '找不到这个支部，请重新选择' }])
        row.assignedTo = branch?.fullName ?? body.branchName ?? null
        row.assignedAt = scope.now
        return
      }
      case 'file-receipt':
        row.receiptFiledOn = body.receiptOn ?? localDateOf(scope.now)
        return
      case 'close':
        row.reference = body.reference ?? null
        return
      default:
        return
    }
  }

  /** Nobody was received on a letter that had not been written yet. */
  private async refuseEarlyReceipt({ manager }: SignedInCenterScope, row: TransferRow, { receiptOn }: ActBody): Promise<void> {
    if (row.state !== 'expired' || !receiptOn) return
    const standing = (await queries.listLetters(manager, row.id)).find(({ voidAt }) => voidAt === null)
    if (standing && receiptOn < standing.issuedOn) throw refuseRequest('request.invalid', [{ path: 'receiptOn', message: '回执上的接收日期不能早于介绍信的开具日期' }])
  }

  /** The tree says which committees issue and accept; a committee of another centre of this system keeps its own record. */
  private async findOffices(scope: SignedInCenterScope, row: TransferRow, form: TransferForm): Promise<void> {
    if (row.direction !== 'in' && form.originBranchId) {
      const committee = await this.tree.approvingCommitteeOf(scope.manager, form.originBranchId)
      if (!committee) throw refuseTransfer('transfer.notEligible', { why: '这个支部还没有对应的基层党委，请联系中心' })
      row.originCommitteeId = committee.id
      row.originCommitteeName = committee.fullName
    }
    if (row.direction === 'internal' && form.receivingBranchId) {
      const committee = await this.tree.approvingCommitteeOf(scope.manager, form.receivingBranchId)
      if (committee?.id !== row.originCommitteeId) throw refuseTransfer('transfer.notEligible', { why: '两个支部不属于同一个基层党委，请改办转出' })
      row.receivingCommitteeId = committee?.id ?? null
      row.receivingCommitteeName = committee?.fullName ?? null
    }
    if (row.direction === 'out' && form.receivingCommitteeCode) {
      const committee = await queries.committeeByCode(scope.manager, form.receivingCommitteeCode)
      if (committee?.centerId === row.centerId) row.receivingCommitteeId = committee.id
      else row.twinCenterId = committee?.centerId ?? null
    }
  }

  /** From here on that branch's secretary sees the case and places the member; without one the committee does it itself. */
  private async handToBranch(scope: SignedInCenterScope, row: TransferRow, form: TransferForm, { branchId }: ActBody): Promise<void> {
    if (!branchId || !transferActionOffers('accept', row).includes('branch')) return
    const branch = await this.tree.find(scope.manager, branchId)
    const committee = await this.tree.approvingCommitteeOf(scope.manager, branchId)
    if (!branch || committee?.id !== row.receivingCommitteeId) throw refuseRequest('request.invalid', [{ path: 'branchId', message: '这个支部不属于接收党委，请重新选择' }])
    this.cases.keepForm(row, { ...form, receivingBranchId: branch.id, receivingBranchName: branch.fullName })
  }

  private async issueLetter(scope: SignedInCenterScope, row: TransferRow, body: ActBody, replaces: string | null): Promise<void> {
    if (!body.letter) return
    await this.keepLetter(scope, row, row.originCommitteeName ?? '', body.letter, replaces, body.reissueCause ?? null)
  }

  private async keepLetter(scope: SignedInCenterScope, row: TransferRow, issuer: string, letter: { number: string; issuedOn: string; validDays: number }, replaces: string | null, reissueCause: string | null): Promise<void> {
    const validUntil = addDays(letter.issuedOn, letter.validDays)
    if (letter.issuedOn > localDateOf(scope.now)) throw refuseRequest('request.invalid', [{ path: 'letter.issuedOn', message: '开具日期不能晚于今天' }])
    if (validUntil < localDateOf(scope.now)) throw refuseTransfer('transfer.letterRanOut')
    const isNew = await queries.addLetter(scope.manager, row.id, { issuer, number: letter.number, issuedOn: letter.issuedOn, validDays: letter.validDays, validUntil, replaces, reissueCause }, scope.now)
    if (!isNew) throw refuseTransfer('transfer.letterNumberUsed')
    row.letterValidUntil = validUntil
  }
}
