import { Injectable } from '@nestjs/common'
import type { financingReferralsSchemas, Referral, ReferralCounts, ReferralMoved, ReferralsPage } from '@dangqun/contracts/financing/referrals/schemas'
import { partyLabels, referralActionNeeds, referralClocks, referralStateLabels, type Party, type ReferralAction, type ReferralActionPart } from '@dangqun/contracts/financing/referrals/vocabulary'
import { mostBanks, mostCounted } from '@dangqun/contracts/financing/demands/vocabulary'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import { WorkdaysService } from '../centers/centers-workdays.service.js'
import { dueAfterWorkingDays, localDateOf } from '../platform/calendar/calendar.rules.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { FinancingCaseService } from './financing-case.service.js'
import type { DemandRow } from './financing-demands.entity.js'
import { freeSlot } from './financing-demands.rules.js'
import { FinancingMatchingService } from './financing-matching.service.js'
import { FinancingOpeningService } from './financing-opening.service.js'
import { FinancingReferralPresenter, type ReferralView } from './financing-referral-presenter.service.js'
import type { ReferralRow } from './financing-referrals.entity.js'
import { nextReferralState, referralActorsOf } from './financing-referrals.machine.js'
import * as queries from './financing-referrals.queries.js'
import { actionBlock } from './financing-referrals.rules.js'
import { standingOf, summariseReferral } from './financing-views.service.js'
import { refuseFinancing } from './financing.errors.js'
import type { FinancingFact } from './financing.facts.js'
import { partiesOfReferral } from './financing.policy.js'
import { findOffered, lprOn, offeredOf } from './financing.queries.js'

type Schemas = typeof financingReferralsSchemas
type ActBody = Parsed<Schemas['act'], 'body'>

/** 对接单, as firm, bank and centre move it. */
@Injectable()
export class FinancingReferralsService {
  constructor(
    private readonly audit: Audit,
    private readonly cases: FinancingCaseService,
    private readonly matching: FinancingMatchingService,
    private readonly opening: FinancingOpeningService,
    private readonly presenter: FinancingReferralPresenter,
    private readonly workdays: WorkdaysService,
  ) {}

  /** A bank's own, or everything for the centre. */
  async list(scope: SignedInCenterScope, { view, state, bankId, cursor, limit }: Parsed<Schemas['list'], 'query'>): Promise<ReferralsPage> {
    const [at = '', id = ''] = readCursor(cursor, 2) ?? []
    const banks = banksOf(scope, bankId)
    const rows = await queries.listReferrals(scope.manager, { view, banks: banks.ids, isCenter: banks.isCenter, state: state ?? null, after: cursor === undefined ? null : { at, id }, now: scope.now, most: limit + 1 })
    const calendar = await this.workdays.at(scope.manager)
    return pageOf(rows, limit, (row) => summariseReferral(row, scope.now, calendar), (row) => [(view === 'ended' ? row.changedAt : row.sortAt).toISOString(), row.id])
  }

  count(scope: SignedInCenterScope): Promise<ReferralCounts> {
    return queries.countReferrals(scope.manager, banksOf(scope).ids, scope.now, mostCounted)
  }

  /** @throws AppError `financing.referralNotFound`, also for another firm's or bank's people */
  async get(scope: SignedInCenterScope, id: string): Promise<Referral> {
    const { demand, referral, parties } = await this.lock(scope, id)
    return this.presenter.detail(scope, demand, referral, parties)
  }

  /**
   * @throws AppError `financing.referralNotFound`, `financing.referralWrongState` with the state and what is allowed,
   *   `financing.notYours`, `financing.claimsFull`, `financing.productNotForYou`, `financing.sharingEnded`, `financing.notYet`,
   *   `financing.drawdownNotFound`, `financing.drawdownOpen`, `request.invalid` for missing parts, `request.changedMeanwhile`
   */
  async act(scope: SignedInCenterScope, id: string, action: ReferralAction, body: ActBody): Promise<ReferralMoved> {
    const { demand, referral: row, parties } = await this.lock(scope, id)
    if (body.version !== undefined && body.version !== row.version) throw refuseRequest('request.changedMeanwhile', { version: row.version })
    const view = await this.presenter.viewOf(scope, row)
    const actors = referralActorsOf(row.state, action)
    if (actors.length === 0) throw this.wrongState(scope, row, view, parties)
    const able = actors.filter((each) => parties.includes(each))
    const about = { drawdownId: body.drawdownId, round: body.rating?.round }
    // Whoever speaks for both sides answers as the other one.
    const party = able.find((each) => actionBlock(this.presenter.actFacts(view, each, scope.now), action, each, about) === null) ?? able[0]
    if (!party) throw refuseFinancing('financing.notYours', { party: actors.map((each) => partyLabels[each]).join('或') })
    const missing = missingParts(action, body)
    if (missing.length > 0) throw refuseRequest('request.invalid', missing)
    const block = actionBlock(this.presenter.actFacts(view, party, scope.now), action, party, about)
    if (block === 'financing.referralWrongState') throw this.wrongState(scope, row, view, parties)
    if (block) throw refuseFinancing(block)
    await this.effect(scope, demand, row, party, action, body)
    const next = nextReferralState(row.state, action, body.answer?.gaps)
    if (!next) throw this.wrongState(scope, row, view, parties)
    await this.cases.moveReferral(scope, demand, row, { action, party }, next)
    await this.follow(scope, demand, row, action, view)
    return { id, state: row.state, version: row.version }
  }

