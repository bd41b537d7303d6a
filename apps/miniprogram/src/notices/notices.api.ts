import { createClient } from '@dangqun/contracts/kit/client'
import { noticesRoutes } from '@dangqun/contracts/notices/routes'
import { clientSettings } from '@/platform/request'

export const noticesApi = createClient(noticesRoutes, clientSettings)
