import { createClient, fetchTransport, type Client } from '@dangqun/contracts/kit/client'
import type { Routes } from '@dangqun/contracts/kit/route'
import { isAttended } from './attendance'
import { newKey } from './intents'
import { sessionStore } from './session-store'

/** Before every path of the contract. */
export const apiBase = '/api/v1'

const send = fetchTransport()

/** The typed client of one slice, under this browser's session. A session that the server no longer knows ends here. */
export function apiClient<const T extends Routes>(routes: T): Client<T> {
  return createClient(routes, {
    base: apiBase,
    send: (request) => send(isAttended() ? request : { ...request, headers: { ...request.headers, 'x-unattended': '1' } }),
    token: () => sessionStore.current()?.token ?? null,
    newKey,
    onError: (error) => {
      if (error.status === 401) sessionStore.end('expired')
    },
  })
}
