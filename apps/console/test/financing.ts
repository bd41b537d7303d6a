import type { Demand } from '@dangqun/contracts/financing/demands/schemas'
import type { Drawdown, Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { emptyTerms } from '../src/financing/financing-form.rules'

export const referralId = '01a20e5a-a4af-7bdb-ba09-00000000f001'
export const demandId = '01a20e5a-a4af-7bdb-ba09-00000000f101'

export const terms = { ...emptyTerms('2026-11-01'), name: '商圈流水贷', materials: ['营业执照', '近一年流水'], contact: { outlet: '蜀山支行', managerNumber: 'HY007', managerPhone: '19900005678' } }

/** A referral whose bank knows its firm and has to call it. */
export function aReferral(given: Partial<Referral> = {}): Referral {
  return {
    id: referralId, demandId, bank: { id: 'b1', name: '徽远银行', kind: '城市商业银行' }, state: 'consented', productName: '商圈流水贷', firmName: '禾川餐饮管理有限公司', industry: '62', amountFen: 50_000_000, months: 12,
    holder: 'bank', dueAt: '2026-12-01T23:59:59+08:00', isOverdue: false, daysLeft: 1, changedAt: '2026-11-27T09:00:00+08:00', allowedActions: ['contact', 'decline'],
    outline: { amountFen: 50_000_000, months: 12, preferredSecurity: 'credit', acceptableSecurities: ['guarantee'], industry: '62', ageBand: 'from_2', revenueBand: 'from_100' },
    identity: {
      firmName: '禾川餐饮管理有限公司', creditCode: '91340100MA2DEMO01X', firmKind: 'company', buildingName: '尚泽大厦', room: '1203',
      need: { amountFen: 50_000_000, months: 12, isTermAdjustable: false, purpose: 'stock', wantsRenewal: false, preferredSecurity: 'credit', acceptableSecurities: ['guarantee'] },
      purposeText: '冬季备货', neededBy: '2026-12-20', contact: { name: '演示甲', phone: '19900001234' },
    },
    sharing: { state: 'standing', purposes: ['demand', 'contact', 'result'], until: '2027-02-25T23:59:59+08:00', isRenewable: false },
    product: { id: 'p1', number: 2, terms, lprOn: '2026-11-20', honouredUntil: '2026-12-11' },
    materials: { asked: [], state: 'none', gaps: [], isAssumed: false }, grant: null, isResultHidden: false, declineCode: null, notDrawnReason: null, closeReason: null, drawdowns: [], ratings: { mine: [], open: null },
    history: [{ action: 'offer', from: null, to: 'offered', at: '2026-11-26T09:00:00+08:00', party: null }, { action: 'claim', from: 'offered', to: 'consented', at: '2026-11-27T09:00:00+08:00', party: 'bank' }], version: 3, ...given,
  }
}

/** Open to all banks, and nobody knows of whom. */
export const anonymous: Partial<Referral> = {
  state: 'offered', productName: null, firmName: null, identity: null, product: null, sharing: { state: 'none', purposes: [], until: null, isRenewable: false }, allowedActions: ['claim', 'decline'],
}

export function aDrawdown(given: Partial<Drawdown> = {}): Drawdown {
  return { id: 'd1', state: 'reported', by: 'firm', amountFen: 30_000_000, allInBp: 420, drawnOn: '2026-11-20', disputed: null, dueAt: null, allowedActions: ['confirm-drawdown', 'dispute-drawdown'], ...given }
}

/** A demand that waits for the centre's check. */
export function aDemand(given: Partial<Demand> = {}): Demand {
  return {
    id: demandId, state: 'submitted', firm: { id: 'f1', name: '禾川餐饮管理有限公司', kind: 'company', creditCode: '91340100MA2DEMO01X', buildingName: '尚泽大厦' }, amountFen: 50_000_000, months: 12, purpose: 'stock', holder: 'center',
    dueAt: '2026-11-27T23:59:59+08:00', isOverdue: true, daysLeft: -1, banks: 0, disbursedFen: 0, submittedAt: '2026-11-26T09:00:00+08:00', changedAt: '2026-11-26T09:00:00+08:00',
    need: { amountFen: 50_000_000, months: 12, isTermAdjustable: false, purpose: 'stock', wantsRenewal: false, preferredSecurity: 'credit', acceptableSecurities: [] }, purposeText: '冬季备货', neededBy: null,
    contact: { name: '演示甲', phone: '19900001234' }, wishes: [], audience: null, note: null, closeReason: null, openedAt: null, referrals: [], calls: [],
    history: [{ action: 'submit', from: 'draft', to: 'submitted', at: '2026-11-26T09:00:00+08:00', party: 'firm' }], version: 4, allowedActions: ['verify', 'return', 'record-call'], ...given,
  }
}
