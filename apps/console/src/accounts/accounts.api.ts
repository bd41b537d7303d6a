import type { ConsoleLogin, Me, Sandbox } from '@dangqun/contracts/accounts/schemas'
import { accountsRoutes } from '@dangqun/contracts/accounts/routes'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiClient } from '../platform/client'
import { sessionStore, useStoredSession } from '../platform/session-store'

const api = apiClient(accountsRoutes)

/** Who is logged in, and what they may do where. */
export function useMe() {
  const session = useStoredSession()
  return useQuery<Me>({ queryKey: ['me', session?.token], queryFn: () => api.me({}), enabled: session !== null, staleTime: 60_000 })
}

/** @throws ApiError `accounts.wrongPassword` */
export function useLogin() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: ConsoleLogin) => api.loginToConsole({ body }),
    onSuccess: (session, { username }) => {
      queryClient.clear()
      sessionStore.begin({ token: session.token, username })
    },
  })
}

/** Leaves at once; the server is told when it can be reached. */
export function useLogout() {
  const queryClient = useQueryClient()
  return async () => {
    const told = api.logout({ body: {} }).catch(() => null)
    sessionStore.end('left')
    await told
    queryClient.clear()
  }
}

/** Demo accounts, or nothing when this is no sandbox. */
export function useSandbox() {
  return useQuery<Sandbox | null>({ queryKey: ['sandbox'], queryFn: () => api.sandbox({}).catch(() => null), staleTime: Infinity })
}
