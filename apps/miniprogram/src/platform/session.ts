import { createStore, useStore } from './store'
import { recall, remember } from './storage'

const store = createStore<string | null>(
  () => recall('session'),
  (token) => remember('session', token),
)

/** The one session of this phone: an opaque token, kept over restarts. */
export const session = {
  token: store.get,
  /** @param account its id, so that what the phone keeps is nobody else's */
  begin: (token: string, account: string) => {
    remember('account', account)
    store.set(token)
  },
  end: () => {
    store.set(null)
    remember('account', null)
  },
  /** Whose the things are that the phone keeps: the account's id, or `guest` without a session. */
  owner: () => (store.get() === null ? null : recall('account')) ?? 'guest',
}

/** The session's token as state: pages load their own data anew when it changes. */
export function useSession(): string | null {
  return useStore(store)
}
