import { Injectable } from '@nestjs/common'
import type { Receivers, Transfer, TransferBranches, TransferCounts, TransferForm, transferSchemas, TransfersPage } from '@dangqun/contracts/transfer/schemas'
import { In } from 'typeorm'
import { v7 as uuidv7 } from 'uuid'
import { ConsentsService } from '../accounts/accounts-consents.service.js'
import { Audit } from '../audit/audit.service.js'
import { CentersService } from '../centers/centers.service.js'
import { WorkdaysService } from '../centers/centers-workdays.service.js'
import { MembersService } from '../organization/organization-members.service.js'
import { savePerson } from '../organization/organization.queries.js'
import { OrganizationTreeService } from '../organization/organization-tree.service.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { TransferCaseService } from './transfer-case.service.js'
import { emptyForm, formOf, mergeForm } from './transfer-form.rules.js'
import { officeName, standingOf, TransferPresenter } from './transfer-presenter.service.js'
import { likeness, plainName, titleFindings } from './transfer-title.rules.js'
import { TransferRow } from './transfer.entity.js'
import { refuseTransfer } from './transfer.errors.js'
import type { TransferFact } from './transfer.facts.js'
import { nextTransferState } from './transfer.machine.js'
import { keepsArchive, mayEdit, mayFileOpinion, mayReveal, maySee, mayUpdateArchive, mayWithdrawConsent, writesOpinion } from './transfer.policy.js'
import * as queries from './transfer.queries.js'

type Schemas = typeof transferSchemas
type CreateBody = Parsed<Schemas['create'], 'body'>

@Injectable()
export class TransferService {
  constructor(
    private readonly audit: Audit,
    private readonly cases: TransferCaseService,
    private readonly presenter: TransferPresenter,
    private readonly tree: OrganizationTreeService,
    private readonly workdays: WorkdaysService,
    private readonly centers: CentersService,
    private readonly members: MembersService,
    private readonly consents: ConsentsService,
  ) {}

  async list(scope: SignedInCenterScope, query: Parsed<Schemas['list'], 'query'>): Promise<TransfersPage> {
    const [at = '', id = ''] = readCursor(query.cursor, 2) ?? []
    const page = await queries.listTransferIds(scope.manager, {
      ...standingOf(scope), view: query.view, direction: query.direction ?? null, state: query.state ?? null, kind: query.kind ?? null, now: scope.now, after: query.cursor === undefined ? null : { at, id }, most: query.limit + 1,
    })
    const rows = page.length === 0 ? [] : await scope.manager.findBy(TransferRow, { centerId: scope.centerId, id: In(page.map((each) => each.id)) })
    const byId = new Map(rows.map((row) => [row.id, row]))
    const calendar = await this.workdays.at(scope.manager)
    const listed = page.flatMap((each) => { const row = byId.get(each.id); return row ? [{ row, at: each.at }] : [] })
    return pageOf(listed, query.limit, ({ row }) => this.presenter.queued(scope, row, calendar, query.view === 'mine'), ({ row, at: sort }) => [sort.toISOString(), row.id])
  }

  count(scope: SignedInCenterScope): Promise<TransferCounts> {
    return queries.countTransfers(scope.manager, { ...standingOf(scope), now: scope.now })
  }

  /** @throws AppError `transfer.notFound`, also for whoever sits in no office of the case */
  async get(scope: SignedInCenterScope, id: string): Promise<Transfer> {
    const row = await this.cases.lock(scope, id)
    const offices = await this.presenter.officesOf(scope, row)
    if (!maySee(offices)) throw refuseTransfer('transfer.notFound')
    await this.cases.settle(scope, row)
    return this.presenter.detail(scope, row, offices)
  }

  /** A draft by the member, or by the desk for somebody with a paper consent. @throws AppError `transfer.restricted`, `transfer.consentNeeded` */
  create(scope: SignedInCenterScope, body: CreateBody): Promise<Transfer> {
    if (body.direction === 'in') throw refuseRequest('request.invalid', [{ path: 'direction', message: '转入请先登记意向' }])
    return this.open(scope, body, 'draft')
  }

