import { Injectable } from '@nestjs/common'
import type { Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { referralClocks, referralEnds, type Party, type ReferralAction } from '@dangqun/contracts/financing/referrals/vocabulary'
import { WorkdaysService } from '../centers/centers-workdays.service.js'
import { addWorkingDays, localDateOf } from '../platform/calendar/calendar.rules.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import type { DemandRow } from './financing-demands.entity.js'
import { listFirmsNamed } from './financing-demands.queries.js'
import { ageBandOf } from './financing-demands.rules.js'
import { refuseFinancing } from './financing.errors.js'
import { listVersionsNamed } from './financing-matching.queries.js'
import type { ReferralRow } from './financing-referrals.entity.js'
import { referralActionsFrom, referralActorsOf } from './financing-referrals.machine.js'
import * as queries from './financing-referrals.queries.js'
import { actionBlock, openRound, sharingOf, type ActFacts, type Sharing } from './financing-referrals.rules.js'
import { openContact } from './financing-seal.rules.js'
import { listSteps } from './financing-steps.queries.js'
import { summariseReferral } from './financing-views.service.js'

/** What stands beside a referral's row at one moment. */
export interface ReferralView {
  readonly row: ReferralRow
  readonly sharing: Sharing
  readonly drawdowns: readonly queries.DrawdownRow[]
  readonly ratings: readonly queries.RatingRow[]
}

/** Why a firm gave its demand up is not a bank's business. */
const toldToBanks: readonly Referral['closeReason'][] = ['done', 'satisfied']
const drawdownActions = ['confirm-drawdown', 'dispute-drawdown', 'reconcile-drawdown'] as const

/** A referral as one caller may see it; read under the lock that a withdrawal takes, so that nothing is shown after one. */
@Injectable()
export class FinancingReferralPresenter {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly workdays: WorkdaysService,
  ) {}

  async viewOf({ manager, now }: SignedInCenterScope, row: ReferralRow): Promise<ReferralView> {
    return { row, sharing: sharingOf(await queries.listSharings(manager, row.id), now), drawdowns: await queries.listDrawdowns(manager, row.id), ratings: await queries.listRatings(manager, row.id) }
  }

  actFacts({ row, sharing, drawdowns, ratings }: ReferralView, party: Party, now: Date): ActFacts {
    return { ...row, drawdowns, sharing, round: openRound(row.consentedAt, ratings.filter((each) => each.party === party).map(({ round }) => round), now) }
  }

  allowed(row: ReferralRow, view: ReferralView, parties: readonly Party[], now: Date): ReferralAction[] {
    return referralActionsFrom(row.state).filter((action) => referralActorsOf(row.state, action).some((party) => parties.includes(party) && actionBlock(this.actFacts(view, party, now), action, party) === null))
  }

  async detail(scope: SignedInCenterScope, demand: DemandRow, row: ReferralRow, parties: readonly Party[]): Promise<Referral> {
    const { manager, now } = scope
    const calendar = await this.workdays.at(manager)
    const view = await this.viewOf(scope, row)
    const { sharing, drawdowns, ratings } = view
    const isOwn = parties.includes('firm') || parties.includes('center')
    const isNamed = isOwn || (sharing.state === 'standing' && row.state !== 'offered' && !referralEnds.includes(row.state))
    const [firm] = await listFirmsNamed(manager, [demand.firmId])
    const listed = (await queries.listReferralsOf(manager, demand.id, now)).find(({ id }) => id === row.id)
    if (!firm || !listed) throw refuseFinancing('financing.referralNotFound')
    const [version] = row.productId !== null && row.productNumber !== null ? await listVersionsNamed(manager, [[row.productId, row.productNumber]]) : []
    const isResultHidden = !parties.includes('firm') && !parties.includes('bank') && !(await queries.wasShared(manager, row.id, 'result'))
    const mine = parties.includes('firm') ? 'firm' : 'bank'
    const { need } = demand
    return {
      ...summariseReferral({ ...listed, firmName: isNamed ? listed.firmName : null }, now, calendar),
      outline: {
        amountFen: need.amountFen, months: need.months, preferredSecurity: need.preferredSecurity, acceptableSecurities: need.acceptableSecurities, industry: firm.industry, ageBand: ageBandOf(firm.foundedOn, localDateOf(now)), revenueBand: need.revenueBand ?? null,
      },
      identity: isNamed ? {
        firmName: firm.name, creditCode: firm.creditCode, firmKind: firm.kind, buildingName: firm.buildingName, room: firm.room, need, purposeText: demand.purposeText, neededBy: demand.neededBy,
        contact: isOwn || sharing.purposes.includes('contact') ? openContact(this.cipher, demand) : null,
      } : null,
      sharing: { state: sharing.state, purposes: [...sharing.purposes], until: sharing.until && shanghaiIso(sharing.until), isRenewable: sharing.isRenewable && !referralEnds.includes(row.state) },
      product: version && row.lprOn !== null && row.frozenOn !== null ? { id: version.id, number: version.number, terms: version.terms, lprOn: row.lprOn, honouredUntil: addWorkingDays(calendar, row.frozenOn, referralClocks.honour) } : null,
      materials: { asked: row.materialsAsked, state: row.materialsState, gaps: row.materialsGaps, isAssumed: row.isAssumed },
      grant: isResultHidden ? null : grantOf(row),
      isResultHidden,
      declineCode: row.declineCode, notDrawnReason: row.notDrawnReason, closeReason: isOwn || row.closeReason === null || toldToBanks.includes(row.closeReason) ? row.closeReason : 'ended',
      drawdowns: isResultHidden ? [] : drawdowns.map(({ id, state, by, amountFen, allInBp, drawnOn, disputed, dueAt }) => ({
        id, state, by, amountFen, allInBp, drawnOn, disputed, dueAt: dueAt && shanghaiIso(dueAt),
        allowedActions: drawdownActions.filter((action) => referralActorsOf(row.state, action).some((party) => parties.includes(party) && actionBlock(this.actFacts(view, party, now), action, party, { drawdownId: id }) === null)),
      })),
      ratings: { mine: ratings.filter(({ party }) => party === mine).map(({ round, stars, tags }) => ({ round, stars, tags })), open: isOwn && !parties.includes('firm') ? null : this.actFacts(view, mine, now).round },
      history: (await listSteps(manager, 'referral', row.id)).map(({ action, fromState, toState, at, party }) => ({ action, from: fromState, to: toState, at: shanghaiIso(at), party })),
      version: row.version,
      allowedActions: this.allowed(row, view, parties, now),
    }
  }
}

function grantOf(row: ReferralRow): Referral['grant'] {
  const { grantedFen, grantedRateBp, grantedAllInBp, grantedMonths, grantedSecurity, grantedUntil } = row
  if (grantedFen === null || grantedRateBp === null || grantedAllInBp === null || grantedMonths === null || grantedSecurity === null || grantedUntil === null) return null
  return { amountFen: grantedFen, rateBp: grantedRateBp, allInBp: grantedAllInBp, months: grantedMonths, security: grantedSecurity, validUntil: grantedUntil }
}
