import { watchConnection } from './connection'
import { healthyNetwork, nextNetwork, troubleOf, type NetworkEvent, type NetworkTrouble } from './network.rules'
import { createStore, useStore } from './store'

const store = createStore(() => healthyNetwork)

/** How the network fares, as the phone and the requests tell. */
export const network = {
  get: store.get,
  tell: (event: NetworkEvent) => store.set(nextNetwork(store.get(), event)),
  reset: () => store.set(healthyNetwork),
}

watchConnection((isConnected) => network.tell(isConnected ? 'connected' : 'disconnected'))

export function useNetwork(): { trouble: NetworkTrouble; recoveries: number } {
  const now = useStore(store)
  return { trouble: troubleOf(now), recoveries: now.recoveries }
}
