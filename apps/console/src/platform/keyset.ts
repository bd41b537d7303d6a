import { useLocation, useNavigate, useSearchParams } from 'react-router'

export interface Keyset {
  /** Of the page shown; undefined on the first. */
  cursor: string | undefined
  /** From 1; null when the page was reached by a link, so nobody knows. */
  pageNumber: number | null
  /** Cursors of the pages before this one, '' being the first. */
  trail: string[]
  hasPrevious: boolean
  goNext: (cursor: string) => void
  /** One page back; to the first one when the way here is not known. */
  goPrevious: () => void
  /** To a page whose way is known: the cursors of all pages before it, '' being the first. */
  goTo: (cursor: string, trail: string[]) => void
}

/** Pages of a keyset list: the cursor stands in the address, the way back in the history's state. */
export function useKeyset(): Keyset {
  const [params] = useSearchParams()
  const location = useLocation()
  const navigate = useNavigate()
  const cursor = params.get('cursor') ?? undefined
  const trail = cursor === undefined ? [] : readTrail(location.state)

  const goTo = (target: string, nextTrail: string[]) => {
    const next = new URLSearchParams(params)
    if (target) next.set('cursor', target)
    else next.delete('cursor')
    void navigate({ search: next.toString() }, { state: { trail: nextTrail } })
  }
  return {
    cursor,
    pageNumber: cursor !== undefined && trail.length === 0 ? null : trail.length + 1,
    trail,
    hasPrevious: cursor !== undefined,
    goNext: (next) => goTo(next, [...trail, cursor ?? '']),
    goPrevious: () => goTo(trail.at(-1) ?? '', trail.slice(0, -1)),
    goTo,
  }
}

function readTrail(state: unknown): string[] {
  const trail = (state as { trail?: unknown } | null)?.trail
  return Array.isArray(trail) && trail.every((entry) => typeof entry === 'string') ? trail : []
}
