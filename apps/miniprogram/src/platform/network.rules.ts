export interface Network {
  /** What the phone says: flight mode, no signal. */
  isConnected: boolean
  /** How the last request fared: nothing came back, it is taking long, or all is well. */
  lately: 'answered' | 'slow' | 'unanswered'
  /** Rises whenever it is worth asking again for what did not come. */
  recoveries: number
}

/** `retry`: the person asks for another try. */
export type NetworkEvent = 'connected' | 'disconnected' | 'answered' | 'slow' | 'unanswered' | 'retry'

/** What people are told; null: nothing. */
export type NetworkTrouble = 'offline' | 'unanswered' | 'slow' | null

export const healthyNetwork: Network = { isConnected: true, lately: 'answered', recoveries: 0 }

export function nextNetwork(network: Network, event: NetworkEvent): Network {
  const recovered = { ...network, recoveries: network.recoveries + 1 }
  switch (event) {
    case 'connected':
      return network.isConnected ? network : { ...recovered, isConnected: true, lately: 'answered' }
    case 'disconnected':
      return network.isConnected ? { ...network, isConnected: false } : network
    case 'answered':
      if (network.isConnected && network.lately === 'answered') return network
      // An answer is better evidence than what the phone says.
      return { ...(network.lately === 'slow' ? network : recovered), isConnected: true, lately: 'answered' }
    case 'slow':
      return network.lately === 'answered' ? { ...network, lately: 'slow' } : network
    case 'unanswered':
      return network.lately === 'unanswered' ? network : { ...network, lately: 'unanswered' }
    case 'retry':
      return recovered
  }
}

export function troubleOf({ isConnected, lately }: Network): NetworkTrouble {
  if (!isConnected) return 'offline'
  return lately === 'answered' ? null : lately
}
