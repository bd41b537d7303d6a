import { useState } from 'react'
import type { ActOnDemand, Demand, DemandMatches } from '@dangqun/contracts/financing/demands/schemas'
import type { Match } from '@dangqun/contracts/financing/schemas'
import { sharingVersion, type SharingPurpose } from '@dangqun/contracts/financing/referrals/vocabulary'
import { useDraft, type Draft } from '@/platform/use-draft'
import { banksTaken, placesLeft } from './financing-demand.rules'
import { pickable, toggled, toPicks, wished, type Agreed } from './financing-picks.rules'

export interface Picks {
  draft: Draft<{ chosen: string[] }>
  /** What can be ticked, in rank order. */
  offers: readonly Match[]
  chosen: readonly Match[]
  places: number
  /** One tick too many was tried. */
  isFull: boolean
  toggle: (id: string) => void
  agreed: Agreed
  agree: (id: string, purposes: SharingPurpose[]) => void
  /** What is sent; null while a bank lacks what it needs. */
  body: ActOnDemand | null
}

/**
 * Which banks a firm picks and what it agrees to. The ticks outlive a kill; what was agreed to does not: it is agreed
 * to when it is sent.
 */
export function usePicks(demand: Demand, matches: DemandMatches): Picks {
  const places = placesLeft(demand)
  const offers = pickable(matches.items, banksTaken(demand))
  const draft = useDraft<{ chosen: string[] }>(`picks ${demand.id}`, { chosen: demand.state === 'matched' ? wished(offers, demand.wishes, places) : [] })
  const [isFull, setFull] = useState(false)
  const [agreed, setAgreed] = useState<Agreed>({})
  // What was ticked may have been taken off the shelf meanwhile.
  const chosen = offers.filter(({ product }) => draft.values.chosen.includes(product.id)).slice(0, places)
  const ids = chosen.map(({ product }) => product.id)

  const toggle = (id: string) => {
    const next = toggled(offers, ids, id, places)
    setFull(next === null)
    if (next !== null) draft.change({ chosen: next })
  }
  const picks = toPicks(ids, agreed)
  return {
    draft, offers, chosen, places, isFull, toggle, agreed,
    agree: (id, purposes) => setAgreed((before) => ({ ...before, [id]: purposes })),
    body: picks && { audience: 'picked', picks, consentVersion: sharingVersion, version: demand.version },
  }
}
