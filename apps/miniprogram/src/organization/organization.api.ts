import { organizationRoutes } from '@dangqun/contracts/organization/routes'
import { createClient } from '@dangqun/contracts/kit/client'
import { clientSettings } from '@/platform/request'

export const organizationApi = createClient(organizationRoutes, clientSettings)
