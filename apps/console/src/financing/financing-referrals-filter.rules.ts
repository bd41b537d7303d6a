import type { ReferralsQuery } from '@dangqun/contracts/financing/referrals/schemas'
import { referralEnds, referralStates, referralViews, type Party, type ReferralState, type ReferralView } from '@dangqun/contracts/financing/referrals/vocabulary'
import { oneOf } from '../platform/keyset.rules'

/** Who looks at a queue in the console: firms follow theirs on the phone. */
export type Viewer = Exclude<Party, 'firm'>

export interface ReferralFilter {
  view: ReferralView
  state: ReferralState | undefined
  bankId: string | undefined
}

const pageSize = 50

/** In the order in which somebody looks; the first is what an address without a view means. The centre's own part is what both sides cannot agree on. */
export const referralViewsOf: Record<Viewer, readonly [ReferralView, ...ReferralView[]]> = { bank: ['waiting', 'offered', 'open', 'ended'], center: ['open', 'waiting', 'offered', 'ended'] }
export const referralViewLabels: Record<Viewer, Record<ReferralView, string>> = {
  bank: { offered: '待接单', waiting: '等本行办', open: '全部在办', ended: '已结束' },
  center: { offered: '待接单', waiting: '等中心核定', open: '全部在办', ended: '已结束' },
}

/** The filter in an address. What a person mistyped there is left out, not sent. */
export function readReferralFilter(params: URLSearchParams, viewer: Viewer): ReferralFilter {
  const view = oneOf(referralViews, params.get('view')) ?? referralViewsOf[viewer][0]
  return { view, state: oneOf(statesOf(view, viewer), params.get('state')), bankId: viewer === 'center' ? (params.get('bank') ?? undefined) : undefined }
}

/** States in which it may be a bank's turn. */
const ofBanks: readonly ReferralState[] = ['offered', 'consented', 'materials', 'due_diligence', 'disbursed']

/** The states among which a view can be narrowed; none where it has one only. */
export function statesOf(view: ReferralView, viewer: Viewer): readonly ReferralState[] {
  if (view === 'offered') return []
  if (view === 'waiting') return viewer === 'bank' ? ofBanks : []
  return referralStates.filter((state) => referralEnds.includes(state) === (view === 'ended'))
}

export function toReferralsQuery({ view, state, bankId }: ReferralFilter, cursor: string | undefined): ReferralsQuery {
  return { view, state, bankId, cursor, limit: pageSize }
}