  /** 转入意向登记: people first ask the receiver for 抬头, 去处 and code. */
  register(scope: SignedInCenterScope, body: CreateBody): Promise<Transfer> {
    if (body.direction !== 'in') throw refuseRequest('request.invalid', [{ path: 'direction', message: '只有转入才登记意向' }])
    return this.open(scope, body, 'intake')
  }

  /** Stores nothing but that somebody asked: 涉密 and 军警 cases are not for this system. */
  async restricted(scope: SignedInCenterScope) {
    await this.audit.record({ ...scope, caller: null }, { fact: 'transfer.restrictedAsked', subjectId: scope.centerId } satisfies TransferFact)
    const { name, address, phone, openingHours } = await this.centers.get(scope)
    const words = openingHours.map(({ opens, closes }) => `${opens}–${closes}`)
    return { centerName: name, address, phone, openingWords: [...new Set(words)].join('，') }
  }

  /** @throws AppError `transfer.wrongState` unless it is a draft, returned or an intake; `request.changedMeanwhile` */
  async update(scope: SignedInCenterScope, id: string, { form: given, version }: Parsed<Schemas['update'], 'body'>): Promise<Transfer> {
    const row = await this.cases.lock(scope, id)
    const offices = await this.presenter.officesOf(scope, row)
    if (!maySee(offices)) throw refuseTransfer('transfer.notFound')
    if (!mayEdit(row.state, offices)) throw refuseTransfer('transfer.wrongState', { state: row.state, allowedActions: [] })
    if (version !== undefined && version !== row.version) throw refuseRequest('request.changedMeanwhile', { version: row.version })
    const branchBefore = row.receivingBranchId
    await this.fill(scope, row, mergeForm(this.cases.formOf(row), given))
    // One branch's word does not hold for another one.
    if (row.receivingBranchId !== branchBefore) row.branchAgreedAt = null
    await this.cases.save(scope, row)
    await this.audit.record(scope, { fact: 'transfer.updated', subjectId: id, data: { fields: Object.keys(given) } } satisfies TransferFact)
    return this.presenter.detail(scope, row, offices)
  }

  /** Names of receiving organisations that look like what is being typed, and what is wrong with it. */
  async searchReceivers(scope: SignedInCenterScope, q: string): Promise<Receivers> {
    const known = await queries.findReceivers(scope.manager, plainName(q))
    const ours = (await this.tree.approvingCommittees(scope.manager)).map(({ name, code }) => ({ name, code, title: name, region: '本商圈', isOurs: true }))
    const items = [...ours, ...known.map((row) => ({ ...row, isOurs: false }))]
      .map((item) => ({ item, likeness: Math.max(likeness(q, item.name), likeness(q, item.title)) }))
      .filter((each) => each.likeness > 0)
      .sort((one, other) => other.likeness - one.likeness || (one.item.name < other.item.name ? -1 : 1))
      .slice(0, 8)
    return { items: items.map(({ item }) => item), findings: titleFindings(q) }
  }

  /** Standing branches under a committee that accepts; others cannot be chosen. */
  async listBranches({ manager }: SignedInCenterScope): Promise<TransferBranches> {
    return { items: (await this.tree.acceptingBranches(manager)).map(({ branch, committee }) => ({ id: branch.id, name: branch.name, committee: committee.name })) }
  }

  /** @throws AppError `transfer.notFound`, `transfer.notYours` */
  async revealIdNumber(scope: SignedInCenterScope, id: string): Promise<{ idNumber: string }> {
    const row = await this.cases.lock(scope, id)
    const offices = await this.presenter.officesOf(scope, row)
    if (!maySee(offices)) throw refuseTransfer('transfer.notFound')
    if (!mayReveal(row.state, offices) || row.restrictedAt) throw refuseTransfer('transfer.notYours', { office: '经办的党组织' })
    await this.audit.record(scope, { fact: 'transfer.idNumberShown', subjectId: id } satisfies TransferFact)
    return { idNumber: this.cases.formOf(row).idNumber ?? '' }
  }

