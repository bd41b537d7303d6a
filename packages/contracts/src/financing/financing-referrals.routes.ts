import type { CenterParams } from '../centers/centers.schemas.js'
import { route } from '../kit/route.js'
import type { ActOnReferral, Referral, ReferralActParams, ReferralCounts, ReferralMoved, ReferralParams, ReferralsPage, ReferralsQuery } from './financing-referrals.schemas.js'

const referrals = '/centers/{center}/financing/referrals'

// Firm, bank and centre read one address; what each may know of a referral is decided with its row.
export const financingReferralsRoutes = {
  list: route<{ params: CenterParams; query: ReferralsQuery; reply: ReferralsPage }>({ method: 'GET', path: referrals, access: 'financing.readReferrals', status: 200, summary: '对接单：本行的，或中心看到的全部' }),
  count: route<{ params: CenterParams; reply: ReferralCounts }>({ method: 'GET', path: `${referrals}/counts`, access: 'financing.readReferrals', status: 200, summary: '各类对接单的件数' }),
  get: route<{ params: ReferralParams; reply: Referral }>({ method: 'GET', path: `${referrals}/{id}`, access: 'signedIn', status: 200, summary: '一张对接单：进度、期限、可做的操作' }),
  act: route<{ params: ReferralActParams; body: ActOnReferral; reply: ReferralMoved }>({ method: 'POST', path: `${referrals}/{id}/{action}`, access: 'signedIn', status: 200, summary: '办理一步' }),
}
