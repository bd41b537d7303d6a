import { firmsRoutes } from '@dangqun/contracts/organization/firms/routes'
import type { Coverage, CreateFirm, FirmDetail, FirmsPage, FirmsQuery, FirmTags, TagFirms, UpdateFirm } from '@dangqun/contracts/organization/firms/schemas'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { sendOnce } from '../platform/intents'

const api = apiClient(firmsRoutes)

/** @param enabled false: nothing is asked yet */
export function useFirms(center: string, query: FirmsQuery, enabled = true) {
  return useQuery<FirmsPage>({
    queryKey: ['firms', center, 'list', query],
    queryFn: () => api.listFirms({ params: { center }, query }),
    placeholderData: keepPreviousData,
    enabled,
  })
}

export function useFirm(center: string, id: string | undefined) {
  return useQuery<FirmDetail>({ queryKey: ['firms', center, 'one', id], queryFn: () => api.getFirm({ params: { center, id: id ?? '' } }), enabled: id !== undefined })
}

export function useFirmTags(center: string) {
  return useQuery<FirmTags>({ queryKey: ['firms', center, 'tags'], queryFn: () => api.listFirmTags({ params: { center } }), staleTime: 60_000 })
}

export function useCoverage(center: string) {
  return useQuery<Coverage>({ queryKey: ['firms', center, 'coverage'], queryFn: () => api.readCoverage({ params: { center } }) })
}

/** Lists, tags and histories are read anew; the firm itself is what the answer says. */
function useTakeOver(center: string) {
  const queryClient = useQueryClient()
  return (changed?: FirmDetail) => {
    void queryClient.invalidateQueries({ queryKey: ['firms', center] })
    void queryClient.invalidateQueries({ queryKey: ['audit', center, 'history', 'firm'] })
    if (changed) queryClient.setQueryData(['firms', center, 'one', changed.id], changed)
  }
}

export function useCreateFirm(center: string) {
  return useMutation({
    mutationFn: (body: CreateFirm) => sendOnce(`firm.${center}`, body, (idempotencyKey) => api.createFirm({ params: { center }, body }, { idempotencyKey })),
    onSuccess: useTakeOver(center),
  })
}

export function useUpdateFirm(center: string, id: string) {
  return useMutation({ mutationFn: (body: UpdateFirm) => api.updateFirm({ params: { center, id }, body }), onSuccess: useTakeOver(center) })
}

export function useTagFirms(center: string) {
  const takeOver = useTakeOver(center)
  return useMutation({
    mutationFn: (body: TagFirms) => sendOnce(`tags.${center}`, body, (idempotencyKey) => api.tagFirms({ params: { center }, body }, { idempotencyKey })),
    onSuccess: () => takeOver(),
  })
}
