import { transferRoutes } from '@dangqun/contracts/transfer/routes'
import type { ActOnTransfer, CreateTransfer, Receivers, Transfer, TransferCounts, TransfersPage, TransfersQuery, UpdateArchive, UpdateTransfer } from '@dangqun/contracts/transfer/schemas'
import type { TransferAction } from '@dangqun/contracts/transfer/vocabulary'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { sendOnce } from '../platform/intents'

const api = apiClient(transferRoutes)

/** How often a queue looks for cases that came, ms. */
const queueMs = 15_000

export function useTransfers(center: string, query: TransfersQuery) {
  return useQuery<TransfersPage>({ queryKey: ['transfers', center, 'list', query], queryFn: () => api.list({ params: { center }, query }), placeholderData: keepPreviousData, refetchInterval: queueMs })
}

export function useTransferCounts(center: string, isWanted = true) {
  return useQuery<TransferCounts>({ queryKey: ['transfers', center, 'counts'], queryFn: () => api.count({ params: { center } }), enabled: isWanted, refetchInterval: queueMs })
}

export function useTransfer(center: string, id: string | undefined) {
  return useQuery<Transfer>({ queryKey: ['transfers', center, 'one', id], queryFn: () => api.get({ params: { center, id: id ?? '' } }), enabled: id !== undefined })
}

/** The newest state, past every cache: what many cases are decided by, one after the other. */
export function readTransfer(center: string, id: string): Promise<Transfer> {
  return api.get({ params: { center, id } })
}

export function actOnTransfer(center: string, id: string, action: TransferAction, body: ActOnTransfer): Promise<Transfer> {
  return sendOnce(`transfer.${action}.${id}`, body, (idempotencyKey) => api.act({ params: { center, id, action }, body }, { idempotencyKey }))
}

/** Changed cases, put where every page will see them; queues and counts are read again. */
export function useTakeOver(center: string) {
  const queryClient = useQueryClient()
  return (changed: Transfer | readonly Transfer[]) => {
    for (const each of [changed].flat()) queryClient.setQueryData(['transfers', center, 'one', each.id], each)
    void queryClient.invalidateQueries({ queryKey: ['transfers', center, 'list'] })
    void queryClient.invalidateQueries({ queryKey: ['transfers', center, 'counts'] })
  }
}

/** For an act on one case: its answer is taken over; a refusal means that what is shown may be old. */
function useSettled(center: string) {
  const queryClient = useQueryClient()
  return { onSuccess: useTakeOver(center), onError: () => void queryClient.invalidateQueries({ queryKey: ['transfers', center] }) }
}

export function useTransferAct(center: string, id: string) {
  return useMutation({ mutationFn: ({ action, body }: { action: TransferAction; body: ActOnTransfer }) => actOnTransfer(center, id, action, body), ...useSettled(center) })
}

export function useOpenTransfer(center: string) {
  return useMutation({
    mutationFn: (body: CreateTransfer) => sendOnce(`transfer.${center}`, body, (idempotencyKey) => (body.direction === 'in' ? api.register : api.create)({ params: { center }, body }, { idempotencyKey })),
    onSuccess: useTakeOver(center),
  })
}

export function useUpdateTransfer(center: string, id: string) {
  return useMutation({ mutationFn: (body: UpdateTransfer) => api.update({ params: { center, id }, body }), ...useSettled(center) })
}

export function useUpdateArchive(center: string, id: string) {
  return useMutation({ mutationFn: (body: UpdateArchive) => api.updateArchive({ params: { center, id }, body }), ...useSettled(center) })
}

/** Leaves a fact of its own: asked for once, kept nowhere. */
export function useIdNumber(center: string, id: string) {
  return useMutation({ mutationFn: () => api.revealIdNumber({ params: { center, id }, body: {} }), gcTime: 0 })
}

export function useReceivers(center: string, q: string) {
  return useQuery<Receivers>({ queryKey: ['transfers', center, 'receivers', q], queryFn: () => api.searchReceivers({ params: { center }, query: { q } }), enabled: [...q].length >= 2, placeholderData: keepPreviousData })
}

export function useFileOpinion(center: string, id: string) {
  return useMutation({ mutationFn: (opinion: string) => api.fileOpinion({ params: { center, id }, body: { opinion } }), ...useSettled(center) })
}

export function useWithdrawConsent(center: string, id: string) {
  return useMutation({ mutationFn: () => api.withdrawConsent({ params: { center, id }, body: {} }), ...useSettled(center) })
}
