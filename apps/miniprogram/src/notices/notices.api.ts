import { createClient } from '@dangqun/contracts/kit/client'
import { announcementsRoutes } from '@dangqun/contracts/notices/announcements/routes'
import { noticesRoutes } from '@dangqun/contracts/notices/routes'
import { clientSettings } from '@/platform/request'

export const noticesApi = createClient(noticesRoutes, clientSettings)
export const announcementsApi = createClient(announcementsRoutes, clientSettings)
