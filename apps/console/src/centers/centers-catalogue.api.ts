import { centersCatalogueRoutes } from '@dangqun/contracts/centers/catalogue/routes'
import type { Buildings, CreateBuilding, CreateService, OrderServices, Services, UpdateBuilding, UpdateService } from '@dangqun/contracts/centers/catalogue/schemas'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { sendOnce } from '../platform/intents'

const api = apiClient(centersCatalogueRoutes)

type List = 'buildings' | 'services'
const key = (center: string, list: List) => ['centers', center, list] as const

export function useBuildings(center: string) {
  return useQuery<Buildings>({ queryKey: key(center, 'buildings'), queryFn: () => api.listBuildings({ params: { center } }) })
}

export function useServices(center: string) {
  return useQuery<Services>({ queryKey: key(center, 'services'), queryFn: () => api.listServices({ params: { center } }) })
}

/** Every change answers the whole list. The card, on which its public part stands, and after a refusal the list, are read anew. */
function useListChange<Change, Reply>(center: string, list: List, send: (change: Change) => Promise<Reply>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: (reply) => {
      queryClient.setQueryData(key(center, list), reply)
      return queryClient.invalidateQueries({ queryKey: ['centers', center], exact: true })
    },
    onError: () => queryClient.invalidateQueries({ queryKey: key(center, list) }),
  })
}

export interface Changed<Body> {
  id: string
  body: Body
}

/** @throws ApiError `centers.nameTaken`, `centers.listFull`, `request.invalid` with fields */
export function useCreateBuilding(center: string) {
  return useListChange(center, 'buildings', (body: CreateBuilding) => sendOnce(`building.${center}`, body, (idempotencyKey) => api.createBuilding({ params: { center }, body }, { idempotencyKey })))
}

/** @throws ApiError `request.changedMeanwhile`, `centers.nameTaken` */
export function useUpdateBuilding(center: string) {
  return useListChange(center, 'buildings', ({ id, body }: Changed<UpdateBuilding>) => api.updateBuilding({ params: { center, id }, body }))
}

/** @throws ApiError `request.changedMeanwhile` */
export function useOrderBuildings(center: string) {
  return useListChange(center, 'buildings', (ids: string[]) => api.orderBuildings({ params: { center }, body: { ids } }))
}

/** @throws ApiError `centers.nameTaken`, `centers.listFull`, `request.invalid` with fields */
export function useCreateService(center: string) {
  return useListChange(center, 'services', (body: CreateService) => sendOnce(`service.${center}`, body, (idempotencyKey) => api.createService({ params: { center }, body }, { idempotencyKey })))
}

/** @throws ApiError `request.changedMeanwhile`, `centers.nameTaken` */
export function useUpdateService(center: string) {
  return useListChange(center, 'services', ({ id, body }: Changed<UpdateService>) => api.updateService({ params: { center, id }, body }))
}

/** @throws ApiError `request.changedMeanwhile` */
export function useOrderServices(center: string) {
  return useListChange(center, 'services', (body: OrderServices) => api.orderServices({ params: { center }, body }))
}
