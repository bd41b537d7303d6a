import { noticesRoutes } from '@dangqun/contracts/notices/routes'
import type { NoticesPage, NoticesQuery, UnreadCount } from '@dangqun/contracts/notices/schemas'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'

const api = apiClient(noticesRoutes)

/** How often an open console asks whether something came, ms. */
const askedMs = 60_000

export function useUnreadCount(center: string) {
  return useQuery<UnreadCount>({ queryKey: ['notices', center, 'unread'], queryFn: () => api.countUnread({ params: { center } }), refetchInterval: askedMs })
}

export function useMyNotices(center: string, query: NoticesQuery) {
  return useQuery<NoticesPage>({
    queryKey: ['notices', center, 'mine', query],
    queryFn: () => api.listMine({ params: { center }, query }),
    placeholderData: keepPreviousData,
  })
}

export function useReadNotice(center: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.read({ params: { center, id }, body: {} }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['notices', center] }),
  })
}

/** Everything up to the newest that was seen. */
export function useReadAllNotices(center: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (until: string) => api.readAll({ params: { center }, body: { until } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['notices', center] }),
  })
}
