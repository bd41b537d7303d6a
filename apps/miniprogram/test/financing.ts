import type { Demand, DemandMatches, OwnFirm } from '@dangqun/contracts/financing/demands/schemas'
import type { Drawdown, Referral, ReferralSummary } from '@dangqun/contracts/financing/referrals/schemas'
import type { Match, NeedAnswers } from '@dangqun/contracts/financing/schemas'
import { answerWith, type Answer } from './taro'

export const aNeed: NeedAnswers = { amountFen: 50_000_000, months: 12, isTermAdjustable: true, purpose: 'stock', wantsRenewal: false, preferredSecurity: 'credit', acceptableSecurities: [] }

const bankIds = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6']
const bankNames = ['徽远银行', '临湖银行', '丰穗农商行', '江淮银行', '合众银行', '庐阳银行']
/** The nth bank of six, from 1. */
export const aBank = (n: number) => ({ id: bankIds[n - 1] ?? '', name: bankNames[n - 1] ?? '', kind: '城市商业银行' })

/** A product of a bank that fits; `p2` is of the second bank. */
export function aMatch(n: number, given: Partial<Match> = {}, name = '商户信用贷'): Match {
  return {
    product: { id: `p${n}`, number: 1, name, bank: aBank(n), nominalLowBp: 420, nominalHighBp: 420, hasOwnerGuarantee: false, securities: ['credit'], promisedDays: 3 },
    outcome: 'fits', rank: n, scoreHundredths: 8000, parts: null, mark: null, reasons: [], notes: [], failures: [], missing: [], change: null,
    cost: { amountFen: 50_000_000, months: 12, repayment: 'equal_instalments', allInPpm: 47_000, totalCostFen: 1_200_000, interestFen: 1_200_000, feesFen: 0, monthlyCostFen: 100_000, payments: '每月还 42,666.67 元' },
    ...given,
  }
}

export function someMatches(...items: Match[]): DemandMatches {
  return { algorithm: { version: 1, lprOn: '2026-11-20', lpr1yBp: 300 }, items, nextAnswer: null, matchedAt: '2026-11-25T10:00:00+08:00', isFrozen: false }
}

export function aFirm(given: Partial<OwnFirm> = {}): OwnFirm {
  return { id: 'firm-1', name: '合肥茗川茶业有限公司', kind: 'company', industry: 'F', foundedOn: '2019-03-10', buildingName: '尚泽大厦', openDemandId: null, ...given }
}

/** Submitted, at the centre. */
export function aDemand(given: Partial<Demand> = {}): Demand {
  return {
    id: 'the-id', state: 'submitted', firm: { id: 'firm-1', name: '合肥茗川茶业有限公司', kind: 'company', creditCode: null, buildingName: '尚泽大厦' }, amountFen: 50_000_000, months: 12, purpose: 'stock', holder: 'center',
    dueAt: '2026-12-03T23:59:59+08:00', isOverdue: false, daysLeft: 1, banks: 0, disbursedFen: 0, submittedAt: '2026-11-25T10:00:00+08:00', changedAt: '2026-11-25T10:00:00+08:00', need: aNeed, purposeText: null, neededBy: null,
    contact: { name: '林禾', phone: '19900001234' }, wishes: [], audience: null, note: null, closeReason: null, openedAt: null, referrals: [],
    history: [
      { action: 'create', from: null, to: 'draft', at: '2026-11-25T09:50:00+08:00', party: 'firm' },
      { action: 'submit', from: 'draft', to: 'submitted', at: '2026-11-25T10:00:00+08:00', party: 'firm' },
    ],
    calls: [], version: 2, allowedActions: ['withdraw'], ...given,
  }
}

export function aReferralSummary(n: number, given: Partial<ReferralSummary> = {}): ReferralSummary {
  return {
    id: `r${n}`, demandId: 'the-id', bank: aBank(n), state: 'consented', productName: '商户信用贷', firmName: '合肥茗川茶业有限公司', industry: '52', amountFen: 50_000_000, months: 12, holder: 'bank', dueAt: '2026-12-03T23:59:59+08:00',
    isOverdue: false, daysLeft: 1, changedAt: '2026-11-25T10:00:00+08:00', ...given,
  }
}

/** The first bank, which has consent and is to call. */
export function aReferral(given: Partial<Referral> = {}): Referral {
  return {
    ...aReferralSummary(1), id: 'the-id',
    outline: { amountFen: 50_000_000, months: 12, preferredSecurity: 'credit', acceptableSecurities: [], industry: '52', ageBand: 'from_5', revenueBand: null }, identity: null,
    sharing: { state: 'standing', purposes: ['demand', 'contact'], until: '2027-02-23T23:59:59+08:00', isRenewable: false },
    product: {
      id: 'p1', number: 1, lprOn: '2026-11-20', honouredUntil: '2026-12-09',
      terms: {
        name: '商户信用贷', amountMinFen: 5_000_000, amountMaxFen: 100_000_000, termMinMonths: 3, termMaxMonths: 36, purposes: ['stock'], securities: ['credit'], loanToValueBp: null, hasOwnerGuarantee: false,
        pricing: { kind: 'fixed', lowBp: 420, highBp: 420 }, dayCount: 'act/360', repayments: ['equal_instalments'], fees: [], entryRules: [], acceptsRenewal: false, materials: [], promisedDays: 3,
        contact: { outlet: '徽远银行尚泽支行', managerNumber: 'HY0012', managerPhone: '13900001111' }, validFrom: '2026-01-01', validTo: '2027-12-31',
      },
    },
    materials: { asked: [], state: 'none', gaps: [], isAssumed: false }, grant: null, isResultHidden: false, declineCode: null, notDrawnReason: null, closeReason: null, drawdowns: [], ratings: { mine: [], open: null },
    history: [
      { action: 'offer', from: null, to: 'offered', at: '2026-11-25T10:00:00+08:00', party: null },
      { action: 'claim', from: 'offered', to: 'consented', at: '2026-11-25T11:00:00+08:00', party: 'bank' },
    ],
    version: 3, allowedActions: ['withdraw'], ...given,
  }
}

export function aDrawdown(given: Partial<Drawdown> = {}): Drawdown {
  return { id: 'd1', amountFen: 50_000_000, allInBp: 470, drawnOn: '2026-11-20', state: 'reported', by: 'bank', disputed: null, dueAt: '2026-12-03T23:59:59+08:00', allowedActions: ['confirm-drawdown', 'dispute-drawdown'], ...given }
}

/** A server with one demand or referral that changes with an act, or refuses it. @returns changes it behind the page's back */
export function serveCase<Case extends Demand | Referral>(before: Case, act: () => Answer | Partial<Case> = () => ({})): (next: Partial<Case>) => void {
  let now = before
  answerWith(({ method }) => {
    if (method === 'GET') return { statusCode: 200, data: now }
    const answer = act()
    if ('statusCode' in answer) return answer
    now = { ...now, ...answer, version: now.version + 1 }
    return { statusCode: 200, data: { id: now.id, state: now.state, version: now.version } }
  })
  return (next) => {
    now = { ...now, ...next }
  }
}