  /** @throws AppError `transfer.notFound`, `transfer.notYours`, `transfer.wrongState` */
  async updateArchive(scope: SignedInCenterScope, id: string, given: Parsed<Schemas['updateArchive'], 'body'>): Promise<Transfer> {
    const row = await this.cases.lock(scope, id)
    const offices = await this.presenter.officesOf(scope, row)
    if (!maySee(offices)) throw refuseTransfer('transfer.notFound')
    if (!keepsArchive(offices)) throw refuseTransfer('transfer.notYours', { office: '党组织' })
    if (!mayUpdateArchive(row.state, offices)) throw await this.presenter.wrongState(scope, row, offices)
    row.archiveChannel = given.channel ?? row.archiveChannel
    row.archiveStep = given.step ?? row.archiveStep
    row.archiveMissing = given.missing ?? row.archiveMissing
    row.archiveChangedAt = scope.now
    await this.cases.save(scope, row)
    await this.audit.record(scope, { fact: 'transfer.archiveUpdated', subjectId: id, data: { step: row.archiveStep } } satisfies TransferFact)
    return this.presenter.detail(scope, row, offices)
  }

  /** The origin's reasons for a probation that is over and undecided: R09 no longer stops the case. @throws AppError `transfer.notFound`, `transfer.notYours`, `transfer.wrongState` */
  async fileOpinion(scope: SignedInCenterScope, id: string, { opinion }: Parsed<Schemas['fileOpinion'], 'body'>): Promise<Transfer> {
    const row = await this.cases.lock(scope, id)
    const offices = await this.presenter.officesOf(scope, row)
    if (!maySee(offices)) throw refuseTransfer('transfer.notFound')
    if (!writesOpinion(offices)) throw refuseTransfer('transfer.notYours', { office: '原党支部' })
    if (!mayFileOpinion(row.state, row.category, offices)) throw await this.presenter.wrongState(scope, row, offices)
    this.cases.keepForm(row, { ...this.cases.formOf(row), probationOpinion: opinion })
    await this.cases.save(scope, row)
    await this.audit.record(scope, { fact: 'transfer.opinionFiled', subjectId: id } satisfies TransferFact)
    return this.presenter.detail(scope, row, offices)
  }

  /** After issue; before it, the member withdraws the case. @throws AppError `transfer.notFound`, `transfer.wrongState` */
  async withdrawConsent(scope: SignedInCenterScope, id: string): Promise<Transfer> {
    const row = await this.cases.lock(scope, id)
    const offices = await this.presenter.officesOf(scope, row)
    if (!maySee(offices)) throw refuseTransfer('transfer.notFound')
    if (!mayWithdrawConsent(row.state, row.restrictedAt !== null, offices)) throw refuseTransfer('transfer.wrongState', { state: row.state, allowedActions: [] })
    await this.cases.restrict(scope, row, { office: offices.includes('member') ? 'member' : 'center', accountId: scope.caller.accountId, isMirrored: false })
    return this.presenter.detail(scope, row, offices)
  }

  /** What rested on the member's consent ends (PIPL Art. 15): before issue the case is withdrawn, after it restricted. */
  async endConsent(scope: SignedInCenterScope): Promise<void> {
    const { accountId } = scope.caller
    for (const { id } of await queries.listOpenOfAccount(scope.manager, accountId)) {
      const row = await this.cases.lock(scope, id)
      await this.cases.settle(scope, row)
      const next = nextTransferState(row.state, 'withdraw', row.heldFrom)
      if (next) await this.cases.move(scope, row, { action: 'withdraw', office: 'member', byName: officeName(row, 'member'), accountId }, next)
      else if (mayWithdrawConsent(row.state, row.restrictedAt !== null, ['member'])) await this.cases.restrict(scope, row, { office: 'member', accountId, isMirrored: false })
    }
  }

