import { Injectable } from '@nestjs/common'
import type { Demand, DemandCounts, DemandMatches, DemandMoved, DemandsPage, financingDemandsSchemas, OwnFirms } from '@dangqun/contracts/financing/demands/schemas'
import { demandStateLabels, mostCounted, type DemandAllowedAction } from '@dangqun/contracts/financing/demands/vocabulary'
import { partyLabels, type Party } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { NeedAnswers } from '@dangqun/contracts/financing/schemas'
import { industries, type Industry } from '@dangqun/contracts/financing/vocabulary'
import { sectionOf } from '@dangqun/contracts/organization/firms/vocabulary'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import { WorkdaysService } from '../centers/centers-workdays.service.js'
import { savePerson } from '../organization/organization.queries.js'
import { OrganizationService } from '../organization/organization.service.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { AppError } from '../platform/errors/app-error.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { FinancingCaseService } from './financing-case.service.js'
import { DemandRow } from './financing-demands.entity.js'
import { demandActionsFrom, demandActorsOf, nextDemandState } from './financing-demands.machine.js'
import * as queries from './financing-demands.queries.js'
import { matchVersion } from './financing-match.rules.js'
import { FinancingMatchingService } from './financing-matching.service.js'
import { FinancingOpeningService } from './financing-opening.service.js'
import { addCall, listCalls, listReferralsOf } from './financing-referrals.queries.js'
import { addStep, listSteps } from './financing-steps.queries.js'
import { contactColumn, openContact } from './financing-seal.rules.js'
import { standingOf, summariseDemand, summariseReferral } from './financing-views.service.js'
import { refuseFinancing } from './financing.errors.js'
import type { FinancingFact } from './financing.facts.js'
import { partiesOfDemand } from './financing.policy.js'

type Schemas = typeof financingDemandsSchemas
type DemandBody = Parsed<Schemas['update'], 'body'>
type ActBody = Parsed<Schemas['act'], 'body'>

/** 融资需求, as its firm and the centre handle it. */
@Injectable()
export class FinancingDemandsService {
  constructor(
    private readonly audit: Audit,
    private readonly cipher: FieldCipher,
    private readonly cases: FinancingCaseService,
    private readonly matching: FinancingMatchingService,
    private readonly opening: FinancingOpeningService,
    private readonly organization: OrganizationService,
    private readonly workdays: WorkdaysService,
  ) {}

  async listFirms(scope: SignedInCenterScope): Promise<OwnFirms> {
    const firms = await queries.listFirmsNamed(scope.manager, [...standingOf(scope).firms])
    const open = await queries.openDemandsOf(scope.manager, firms.map(({ id }) => id))
    return {
      items: firms.map(({ id, name, kind, industry, foundedOn, buildingName }) => ({ id, name, kind, industry: letterOf(industry), foundedOn, buildingName, openDemandId: open.get(id) ?? null })),
      contact: await this.contactOf(scope),
    }
  }

  /** As the centre knows it, else as it was given with the last demand: nobody is asked twice. */
  private async contactOf(scope: SignedInCenterScope): Promise<OwnFirms['contact']> {
    const { name, phone } = await this.organization.getMyPerson(scope)
    if (name !== null && phone !== null) return { name, phone }
    const [last] = (await queries.demandsOfAccount(scope.manager, scope.caller.accountId)).slice(-1)
    const row = last === undefined ? null : await scope.manager.findOneBy(DemandRow, { centerId: scope.centerId, id: last })
    const given = row && openContact(this.cipher, row)
    return given?.phone ? { name: name ?? given.name, phone: phone ?? given.phone } : { name, phone }
  }

  async list(scope: SignedInCenterScope, { view, state, cursor, limit }: Parsed<Schemas['list'], 'query'>): Promise<DemandsPage> {
    const { firms, servesCenter } = standingOf(scope)
    if (view !== 'mine' && !servesCenter) return { items: [], nextCursor: null }
    const [at = '', id = ''] = readCursor(cursor, 2) ?? []
    const rows = await queries.listDemands(scope.manager, { view, firms: [...firms], state: state ?? null, after: cursor === undefined ? null : { at, id }, most: limit + 1 })
    const calendar = await this.workdays.at(scope.manager)
    const isByDue = view === 'waiting' || view === 'open'
    return pageOf(rows, limit, (row) => summariseDemand(row, scope.now, calendar), (row) => [(isByDue ? row.sortAt : row.changedAt).toISOString(), row.id])
  }

  count({ manager, now }: SignedInCenterScope): Promise<DemandCounts> {
    return queries.countDemands(manager, now, mostCounted)
  }

