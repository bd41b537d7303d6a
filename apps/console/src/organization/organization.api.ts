import { organizationRoutes } from '@dangqun/contracts/organization/routes'
import type { FirmsPage, FirmsQuery } from '@dangqun/contracts/organization/schemas'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { apiClient } from '../platform/client'

const api = apiClient(organizationRoutes)

export function useFirms(center: string, query: FirmsQuery) {
  return useQuery<FirmsPage>({
    queryKey: ['firms', center, query],
    queryFn: () => api.listFirms({ params: { center }, query }),
    placeholderData: keepPreviousData,
  })
}
