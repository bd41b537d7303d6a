import { grantsRoutes } from '@dangqun/contracts/accounts/grants/routes'
import { createClient } from '@dangqun/contracts/kit/client'
import { clientSettings } from '@/platform/request'

export const grantsApi = createClient(grantsRoutes, clientSettings)
