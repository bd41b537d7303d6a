import { noShowsRoutes } from '@dangqun/contracts/activities/no-shows/routes'
import { activitiesRoutes } from '@dangqun/contracts/activities/routes'
import { createClient } from '@dangqun/contracts/kit/client'
import { clientSettings } from '@/platform/request'

export const activitiesApi = createClient(activitiesRoutes, clientSettings)
export const noShowsApi = createClient(noShowsRoutes, clientSettings)
