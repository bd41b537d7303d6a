import { createClient } from '@dangqun/contracts/kit/client'
import { bindingsRoutes } from '@dangqun/contracts/organization/bindings/routes'
import { organizationTreeRoutes } from '@dangqun/contracts/organization/tree/routes'
import { clientSettings } from '@/platform/request'

export const bindingsApi = createClient(bindingsRoutes, clientSettings)
export const treeApi = createClient(organizationTreeRoutes, clientSettings)
