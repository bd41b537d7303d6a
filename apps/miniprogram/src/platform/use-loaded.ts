import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { ApiError, toApiError } from '@dangqun/contracts/kit/errors'
import { answers } from './answers'
import { now } from './clock'
import { network, useNetwork } from './network'
import { useChange } from './use-return'

export interface Loaded<T> {
  data: T | null
  /** When what is shown was answered, in milliseconds since 1970; null while nothing is shown. */
  at: number | null
  error: ApiError | null
  isLoading: boolean
  /** Loads again; what is shown stays until the new answer is here. Never rejects. */
  reload: () => Promise<void>
  /** Replaces what is shown by something newer that came another way. */
  replace: (data: T) => void
}

export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : toApiError(500, null)
}

interface State<T> {
  name: string | null
  data: T | null
  at: number | null
  error: ApiError | null
  isLoading: boolean
}

const nothing = (name: string | null): State<never> => ({ name, data: null, at: null, error: null, isLoading: name !== null })

/**
 * Loads something when the page opens, whenever `name` changes, and again when the network is back.
 * @param name what is loaded, as text; null: nothing to load yet
 * @param keptAs keeps the last answer on the phone under this name, for the same account; it is shown when the
 *   network is slow or gone. Without tokens: the name is stored.
 */
export function useLoaded<T>(name: string | null, load: () => Promise<T>, { keptAs }: { keptAs?: string } = {}): Loaded<T> {
  const [state, setState] = useState<State<T>>(() => nothing(name))
  const latest = useRef({ name, load, keptAs, turn: 0, isUnanswered: false })
  useLayoutEffect(() => {
    Object.assign(latest.current, { name, load, keptAs })
  })

  const reload = useCallback(async () => {
    const asked = latest.current.name
    if (asked === null) return
    const turn = ++latest.current.turn
    latest.current.isUnanswered = false
    const isCurrent = () => latest.current.turn === turn && latest.current.name === asked
    setState((before) => (before.name === asked ? { ...before, isLoading: true } : nothing(asked)))
    for (;;) {
      const { recoveries } = network.get()
      try {
        const data = await latest.current.load()
        if (!isCurrent()) return
        if (latest.current.keptAs !== undefined) answers.put(latest.current.keptAs, data)
        return setState({ name: asked, data, at: now().getTime(), error: null, isLoading: false })
      } catch (failure) {
        if (!isCurrent()) return
        const error = asApiError(failure)
        // The way became free while this try was still failing: nothing else would start the next.
        if (error.isRetryable && network.get().recoveries !== recoveries) continue
        latest.current.isUnanswered = error.isRetryable
        return setState((before) => ({ ...before, error, isLoading: false }))
      }
    }
  }, [])

  useEffect(() => {
    const mine = latest.current
    if (name !== null) void reload()
    return () => {
      mine.turn++
    }
  }, [name, reload])

  const replace = useCallback((data: T) => {
    const { name: shown, keptAs: shelf } = latest.current
    latest.current.turn++
    if (shelf !== undefined) answers.put(shelf, data)
    setState({ name: shown, data, at: now().getTime(), error: null, isLoading: false })
  }, [])

  // A state that belongs to another name must not flash up under the new one.
  const shown = state.name === name ? state : nothing(name)
  const { trouble, recoveries } = useNetwork()
  useChange(recoveries, () => {
    // State would be a frame late.
    if (latest.current.isUnanswered) void reload()
  })
  const asksShelf = name !== null && shown.data === null && (shown.error?.isRetryable ?? trouble !== null)
  const kept = useMemo(() => (asksShelf && keptAs !== undefined ? answers.find(keptAs) : null), [asksShelf, keptAs])

  return { data: shown.data ?? ((kept?.value ?? null) as T | null), at: shown.at ?? kept?.at ?? null, error: shown.error, isLoading: shown.isLoading, reload, replace }
}
