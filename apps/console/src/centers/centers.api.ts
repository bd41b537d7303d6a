import { centersRoutes } from '@dangqun/contracts/centers/routes'
import type { CenterCard } from '@dangqun/contracts/centers/schemas'
import { useQuery } from '@tanstack/react-query'
import { apiClient } from '../platform/client'

const api = apiClient(centersRoutes)

/** The centre's card: buildings, services, opening hours. */
export function useCenterCard(center: string) {
  return useQuery<CenterCard>({ queryKey: ['centers', center], queryFn: () => api.get({ params: { center } }), staleTime: 10 * 60_000 })
}
