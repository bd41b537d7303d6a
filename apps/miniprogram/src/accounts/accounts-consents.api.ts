import { consentsRoutes } from '@dangqun/contracts/accounts/consents/routes'
import { securityRoutes } from '@dangqun/contracts/accounts/security/routes'
import { createClient } from '@dangqun/contracts/kit/client'
import { clientSettings } from '@/platform/request'

export const consentsApi = createClient(consentsRoutes, clientSettings)
export const securityApi = createClient(securityRoutes, clientSettings)