  /** @throws AppError `financing.noRepresentative`, `financing.firmNotFound` for a firm that the caller does not stand for */
  async create(scope: SignedInCenterScope, { firmId, ...body }: Parsed<Schemas['create'], 'body'>): Promise<DemandMoved> {
    const { firms } = standingOf(scope)
    if (firms.size === 0) throw refuseFinancing('financing.noRepresentative')
    const [firm] = firms.has(firmId) ? await queries.listFirmsNamed(scope.manager, [firmId]) : []
    if (!firm) throw refuseFinancing('financing.firmNotFound')
    const id = uuidv7()
    const { id: personId } = await savePerson(scope.manager, scope.caller.accountId, null)
    const row = Object.assign(new DemandRow(), {
      centerId: scope.centerId, id, firmId, personId, state: 'draft' as const, audience: null, note: null, closeReason: null, holder: 'firm' as const, enteredAt: scope.now, dueAt: null, submittedAt: null, openedAt: null, calledAt: null,
      disbursedFen: 0, version: 1, createdAt: scope.now, changedAt: scope.now,
    })
    this.fill(scope, row, body, firm)
    await scope.manager.insert(DemandRow, row)
    await addStep(scope.manager, 'demand', id, { version: 1, action: 'create', fromState: null, toState: 'draft', at: scope.now, accountId: scope.caller.accountId, party: 'firm' })
    await this.audit.record(scope, { fact: 'financing.demandCreated', subjectId: id, data: {} } satisfies FinancingFact)
    return { id, state: row.state, version: row.version }
  }

  /** @throws AppError `financing.demandNotFound`, also for whoever is neither its firm nor the centre */
  async get(scope: SignedInCenterScope, id: string): Promise<Demand> {
    const { row, parties } = await this.lock(scope, id)
    return this.present(scope, row, parties)
  }

  /** @throws AppError `financing.demandWrongState` unless it is a draft, `request.changedMeanwhile` */
  async update(scope: SignedInCenterScope, id: string, { version, ...body }: DemandBody): Promise<Demand> {
    const { row, parties } = await this.lock(scope, id)
    if (row.state !== 'draft') throw this.wrongState(row, parties)
    if (!parties.includes('firm')) throw refuseFinancing('financing.notYours', { party: partyLabels.firm })
    if (version !== undefined && version !== row.version) throw refuseRequest('request.changedMeanwhile', { version: row.version })
    const [firm] = await queries.listFirmsNamed(scope.manager, [row.firmId])
    if (!firm) throw refuseFinancing('financing.firmNotFound')
    this.fill(scope, row, body, firm)
    await this.cases.saveDemand(scope, row)
    await this.audit.record(scope, { fact: 'financing.demandUpdated', subjectId: id, data: {} } satisfies FinancingFact)
    return this.present(scope, row, parties)
  }

  /** @throws AppError `financing.demandNotFound`, `financing.demandWrongState` before it was ranked */
  async matches(scope: SignedInCenterScope, id: string): Promise<DemandMatches> {
    const { row, parties } = await this.lock(scope, id)
    const matches = await this.matching.read(scope, id, row.state !== 'verified' && row.state !== 'matched')
    if (!matches) throw this.wrongState(row, parties)
    return matches
  }

  /** The centre phoned the firm, or one of the banks. */
  async recordCall(scope: SignedInCenterScope, id: string, { referralId, outcome }: Parsed<Schemas['recordCall'], 'body'>): Promise<DemandMoved> {
    const { row } = await this.lock(scope, id)
    if (referralId !== undefined && !(await this.cases.referralsOf(scope, id)).some((each) => each.id === referralId)) throw refuseFinancing('financing.referralNotFound')
    await addCall(scope.manager, { id: uuidv7(), demandId: id, referralId: referralId ?? null, outcome, accountId: scope.caller.accountId }, scope.now)
    await this.audit.record(scope, { fact: 'financing.called', subjectId: id, data: { referralId: referralId ?? null, outcome } } satisfies FinancingFact)
    // Somebody who did not answer is called again.
    if (outcome !== 'no_answer') row.calledAt = scope.now
    await this.cases.saveDemand(scope, row)
    return { id, state: row.state, version: row.version }
  }

  /**
   * @throws AppError `financing.demandNotFound`, `financing.demandWrongState` with the state and what is allowed, `financing.notYours`,
   *   `financing.tooManyBanks`, `financing.productNotForYou`, `request.invalid` for missing parts, `request.changedMeanwhile`
   */
  async act(scope: SignedInCenterScope, id: string, action: Parsed<Schemas['act'], 'params'>['action'], body: ActBody): Promise<DemandMoved> {
    const { row, parties } = await this.lock(scope, id)
    if (body.version !== undefined && body.version !== row.version) throw refuseRequest('request.changedMeanwhile', { version: row.version })
    const next = nextDemandState(row.state, action)
    if (!next) throw this.wrongState(row, parties)
    const actors = demandActorsOf(row.state, action)
    const party = actors.find((each) => parties.includes(each))
    if (!party) throw refuseFinancing('financing.notYours', { party: actors.map((each) => partyLabels[each]).join('或') })
    const taken = { action, party }
    switch (action) {
      case 'submit':
        Object.assign(row, { submittedAt: row.submittedAt ?? scope.now, note: null })
        break
      case 'return':
        if (!body.note) throw refuseRequest('request.invalid', [{ path: 'note', message: '请写明要改什么' }])
        row.note = body.note
        break
      case 'close':
        if (!body.closeReason) throw refuseRequest('request.invalid', [{ path: 'closeReason', message: '请选择原因' }])
        await this.cases.endReferrals(scope, row, { action: 'end', party }, body.closeReason)
        row.closeReason = body.closeReason
        break
      case 'withdraw':
        await this.cases.endReferrals(scope, row, { action: 'withdraw', party }, null)
        break
      case 'open':
        await this.opening.open(scope, row, body)
        break
      case 'verify':
        break
    }
    await this.cases.moveDemand(scope, row, taken, next)
    if (next === 'verified') await this.match(scope, row)
    return { id, state: row.state, version: row.version }
  }

