import { checkInsRoutes } from '@dangqun/contracts/activities/check-in/routes'
import { createClient } from '@dangqun/contracts/kit/client'
import { clientSettings } from '@/platform/request'

export const checkInsApi = createClient(checkInsRoutes, clientSettings)
