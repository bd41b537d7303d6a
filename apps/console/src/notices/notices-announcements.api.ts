import { announcementsRoutes } from '@dangqun/contracts/notices/announcements/routes'
import type { Announcement, AnnouncementsPage, AnnouncementsQuery, Audience, AudienceSize, CreateAnnouncement, UpdateAnnouncement } from '@dangqun/contracts/notices/announcements/schemas'
import type { AnnouncementAction } from '@dangqun/contracts/notices/announcements/vocabulary'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { sendOnce } from '../platform/intents'

const api = apiClient(announcementsRoutes)
const oneKey = (center: string, id: string) => ['announcements', center, 'one', id] as const

export function useAnnouncements(center: string, query: AnnouncementsQuery) {
  return useQuery<AnnouncementsPage>({
    queryKey: ['announcements', center, 'list', query],
    queryFn: () => api.list({ params: { center }, query }),
    placeholderData: keepPreviousData,
  })
}

export function useAnnouncement(center: string, id: string | undefined) {
  return useQuery<Announcement>({
    queryKey: oneKey(center, id ?? ''),
    queryFn: () => api.get({ params: { center, id: id ?? '' } }),
    enabled: id !== undefined,
  })
}

/** How many an audience has now; nothing is asked of everyone, or of nobody yet. */
export function useAudienceSize(center: string, { kind, id }: Audience) {
  return useQuery<AudienceSize>({
    queryKey: ['announcements', center, 'size', kind, id],
    queryFn: () => api.sizeOf({ params: { center }, query: { kind: kind === 'everyone' ? 'activity' : kind, id: id ?? '' } }),
    enabled: kind !== 'everyone' && id !== null,
  })
}

function useTakeOver(center: string) {
  const queryClient = useQueryClient()
  return async (announcement: Announcement) => {
    await queryClient.cancelQueries({ queryKey: oneKey(center, announcement.id) })
    queryClient.setQueryData(oneKey(center, announcement.id), announcement)
    void queryClient.invalidateQueries({ queryKey: ['announcements', center, 'list'] })
  }
}

/** Writes a new one, or changes the draft. @throws ApiError `request.changedMeanwhile`, `announcements.noAudience`, `request.invalid` with fields */
export function useSaveAnnouncement(center: string, id: string | undefined) {
  return useMutation({
    mutationFn: (body: CreateAnnouncement & UpdateAnnouncement) =>
      id === undefined
        ? sendOnce(`announce.${center}`, body, (idempotencyKey) => api.create({ params: { center }, body }, { idempotencyKey }))
        : api.update({ params: { center, id }, body }),
    onSuccess: useTakeOver(center),
  })
}

export function useAnnouncementAction(center: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, action }: { id: string; action: AnnouncementAction }) =>
      sendOnce(`${action}.${id}`, {}, (idempotencyKey) => api[action]({ params: { center, id }, body: {} }, { idempotencyKey })),
    onSuccess: useTakeOver(center),
    onError: (_, { id }) => queryClient.invalidateQueries({ queryKey: oneKey(center, id) }),
  })
}