  /** Without an LPR on file there is no rate to compare: the demand waits, and the job that follows the LPR ranks it. */
  private async match(scope: SignedInCenterScope, row: DemandRow): Promise<void> {
    let products: number
    try {
      products = await this.matching.keep(scope, row.id, row.need)
    } catch (error) {
      if (error instanceof AppError && error.code === 'financing.noLpr') return
      throw error
    }
    await this.audit.record(scope, { fact: 'financing.demandMatched', subjectId: row.id, data: { algorithm: matchVersion, products } } satisfies FinancingFact)
    await this.cases.moveDemand(scope, row, { action: 'match', party: null }, 'matched')
  }

  private async lock(scope: SignedInCenterScope, id: string): Promise<{ row: DemandRow; parties: Party[] }> {
    const row = await this.cases.lockDemand(scope, id)
    const parties = partiesOfDemand(standingOf(scope), row.firmId)
    // What was never handed in is its firm's alone, also when it was given up.
    if (parties.length === 0 || (row.submittedAt === null && !parties.includes('firm'))) throw refuseFinancing('financing.demandNotFound')
    await this.cases.settleDemand(scope, row)
    return { row, parties }
  }

  /** What the firm's record knows is not asked, and not taken from outside. */
  private fill(scope: SignedInCenterScope, row: DemandRow, { need, purposeText, neededBy, contact, wishes }: Omit<DemandBody, 'version'>, firm: queries.DemandFirmRow): void {
    const industry = letterOf(firm.industry)
    row.need = { ...need, firmKind: firm.kind, foundedOn: firm.foundedOn, ...(industry ? { industry } : {}) } satisfies NeedAnswers
    Object.assign(row, { purposeText, neededBy, wishes, contact: this.cipher.seal(contactColumn, { centerId: scope.centerId, id: row.id }, JSON.stringify(contact)) })
  }

  private allowed(row: DemandRow, parties: readonly Party[]): DemandAllowedAction[] {
    const acts = demandActionsFrom(row.state).filter((action) => demandActorsOf(row.state, action).some((party) => parties.includes(party)))
    return [...acts, ...(row.state === 'draft' && parties.includes('firm') ? ['update' as const] : []), ...(parties.includes('center') && row.state !== 'draft' && row.holder !== null ? ['record-call' as const] : [])]
  }

  private wrongState(row: DemandRow, parties: readonly Party[]) {
    return refuseFinancing('financing.demandWrongState', { state: row.state, label: demandStateLabels[row.state], allowedActions: this.allowed(row, parties) })
  }

  private async present(scope: SignedInCenterScope, row: DemandRow, parties: readonly Party[]): Promise<Demand> {
    const { manager, now } = scope
    const calendar = await this.workdays.at(manager)
    const listed = await queries.findDemandSummary(manager, row.id)
    const [firm] = await queries.listFirmsNamed(manager, [row.firmId])
    if (!listed || !firm) throw refuseFinancing('financing.demandNotFound')
    const referrals = await listReferralsOf(manager, row.id, now)
    return {
      ...summariseDemand(listed, now, calendar),
      firm: { id: firm.id, name: firm.name, kind: firm.kind, creditCode: firm.creditCode, buildingName: firm.buildingName },
      need: row.need, purposeText: row.purposeText, neededBy: row.neededBy, contact: openContact(this.cipher, row), wishes: row.wishes, audience: row.audience, note: row.note,
      closeReason: row.closeReason, openedAt: row.openedAt && shanghaiIso(row.openedAt),
      referrals: referrals.map((each) => summariseReferral(each, now, calendar)),
      history: (await listSteps(manager, 'demand', row.id)).map(({ action, fromState, toState, at, party }) => ({ action, from: fromState, to: toState, at: shanghaiIso(at), party })),
      calls: (await listCalls(manager, row.id)).map(({ at, bankName, outcome }) => ({ at: shanghaiIso(at), with: bankName ?? firm.name, outcome })),
      version: row.version, allowedActions: this.allowed(row, parties),
    }
  }
}

/** A division's section, as products speak of it; null for none, and for 国际组织, which no product names. */
function letterOf(division: string | null): Industry | null {
  return industries.find((letter) => letter === sectionOf(division)?.letter) ?? null
}
