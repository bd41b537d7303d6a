import { createStore, useStore } from './store'
import { recall, remember } from './storage'

const store = createStore<string | null>(
  () => recall('session'),
  (token) => remember('session', token),
)

/** The one session of this phone: an opaque token, kept over restarts. */
export const session = {
  token: store.get,
  begin: (token: string) => store.set(token),
  end: () => store.set(null),
}

/** The session's token as state: pages load their own data anew when it changes. */
export function useSession(): string | null {
  return useStore(store)
}
