import { checkInsRoutes } from '@dangqun/contracts/activities/check-in/routes'
import type { Candidates, CheckIn, CheckInBatchReply, CheckInBody, CheckInReply, CheckInsPage, OfflineRecord, RotatingCode } from '@dangqun/contracts/activities/check-in/schemas'
import type { CheckInAction } from '@dangqun/contracts/activities/check-in/vocabulary'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { sendOnce } from '../platform/intents'

const api = apiClient(checkInsRoutes)

const liveMs = 2500
const listKey = (center: string, id: string) => ['check-ins', center, id, 'list'] as const

/** The newest check-ins with the live count. */
export function useCheckIns(center: string, id: string) {
  return useQuery<CheckInsPage>({
    queryKey: listKey(center, id),
    queryFn: () => api.list({ params: { center, id }, query: { limit: 20 } }),
    refetchInterval: liveMs,
  })
}

export interface ShownCode extends RotatingCode {
  /** Server time minus this device's, ms. */
  offsetMs: number
}

/** The code for the screen at the door, read anew just when it changes. */
export function useRotatingCode(center: string, id: string) {
  return useQuery<ShownCode>({
    queryKey: ['check-ins', center, id, 'code'],
    queryFn: async () => {
      const code = await api.readRotatingCode({ params: { center, id } })
      return { ...code, offsetMs: Date.parse(code.now) - Date.now() }
    },
    staleTime: 0,
    // The screen at the door is often a second one, without the focus.
    refetchIntervalInBackground: true,
    refetchInterval: ({ state }) => (state.data && state.status === 'success' ? Math.max(500, Date.parse(state.data.renewAt) - Date.parse(state.data.now)) : 3000),
  })
}

export function useCandidates(center: string, id: string, q: string) {
  return useQuery<Candidates>({
    queryKey: ['check-ins', center, id, 'candidates', q],
    queryFn: () => api.findCandidates({ params: { center, id }, query: { q } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** The server records a ticket once, so a repetition after a lost answer needs no key. */
export function sendTicket(center: string, id: string, ticket: string): Promise<CheckInReply> {
  return api.checkIn({ params: { center, id }, body: { ticket } })
}

/** @throws ApiError when nothing was answered: then everything is sent again later */
export function syncScans(center: string, id: string, records: OfflineRecord[]): Promise<CheckInBatchReply> {
  return api.sync({ params: { center, id }, body: { sentAt: new Date().toISOString(), records } })
}

export function useRefreshDesk(center: string, id: string) {
  const queryClient = useQueryClient()
  return () => void queryClient.invalidateQueries({ queryKey: ['check-ins', center, id], predicate: ({ queryKey }) => queryKey[3] !== 'code' })
}

/** By hand, or somebody who walks in. */
export function useCheckInByHand(center: string, id: string) {
  const refresh = useRefreshDesk(center, id)
  return useMutation({
    mutationFn: (body: Exclude<CheckInBody, { ticket: string } | { rotatingCode: string }>) =>
      sendOnce(`check-in.${id}`, body, (idempotencyKey) => api.checkIn({ params: { center, id }, body }, { idempotencyKey })),
    onSettled: refresh,
  })
}

export function useCheckInAction(center: string, id: string) {
  const refresh = useRefreshDesk(center, id)
  return useMutation({
    mutationFn: ({ checkIn, action, reason }: { checkIn: string; action: CheckInAction; reason?: string }): Promise<CheckIn> => {
      const params = { center, id, checkIn }
      return action === 'undo' ? api.undo({ params, body: { reason: reason ?? '' } }) : api.confirm({ params, body: {} })
    },
    onSettled: refresh,
  })
}
