import { bindingsRoutes } from '@dangqun/contracts/organization/bindings/routes'
import type { Binding, BindingsPage, BindingsQuery } from '@dangqun/contracts/organization/bindings/schemas'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { sendOnce } from '../platform/intents'

const api = apiClient(bindingsRoutes)

/** How often the queue looks for new askings, ms. */
const queueMs = 15_000

export function useBindings(center: string, query: BindingsQuery, { isWanted = true } = {}) {
  return useQuery<BindingsPage>({ queryKey: ['bindings', center, 'list', query], queryFn: () => api.listBindings({ params: { center }, query }), placeholderData: keepPreviousData, refetchInterval: query.state === 'pending' ? queueMs : false, enabled: isWanted })
}

/** Every reading is recorded, so it is read when it is opened and not again by itself. */
export function useBinding(center: string, id: string | undefined) {
  return useQuery<Binding>({ queryKey: ['bindings', center, 'one', id], queryFn: () => api.getBinding({ params: { center, id: id ?? '' } }), enabled: id !== undefined, staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false })
}

export type Decision = { action: 'confirm'; targetId: string; evidence: string } | { action: 'refuse' | 'end'; reason: string }

export function useDecision(center: string, id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (decision: Decision): Promise<Binding> => {
      const params = { center, id }
      if (decision.action === 'confirm') {
        const body = { targetId: decision.targetId, evidence: decision.evidence }
        return sendOnce(`confirm.${id}`, body, (idempotencyKey) => api.confirmBinding({ params, body }, { idempotencyKey }))
      }
      const body = { reason: decision.reason }
      const send = decision.action === 'refuse' ? api.refuseBinding : api.endBinding
      return sendOnce(`${decision.action}.${id}`, body, (idempotencyKey) => send({ params, body }, { idempotencyKey }))
    },
    onSuccess: (changed) => {
      queryClient.setQueryData(['bindings', center, 'one', id], changed)
      void queryClient.invalidateQueries({ queryKey: ['bindings', center, 'list'] })
      void queryClient.invalidateQueries({ queryKey: ['members', center] })
    },
    // Somebody else may have decided: what is shown is old.
    onError: () => void queryClient.invalidateQueries({ queryKey: ['bindings', center] }),
  })
}
