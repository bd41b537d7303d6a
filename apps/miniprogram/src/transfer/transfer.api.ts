import { createClient } from '@dangqun/contracts/kit/client'
import { transferRoutes } from '@dangqun/contracts/transfer/routes'
import { clientSettings } from '@/platform/request'

export const transferApi = createClient(transferRoutes, clientSettings)
