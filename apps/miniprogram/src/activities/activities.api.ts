import { activitiesRoutes } from '@dangqun/contracts/activities/routes'
import { createClient } from '@dangqun/contracts/kit/client'
import { clientSettings } from '@/platform/request'

export const activitiesApi = createClient(activitiesRoutes, clientSettings)
