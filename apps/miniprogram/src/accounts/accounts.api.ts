import { accountsRoutes } from '@dangqun/contracts/accounts/routes'
import { createClient } from '@dangqun/contracts/kit/client'
import { clientSettings } from '@/platform/request'

export const accountsApi = createClient(accountsRoutes, clientSettings)
