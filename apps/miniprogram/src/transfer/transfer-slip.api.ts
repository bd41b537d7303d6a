import { createClient } from '@dangqun/contracts/kit/client'
import { transferPapersRoutes } from '@dangqun/contracts/transfer/papers/routes'
import { clientSettings } from '@/platform/request'

export const transferPapersApi = createClient(transferPapersRoutes, clientSettings)