  private async open(scope: SignedInCenterScope, body: CreateBody, state: 'draft' | 'intake'): Promise<Transfer> {
    const { caller, centerId, manager, now } = scope
    if (body.kind === 'restricted_paper') throw refuseTransfer('transfer.restricted')
    if ((body.direction === 'internal') !== (body.kind === 'internal')) throw refuseRequest('request.invalid', [{ path: 'kind', message: '这种方式和方向不相符，请重新选择' }])
    const isDesk = standingOf(scope).servesCenter && (body.memberId !== undefined || body.isAtDesk)
    // On the phone only the member itself can agree; a paper needs its date.
    if (isDesk ? body.consent.source === 'phone' || !body.consent.signedOn : body.consent.source !== 'phone') throw refuseTransfer('transfer.consentNeeded')
    if (!isDesk) await this.consents.record(scope, 'transfer', body.consent.version)
    const isStranger = isDesk && state === 'intake' && body.memberId === undefined
    const by = isDesk ? (body.memberId === undefined ? null : { memberId: body.memberId }) : { accountId: caller.accountId }
    const known = by && (await this.members.opened(scope, by))
    if (isDesk && !isStranger && !known) throw refuseRequest('request.invalid', [{ path: 'memberId', message: '找不到这位党员，请重新选择' }])
    const personId = known?.personId ?? (isStranger ? await queries.addPerson(manager, now) : await savePerson(manager, caller.accountId, null)).id
    const row = Object.assign(new TransferRow(), {
      centerId, id: uuidv7(), transferKey: uuidv7(), step: 0, direction: body.direction, kind: body.kind, state, heldFrom: null, heldBy: null, personId, originCommitteeId: null, receivingCommitteeId: null,
      holder: null, holderId: null, twinCenterId: null, enteredAt: now, dueAt: null, letterValidUntil: null, submittedAt: null, acceptedAt: null, branchAgreedAt: null, assignedTo: null, assignedAt: null, receiptFiledOn: null,
      reference: null, reason: null, archiveChannel: null, archiveStep: 'not_sent', archiveMissing: [], archiveChangedAt: null, consentSource: body.consent.source, consentVersion: body.consent.version,
      consentAt: body.consent.signedOn ? new Date(`${body.consent.signedOn}T00:00:00+08:00`) : now, restrictedAt: null, version: 0, createdAt: now, changedAt: now,
    } satisfies Partial<TransferRow>)
    await this.fill(scope, row, mergeForm(known ? formOf(known) : emptyForm, body.form))
    await this.cases.create(scope, row, { action: state === 'intake' ? 'register' : 'create', accountId: caller.accountId, office: isDesk ? 'center' : 'member', byName: null })
    await this.audit.record(scope, { fact: 'transfer.created', subjectId: row.id, data: { direction: row.direction, consent: row.consentSource } } satisfies TransferFact)
    return this.presenter.detail(scope, row, await this.presenter.officesOf(scope, row))
  }

  /** Keeps the form; names and codes of our own organisations come from the tree, whatever was typed. */
  private async fill(scope: SignedInCenterScope, row: TransferRow, form: TransferForm): Promise<void> {
    const branch = async (id: string | null) => (id === null ? null : await this.tree.find(scope.manager, id))
    const [origin, receiving] = [await branch(form.originBranchId), await branch(form.receivingBranchId)]
    if (form.originBranchId && !origin) throw refuseRequest('request.invalid', [{ path: 'form.originBranchId', message: '找不到这个支部，请重新选择' }])
    if (form.receivingBranchId && !receiving) throw refuseRequest('request.invalid', [{ path: 'form.receivingBranchId', message: '找不到这个支部，请重新选择' }])
    const committee = origin && row.direction !== 'in' ? await this.tree.approvingCommitteeOf(scope.manager, origin.id) : null
    const accepting = receiving && row.direction !== 'out' ? await this.tree.approvingCommitteeOf(scope.manager, receiving.id) : null
    row.receivingCommitteeId = accepting?.id ?? row.receivingCommitteeId
    this.cases.keepForm(row, {
      ...form,
      ...(origin ? { originBranchName: origin.fullName } : {}),
      ...(committee ? { originCommitteeName: committee.fullName, originCommitteeCode: committee.code } : {}),
      ...(receiving ? { receivingBranchName: receiving.fullName } : {}),
      ...(accepting ? { receivingCommitteeName: accepting.fullName, receivingCommitteeCode: accepting.code } : {}),
    })
  }
}
