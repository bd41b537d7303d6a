import type { ConsoleLogin, Me, Sandbox } from '@dangqun/contracts/accounts/schemas'
import { accountsRoutes } from '@dangqun/contracts/accounts/routes'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCenters } from '../centers/centers.api'
import { apiClient } from '../platform/client'
import { sessionStore, useStoredSession } from '../platform/session-store'
import { centersOf, worksOnPlatform, type GrantedCenter } from './accounts.rules'

const api = apiClient(accountsRoutes)

/** Who is logged in, and what they may do where. */
export function useMe() {
  const session = useStoredSession()
  return useQuery<Me>({ queryKey: ['me', session?.token], queryFn: () => api.me({}), enabled: session !== null, staleTime: 60_000 })
}

/** Centres at which the account may do something; undefined until that is known. */
export function useMyCenters(): GrantedCenter[] | undefined {
  const { data: me } = useMe()
  const isEverywhere = me !== undefined && worksOnPlatform(me)
  const all = useCenters({ isWanted: isEverywhere })
  if (!me || (isEverywhere && all.isPending)) return undefined
  return centersOf(me, all.data)
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
