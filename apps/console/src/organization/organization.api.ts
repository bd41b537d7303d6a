import { organizationRoutes } from '@dangqun/contracts/organization/routes'
import type { FirmsPage, FirmsQuery } from '@dangqun/contracts/organization/schemas'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { apiClient } from '../platform/client'

const api = apiClient(organizationRoutes)

/** @param enabled false: nothing is asked yet */
export function useFirms(center: string, query: FirmsQuery, enabled = true) {
  return useQuery<FirmsPage>({
    queryKey: ['firms', center, query],
    queryFn: () => api.listFirms({ params: { center }, query }),
    placeholderData: keepPreviousData,
    enabled,
  })
}
