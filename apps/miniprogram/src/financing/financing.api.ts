import { financingProductsRoutes } from '@dangqun/contracts/financing/products/routes'
import { financingRoutes } from '@dangqun/contracts/financing/routes'
import { createClient } from '@dangqun/contracts/kit/client'
import { clientSettings } from '@/platform/request'

export const financingApi = createClient(financingRoutes, clientSettings)
export const productsApi = createClient(financingProductsRoutes, clientSettings)
