import { Injectable } from '@nestjs/common'
import type { financingDemandsSchemas } from '@dangqun/contracts/financing/demands/schemas'
import { mostBanks } from '@dangqun/contracts/financing/demands/vocabulary'
import { referralEnds, sharingDays, type SharingPurpose } from '@dangqun/contracts/financing/referrals/vocabulary'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import { dueAfterDays, localDateOf } from '../platform/calendar/calendar.rules.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import type { Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { FinancingCaseService } from './financing-case.service.js'
import type { DemandRow } from './financing-demands.entity.js'
import { freeSlot } from './financing-demands.rules.js'
import { refuseFinancing } from './financing.errors.js'
import type { FinancingFact } from './financing.facts.js'
import { findOffered, listBanks, lprOn } from './financing.queries.js'
import { ReferralRow } from './financing-referrals.entity.js'
import { giveSharing } from './financing-referrals.queries.js'
import { dueAt, holderOf } from './financing-referrals.rules.js'
import { addStep } from './financing-steps.queries.js'
import { WorkdaysService } from '../centers/centers-workdays.service.js'

type ActBody = Parsed<(typeof financingDemandsSchemas)['act'], 'body'>

/** Sending a demand out: to banks that the firm names, each with its consent, or to all without a name. The demand's row is locked. */
@Injectable()
export class FinancingOpeningService {
  constructor(
    private readonly audit: Audit,
    private readonly cases: FinancingCaseService,
    private readonly workdays: WorkdaysService,
  ) {}

  async open(scope: SignedInCenterScope, demand: DemandRow, { audience, picks, consentVersion }: ActBody): Promise<void> {
    if (!audience) throw refuseRequest('request.invalid', [{ path: 'audience', message: '请选择发给哪些银行' }])
    const standing = await this.cases.referralsOf(scope, demand.id)
    if (audience === 'picked') {
      if (!picks) throw refuseRequest('request.invalid', [{ path: 'picks', message: '请至少选一家银行' }])
      if (!consentVersion) throw refuseRequest('request.invalid', [{ path: 'consentVersion', message: '请先阅读并同意授权说明' }])
      await this.pick(scope, demand, standing, picks, consentVersion)
    } else {
      for (const { id: bankId } of await listBanks(scope.manager)) if (!standing.some((each) => each.bankId === bankId)) await this.offer(scope, demand, { bankId })
    }
    Object.assign(demand, { audience: demand.audience === 'all' ? 'all' : audience, openedAt: scope.now })
  }

  private async pick(scope: SignedInCenterScope, demand: DemandRow, standing: readonly ReferralRow[], picks: NonNullable<ActBody['picks']>, version: string): Promise<void> {
    const today = localDateOf(scope.now)
    const lpr = await lprOn(scope.manager, today)
    if (!lpr) throw refuseFinancing('financing.noLpr')
    const slots = standing.map(({ slot }) => slot)
    const left = mostBanks - slots.filter((slot) => slot !== null).length
    if (picks.length > left) throw refuseFinancing('financing.tooManyBanks', { most: mostBanks, left })
    const named = new Set<string>()
    for (const { productId, purposes } of picks) {
      const product = await findOffered(scope.manager, today, productId)
      if (!product) throw refuseFinancing('financing.productNotForYou')
      const before = standing.find(({ bankId }) => bankId === product.bankId)
      // One referral a bank; one that declined has answered, and one that was met or ended is through.
      if (named.has(product.bankId) || (before && before.slot !== null) || (before && referralEnds.includes(before.state) && before.state !== 'lapsed' && before.state !== 'withdrawn')) {
        throw refuseRequest('request.invalid', [{ path: 'picks', message: `${product.bankName}已经选过，换一家银行` }])
      }
      named.add(product.bankId)
      const slot = freeSlot(slots, mostBanks)
      slots.push(slot)
      const frozen = { slot, isPicked: true, productId, productNumber: product.number, lprOn: lpr.publishedOn, frozenOn: today }
      const row = before ? await this.offerAgain(scope, demand, before, frozen) : await this.offer(scope, demand, { bankId: product.bankId, ...frozen })
      await this.share(scope, row, purposes, version)
    }
  }

  /** What the firm lets this bank have, for 90 days. */
  async share(scope: SignedInCenterScope, row: ReferralRow, purposes: readonly SharingPurpose[], version: string): Promise<void> {
    const expiresAt = dueAfterDays(scope.now, sharingDays)
    const given = [...new Set(purposes)]
    await giveSharing(scope.manager, row.id, { ids: given.map(() => uuidv7()), purposes: given, version, accountId: scope.caller.accountId, expiresAt }, scope.now)
    await this.audit.record(scope, { fact: 'financing.sharingGiven', subjectId: row.id, data: { purposes: given, version } } satisfies FinancingFact)
    await this.cases.planRenewal(scope, row, expiresAt)
  }

  private async offer(scope: SignedInCenterScope, demand: DemandRow, given: Pick<ReferralRow, 'bankId'> & Partial<ReferralRow>): Promise<ReferralRow> {
    const row = Object.assign(new ReferralRow(), {
      centerId: scope.centerId, id: uuidv7(), demandId: demand.id, state: 'offered' as const, slot: null, isPicked: false, productId: null, productNumber: null, lprOn: null, frozenOn: null, enteredAt: scope.now, offeredAt: scope.now, claimedAt: null,
      consentedAt: null, contactDueAt: null, contactedAt: null, completeAt: null, decidedAt: null, decisionDays: null, materialsAsked: [], materialsState: 'none' as const, materialsGaps: [], isAssumed: false, grantedFen: null, grantedRateBp: null,
      grantedAllInBp: null, grantedMonths: null, grantedSecurity: null, grantedUntil: null, declineCode: null, notDrawnReason: null, closeReason: null, version: 0, createdAt: scope.now, changedAt: scope.now, holder: 'bank' as const, dueAt: null,
    }, given)
    const facts = { ...row, drawdowns: [] }
    Object.assign(row, { holder: holderOf(facts), dueAt: dueAt(facts, await this.workdays.at(scope.manager)) })
    await scope.manager.insert(ReferralRow, row)
    await addStep(scope.manager, 'referral', row.id, { version: row.version, action: 'offer', fromState: null, toState: 'offered', at: scope.now, accountId: scope.caller.accountId, party: 'firm' })
    await this.cases.offered(scope, row)
    return row
  }

  /** To a bank whose offer lapsed or was taken back, or that got it without a name. */
  private async offerAgain(scope: SignedInCenterScope, demand: DemandRow, row: ReferralRow, frozen: Partial<ReferralRow>): Promise<ReferralRow> {
    Object.assign(row, frozen, {
      enteredAt: scope.now, offeredAt: scope.now, claimedAt: null, consentedAt: null, contactDueAt: null, contactedAt: null, completeAt: null, decidedAt: null, decisionDays: null, materialsAsked: [], materialsState: 'none', materialsGaps: [], isAssumed: false,
      grantedFen: null, grantedRateBp: null, grantedAllInBp: null, grantedMonths: null, grantedSecurity: null, grantedUntil: null, declineCode: null, notDrawnReason: null, closeReason: null,
    })
    await this.cases.moveReferral(scope, demand, row, { action: 'offer', party: 'firm' }, 'offered')
    return row
  }
}
