import { useEffect, useRef, useState } from 'react'
import type { Matches, Need } from '@dangqun/contracts/financing/schemas'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { asApiError } from '@/platform/use-loaded'
import { financingApi } from './financing.api'

/** A finger on a slider asks once it rests. */
const pauseMs = 250

export interface LiveMatches {
  /** The newest ranking that came; it stays until a newer one is here. */
  matches: Matches | null
  error: ApiError | null
  /** What is shown answers an earlier need. */
  isStale: boolean
  retry: () => void
}

/** The ranking for a need as it changes. Answers that were overtaken are dropped. */
export function useMatches(center: string, need: Need | null): LiveMatches {
  const [state, setState] = useState<{ asked: string | null; matches: Matches | null; error: ApiError | null }>({ asked: null, matches: null, error: null })
  const [tries, setTries] = useState(0)
  const hasAny = useRef(false)
  const asked = need && JSON.stringify(need)

  useEffect(() => {
    if (asked === null) return undefined
    let isOvertaken = false
    const ask = async () => {
      try {
        const matches = await financingApi.previewMatches({ params: { center }, body: JSON.parse(asked) as Need })
        hasAny.current = true
        if (!isOvertaken) setState({ asked, matches, error: null })
      } catch (error) {
        if (!isOvertaken) setState((before) => ({ ...before, asked, error: asApiError(error) }))
      }
    }
    const timer = setTimeout(() => void ask(), hasAny.current ? pauseMs : 0)
    return () => {
      isOvertaken = true
      clearTimeout(timer)
    }
  }, [center, asked, tries])

  return { matches: state.matches, error: state.asked === asked ? state.error : null, isStale: state.asked !== asked, retry: () => setTries((count) => count + 1) }
}
