import { financingDemandsRoutes } from '@dangqun/contracts/financing/demands/routes'
import { createClient } from '@dangqun/contracts/kit/client'
import { clientSettings } from '@/platform/request'

export const demandsApi = createClient(financingDemandsRoutes, clientSettings)
