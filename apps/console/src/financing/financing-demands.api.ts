import { financingDemandsRoutes } from '@dangqun/contracts/financing/demands/routes'
import type { ActOnDemand, Demand, DemandCounts, DemandMatches, DemandsPage, DemandsQuery, RecordCall, RematchStatus } from '@dangqun/contracts/financing/demands/schemas'
import type { DemandAction } from '@dangqun/contracts/financing/demands/vocabulary'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { sendOnce } from '../platform/intents'
import { queueMs } from './financing-referrals.api'
import { rematchPause } from './financing-rematch.rules'

const api = apiClient(financingDemandsRoutes)

export function useDemands(center: string, query: DemandsQuery) {
  return useQuery<DemandsPage>({ queryKey: ['financing', center, 'demands', 'list', query], queryFn: () => api.list({ params: { center }, query }), placeholderData: keepPreviousData, refetchInterval: queueMs })
}

export function useDemandCounts(center: string, isWanted = true) {
  return useQuery<DemandCounts>({ queryKey: ['financing', center, 'demands', 'counts'], queryFn: () => api.count({ params: { center } }), enabled: isWanted, refetchInterval: queueMs })
}

export function useDemand(center: string, id: string | undefined) {
  return useQuery<Demand>({ queryKey: ['financing', center, 'demands', 'one', id], queryFn: () => api.get({ params: { center, id: id ?? '' } }), enabled: id !== undefined, refetchInterval: queueMs })
}

export function useDemandMatches(center: string, id: string) {
  return useQuery<DemandMatches>({ queryKey: ['financing', center, 'demands', 'matches', id], queryFn: () => api.matches({ params: { center, id } }) })
}

/** Whatever was done, queues and details are read anew; after a refusal too, because what is shown may be old. */
function useFreshDemands(center: string) {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: ['financing', center, 'demands'] })
}

/** @throws ApiError `financing.demandWrongState`, `request.changedMeanwhile` */
export function useDemandAct(center: string, id: string) {
  const onSettled = useFreshDemands(center)
  return useMutation({ mutationFn: ({ action, body }: { action: DemandAction; body: ActOnDemand }) => sendOnce(`financing.demand.${action}.${id}`, body, (idempotencyKey) => api.act({ params: { center, id, action }, body }, { idempotencyKey })), onSettled })
}

export function useRecordCall(center: string, id: string) {
  const onSettled = useFreshDemands(center)
  return useMutation({ mutationFn: (body: RecordCall) => sendOnce(`financing.call.${id}`, body, (idempotencyKey) => api.recordCall({ params: { center, id }, body }, { idempotencyKey })), onSettled })
}

/** How far the waiting demands are matched anew; asked again only while that goes on. */
export function useRematch(center: string) {
  return useQuery<RematchStatus>({
    queryKey: ['financing', center, 'rematch'], queryFn: () => api.rematch({ params: { center } }),
    refetchInterval: ({ state: { data } }) => rematchPause(data),
  })
}
