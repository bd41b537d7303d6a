import { securityRoutes } from '@dangqun/contracts/accounts/security/routes'
import type { ChangePassword, OwnSessions, RemoveTotp, Security } from '@dangqun/contracts/accounts/security/schemas'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'

const api = apiClient(securityRoutes)
const key = ['security'] as const

export function useSecurity() {
  return useQuery<Security>({ queryKey: [...key, 'state'], queryFn: () => api.get({}) })
}

export function useOwnSessions() {
  return useQuery<OwnSessions>({ queryKey: [...key, 'sessions'], queryFn: () => api.listSessions({}) })
}

function useAct<Input, Reply>(act: (input: Input) => Promise<Reply>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: key })
      void queryClient.invalidateQueries({ queryKey: ['me'] })
    },
  })
}

/** @throws ApiError `accounts.sessionNotFound` */
export const useEndSession = () => useAct((id: string) => api.endSession({ params: { id }, body: {} }))

/** @throws ApiError `accounts.wrongPassword`, `accounts.locked` */
export const useChangePassword = () => useAct((body: ChangePassword) => api.changePassword({ body }))

/** @throws ApiError `accounts.wrongPassword`, `accounts.locked`, `accounts.totpOn` */
export const useStartTotp = () => useAct((password: string) => api.startTotp({ body: { password } }))

/** @throws ApiError `accounts.wrongTotp`, `accounts.totpOff` */
export const useConfirmTotp = () => useAct((code: string) => api.confirmTotp({ body: { code } }))

/** @throws ApiError `accounts.wrongPassword`, `accounts.wrongTotp`, `accounts.locked` */
export const useRemoveTotp = () => useAct((body: RemoveTotp) => api.removeTotp({ body }))
