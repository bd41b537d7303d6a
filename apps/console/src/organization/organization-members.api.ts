import { membersRoutes } from '@dangqun/contracts/organization/members/routes'
import type { CreateMember, Member, MembersPage, MembersQuery, UpdateMember } from '@dangqun/contracts/organization/members/schemas'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { sendOnce } from '../platform/intents'

const api = apiClient(membersRoutes)

export function useMembers(center: string, query: MembersQuery) {
  return useQuery<MembersPage>({ queryKey: ['members', center, 'list', query], queryFn: () => api.listMembers({ params: { center }, query }), placeholderData: keepPreviousData })
}

/** In full; every reading is recorded, so it is read when the drawer opens and not again by itself. */
export function useMember(center: string, id: string | undefined) {
  return useQuery<Member>({
    queryKey: ['members', center, 'one', id],
    queryFn: () => api.getMember({ params: { center, id: id ?? '' } }),
    enabled: id !== undefined,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

function useTakeOver(center: string) {
  const queryClient = useQueryClient()
  return (changed: Member) => {
    queryClient.setQueryData(['members', center, 'one', changed.id], changed)
    void queryClient.invalidateQueries({ queryKey: ['members', center, 'list'] })
    void queryClient.invalidateQueries({ queryKey: ['organizations', center] })
  }
}

export function useCreateMember(center: string) {
  return useMutation({
    mutationFn: (body: CreateMember) => sendOnce(`member.${center}`, body, (idempotencyKey) => api.createMember({ params: { center }, body }, { idempotencyKey })),
    onSuccess: useTakeOver(center),
  })
}

export function useUpdateMember(center: string, id: string) {
  return useMutation({ mutationFn: (body: UpdateMember) => api.updateMember({ params: { center, id }, body }), onSuccess: useTakeOver(center) })
}

export function useEndMember(center: string, { id, version }: { id: string; version: number }) {
  return useMutation({
    mutationFn: (reason: string) => {
      const body = { reason, version }
      return sendOnce(`end.${id}`, body, (idempotencyKey) => api.endMember({ params: { center, id }, body }, { idempotencyKey }))
    },
    onSuccess: useTakeOver(center),
  })
}