  /** What an act does to a referral besides its state. */
  private async effect(scope: SignedInCenterScope, demand: DemandRow, row: ReferralRow, party: Party, action: ReferralAction, body: ActBody): Promise<void> {
    switch (action) {
      case 'claim': return this.claim(scope, demand, row, body.productId)
      case 'consent':
        if (!body.consentVersion) throw refuseRequest('request.invalid', [{ path: 'consentVersion', message: '请先阅读并同意授权说明' }])
        await queries.endSharing(scope.manager, row.id, 'renewed', scope.now)
        await this.opening.share(scope, row, body.purposes ?? [], body.consentVersion)
        if (row.state === 'claimed') await this.consented(scope, row)
        return
      case 'contact':
        Object.assign(row, { contactedAt: scope.now, materialsAsked: body.materials ?? [], materialsState: 'asked' })
        return
      case 'deliver':
        row.materialsState = 'delivered'
        return
      case 'answer-materials': {
        const gaps = body.answer?.gaps ?? []
        Object.assign(row, gaps.length > 0 ? { materialsState: 'gaps', materialsGaps: gaps } : { materialsState: 'complete', materialsGaps: [], completeAt: scope.now })
        return
      }
      case 'grant': {
        const { grant } = body
        if (!grant) return
        if (grant.validUntil < localDateOf(scope.now)) throw refuseRequest('request.invalid', [{ path: 'grant.validUntil', message: '不能早于今天' }])
        if (grant.allInBp < grant.rateBp) throw refuseRequest('request.invalid', [{ path: 'grant.allInBp', message: '综合年化利率包含全部费用，不会低于名义利率' }])
        Object.assign(row, {
          grantedFen: grant.amountFen, grantedRateBp: grant.rateBp, grantedAllInBp: grant.allInBp, grantedMonths: grant.months, grantedSecurity: grant.security, grantedUntil: grant.validUntil,
          decidedAt: scope.now, decisionDays: await this.cases.decisionDays(scope, row),
        })
        return
      }
      case 'decline':
        Object.assign(row, { declineCode: body.declineCode, decidedAt: scope.now, decisionDays: await this.cases.decisionDays(scope, row) })
        return
      case 'mark-not-drawn':
        row.notDrawnReason = body.notDrawnReason ?? null
        return
      case 'close':
        row.closeReason = 'done'
        return
      case 'rate': {
        const { rating } = body
        if (!rating) return
        await queries.addRating(scope.manager, row.id, { party, ...rating }, scope.now)
        await this.audit.record(scope, { fact: 'financing.rated', subjectId: row.id, data: { party, round: rating.round } } satisfies FinancingFact)
        return
      }
      case 'report-drawdown': case 'confirm-drawdown': case 'dispute-drawdown': case 'reconcile-drawdown':
        return this.drawdown(scope, row, party, action, body)
      case 'sign': case 'withdraw':
        return
    }
  }

  /** Exact whoever presses at once: the demand's row is locked, and five places are all that the table has. */
  private async claim(scope: SignedInCenterScope, demand: DemandRow, row: ReferralRow, productId: string | undefined): Promise<void> {
    if (row.slot === null) {
      const slot = freeSlot((await this.cases.referralsOf(scope, demand.id)).map((each) => each.slot), mostBanks)
      if (slot === null) throw refuseFinancing('financing.claimsFull', { most: mostBanks })
      const product = await this.productFor(scope, demand, row, productId)
      const lpr = await lprOn(scope.manager, localDateOf(scope.now))
      if (!lpr) throw refuseFinancing('financing.noLpr')
      Object.assign(row, { slot, productId: product.id, productNumber: product.number, lprOn: lpr.publishedOn, frozenOn: localDateOf(scope.now) })
    }
    row.claimedAt = scope.now
  }

  /** The bank's product that it names, or its best ranked for this need. */
  private async productFor(scope: SignedInCenterScope, demand: DemandRow, row: ReferralRow, productId: string | undefined) {
    const today = localDateOf(scope.now)
    if (productId !== undefined) {
      const named = await findOffered(scope.manager, today, productId)
      if (named?.bankId !== row.bankId) throw refuseFinancing('financing.productNotForYou')
      return named
    }
    const own = await offeredOf(scope.manager, today, row.bankId)
    const ranked = (await this.matching.results(scope, demand.id)).flatMap((result) => own.filter(({ id }) => id === result.productId))
    const best = ranked[0] ?? own[0]
    if (!best) throw refuseFinancing('financing.productNotForYou')
    return best
  }

