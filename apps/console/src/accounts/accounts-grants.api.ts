import { grantsRoutes } from '@dangqun/contracts/accounts/grants/routes'
import type { GrantsPage, GrantsQuery, InvitationsPage, InvitationsQuery, Join, WriteInvitation } from '@dangqun/contracts/accounts/grants/schemas'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { sessionStore } from '../platform/session-store'

const api = apiClient(grantsRoutes)
const key = (center: string) => ['grants', center] as const

export function useGrants(center: string, query: GrantsQuery, { isWanted }: { isWanted: boolean }) {
  return useQuery<GrantsPage>({ queryKey: [...key(center), 'standing', query], queryFn: () => api.list({ params: { center }, query }), placeholderData: keepPreviousData, enabled: isWanted })
}

export function useInvitations(center: string, query: InvitationsQuery, { isWanted }: { isWanted: boolean }) {
  return useQuery<InvitationsPage>({ queryKey: [...key(center), 'invitations', query], queryFn: () => api.listInvitations({ params: { center }, query }), placeholderData: keepPreviousData, enabled: isWanted })
}

function useAct<Input, Reply>(center: string, act: (input: Input) => Promise<Reply>) {
  const queryClient = useQueryClient()
  return useMutation({ mutationFn: act, onSettled: () => void queryClient.invalidateQueries({ queryKey: key(center) }) })
}

/** @throws ApiError `accounts.mayNotGrant`, `accounts.scopeNeeded`, `accounts.scopeNotFound` */
export function useInvite(center: string) {
  return useAct(center, (body: WriteInvitation) => api.invite({ params: { center }, body }))
}

/** @throws ApiError `accounts.invitationOver` */
export function useWithdraw(center: string) {
  return useAct(center, (id: string) => api.withdrawInvitation({ params: { center, id }, body: {} }))
}

/** @throws ApiError `accounts.alreadyRevoked`, `accounts.ownGrant` */
export function useRevoke(center: string, id: string) {
  return useAct(center, (reason: string) => api.revoke({ params: { center, id }, body: { reason } }))
}

/** Makes a console account of an invitation, and logs in. @throws ApiError `accounts.invitationNotFound`, `accounts.invitationOver`, `accounts.usernameTaken`, `accounts.tooManyTries` */
export function useJoin() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Join) => api.join({ body }),
    onSuccess: (session, { username }) => {
      queryClient.clear()
      sessionStore.begin({ token: session.token, username })
    },
  })
}
