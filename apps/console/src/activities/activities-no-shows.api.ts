import { noShowsRoutes } from '@dangqun/contracts/activities/no-shows/routes'
import type { AppealsPage, AppealsQuery, PausedPersons } from '@dangqun/contracts/activities/no-shows/schemas'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { sendOnce } from '../platform/intents'

const api = apiClient(noShowsRoutes)

export function useAppeals(center: string, query: AppealsQuery, { isWanted = true } = {}) {
  return useQuery<AppealsPage>({ queryKey: ['no-shows', center, 'appeals', query], queryFn: () => api.listAppeals({ params: { center }, query }), placeholderData: keepPreviousData, enabled: isWanted })
}

export function usePaused(center: string, isShown: boolean) {
  return useQuery<PausedPersons>({ queryKey: ['no-shows', center, 'paused'], queryFn: () => api.listPaused({ params: { center } }), enabled: isShown })
}

export interface NoShowDecision {
  /** `waive` is about one absence, the others about an appeal. */
  act: 'grant' | 'refuse' | 'waive'
  id: string
  words: string
}

export function useNoShowDecision(center: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ act, id, words }: NoShowDecision): Promise<void> => {
      const params = { center, id }
      if (act === 'waive') await sendOnce(`waive.${id}`, { reason: words }, (idempotencyKey) => api.waive({ params, body: { reason: words } }, { idempotencyKey }))
      else await sendOnce(`${act}.${id}`, { answer: words }, (idempotencyKey) => (act === 'grant' ? api.grantAppeal : api.refuseAppeal)({ params, body: { answer: words } }, { idempotencyKey }))
    },
    // A refusal means that what is shown is out of date.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['no-shows', center] }),
  })
}
