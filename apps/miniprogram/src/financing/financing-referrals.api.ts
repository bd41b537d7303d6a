import { financingReferralsRoutes } from '@dangqun/contracts/financing/referrals/routes'
import { createClient } from '@dangqun/contracts/kit/client'
import { clientSettings } from '@/platform/request'

export const referralsApi = createClient(financingReferralsRoutes, clientSettings)