  private async consented(scope: SignedInCenterScope, row: ReferralRow): Promise<void> {
    row.consentedAt = scope.now
    row.contactDueAt = dueAfterWorkingDays(await this.workdays.at(scope.manager), scope.now, referralClocks.contact)
  }

  private async drawdown(scope: SignedInCenterScope, row: ReferralRow, party: Party, action: ReferralAction, { drawdown: figures, drawdownId }: ActBody): Promise<void> {
    if (figures && figures.drawnOn > localDateOf(scope.now)) throw refuseRequest('request.invalid', [{ path: 'drawdown.drawnOn', message: '不能晚于今天' }])
    const calendar = await this.workdays.at(scope.manager)
    if (action === 'report-drawdown') {
      if (!figures || party === 'center') return
      const made = { id: uuidv7(), state: 'reported' as const, by: party, ...figures, disputed: null, dueAt: dueAfterWorkingDays(calendar, scope.now, referralClocks.drawdown) }
      await queries.addDrawdown(scope.manager, row.id, made, scope.now)
      await this.audit.record(scope, { fact: 'financing.drawdownMoved', subjectId: row.id, data: { drawdownId: made.id, from: null, to: 'reported' } } satisfies FinancingFact)
      return
    }
    const reported = (await queries.listDrawdowns(scope.manager, row.id)).find(({ id }) => id === drawdownId)
    if (!reported) throw refuseFinancing('financing.drawdownNotFound')
    if (action === 'confirm-drawdown') await this.cases.settleDrawdown(scope, row, { ...reported, state: 'confirmed' }, reported.state)
    else if (action === 'dispute-drawdown') await this.cases.settleDrawdown(scope, row, { ...reported, state: 'disputed', disputed: figures ?? null, dueAt: dueAfterWorkingDays(calendar, scope.now, referralClocks.reconcile) }, reported.state)
    else await this.cases.settleDrawdown(scope, row, { ...reported, ...figures, state: 'reconciled' }, reported.state)
  }

  /** What follows at once: a bank that the firm had named goes on to contact; what was lent may meet the demand. */
  private async follow(scope: SignedInCenterScope, demand: DemandRow, row: ReferralRow, action: ReferralAction, { sharing }: ReferralView): Promise<void> {
    if (action === 'claim' && sharing.state === 'standing') {
      await this.consented(scope, row)
      await this.cases.moveReferral(scope, demand, row, { action: 'consent', party: 'firm' }, 'consented')
    }
    if (action === 'confirm-drawdown' || action === 'reconcile-drawdown') await this.cases.countDisbursed(scope, demand, row)
  }

  private async lock(scope: SignedInCenterScope, id: string): Promise<{ demand: DemandRow; referral: ReferralRow; parties: Party[] }> {
    const { demand, referral } = await this.cases.lockReferral(scope, id)
    const parties = partiesOfReferral(standingOf(scope), demand.firmId, referral.bankId)
    if (parties.length === 0) throw refuseFinancing('financing.referralNotFound')
    await this.cases.settleReferral(scope, demand, referral)
    return { demand, referral, parties }
  }

  private wrongState({ now }: SignedInCenterScope, row: ReferralRow, view: ReferralView, parties: readonly Party[]) {
    return refuseFinancing('financing.referralWrongState', { state: row.state, label: referralStateLabels[row.state], allowedActions: this.presenter.allowed(row, view, parties, now) })
  }
}

const partWords: Record<ReferralActionPart, string> = {
  purposes: '请选择同意的内容', materials: '请列出要带的材料', answer: '请选择齐全，或列出缺的材料', grant: '请填写批准的内容', declineCode: '请选择原因', drawdown: '请填写放款金额、利率和日期', drawdownId: '请选择一笔放款', notDrawnReason: '请选择原因', rating: '请选几颗星',
}

function missingParts(action: ReferralAction, body: ActBody): { path: string; message: string }[] {
  return referralActionNeeds[action].filter((part) => body[part] === undefined).map((part) => ({ path: part, message: partWords[part] }))
}

/** Whose referrals somebody reads: null means all, which is the centre's. A bank asked for that is not one's own is nobody's. */
function banksOf(scope: SignedInCenterScope, wanted?: string): { ids: string[] | null; isCenter: boolean } {
  const { banks, servesCenter } = standingOf(scope)
  if (servesCenter) return { ids: wanted === undefined ? null : [wanted], isCenter: true }
  return { ids: [...banks].filter((bank) => wanted === undefined || bank === wanted), isCenter: false }
}

