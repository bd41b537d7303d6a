import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError, toApiError } from '@dangqun/contracts/kit/errors'

export interface Loaded<T> {
  data: T | null
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

/**
 * Loads something when the page opens and whenever `name` changes.
 * @param name what is loaded, as text; null: nothing to load yet
 */
export function useLoaded<T>(name: string | null, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ name: string | null; data: T | null; error: ApiError | null; isLoading: boolean }>({ name, data: null, error: null, isLoading: name !== null })
  const latest = useRef({ name, load, turn: 0 })
  latest.current.name = name
  latest.current.load = load

  const reload = useCallback(async () => {
    const asked = latest.current.name
    if (asked === null) return
    const turn = ++latest.current.turn
    const isCurrent = () => latest.current.turn === turn && latest.current.name === asked
    setState((before) => (before.name === asked ? { ...before, isLoading: true } : { name: asked, data: null, error: null, isLoading: true }))
    try {
      const data = await latest.current.load()
      if (isCurrent()) setState({ name: asked, data, error: null, isLoading: false })
    } catch (error) {
      if (isCurrent()) setState((before) => ({ ...before, error: asApiError(error), isLoading: false }))
    }
  }, [])

  useEffect(() => {
    const mine = latest.current
    if (name === null) setState({ name, data: null, error: null, isLoading: false })
    else void reload()
    return () => {
      mine.turn++
    }
  }, [name, reload])

  const replace = useCallback((data: T) => {
    latest.current.turn++
    setState({ name: latest.current.name, data, error: null, isLoading: false })
  }, [])

  // A state that belongs to another name must not flash up under the new one.
  const isStale = state.name !== name
  return { data: isStale ? null : state.data, error: isStale ? null : state.error, isLoading: isStale ? name !== null : state.isLoading, reload, replace }
}
