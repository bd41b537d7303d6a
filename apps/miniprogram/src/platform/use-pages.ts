import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { asApiError, useLoaded } from './use-loaded'

interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

export interface Pages<Item> {
  /** null until the first page is here. */
  items: Item[] | null
  /** As in useLoaded: when the first page was answered. */
  at: number | null
  error: ApiError | null
  hasMore: boolean
  isLoadingMore: boolean
  /** Why the next page did not come; the items stay. */
  moreError: ApiError | null
  loadMore: () => Promise<void>
  reload: () => Promise<void>
}

/** A keyset list that grows at its end. `name` and `keptAs` as in useLoaded. */
export function usePages<Item extends { id: string }>(name: string | null, load: (cursor: string | undefined) => Promise<Page<Item>>, { keptAs }: { keptAs?: string } = {}): Pages<Item> {
  const { data, at, error, reload, replace } = useLoaded(name, () => load(undefined), { keptAs })
  const [more, setMore] = useState<{ isLoading: boolean; error: ApiError | null }>({ isLoading: false, error: null })
  const latest = useRef({ data, name, isLoading: false })
  useLayoutEffect(() => {
    latest.current.data = data
    latest.current.name = name
  })

  const loadMore = useCallback(async () => {
    const before = latest.current.data
    const asked = latest.current.name
    if (!before?.nextCursor || latest.current.isLoading) return
    latest.current.isLoading = true
    setMore({ isLoading: true, error: null })
    try {
      const next = await load(before.nextCursor)
      // A filter may have changed, or the list been pulled anew, meanwhile.
      if (latest.current.data === before && latest.current.name === asked) {
        const known = new Set(before.items.map(({ id }) => id))
        replace({ items: [...before.items, ...next.items.filter(({ id }) => !known.has(id))], nextCursor: next.nextCursor })
      }
      setMore({ isLoading: false, error: null })
    } catch (failure) {
      setMore({ isLoading: false, error: asApiError(failure) })
    } finally {
      latest.current.isLoading = false
    }
  }, [load, replace])

  return { items: data?.items ?? null, at, error, hasMore: Boolean(data?.nextCursor), isLoadingMore: more.isLoading, moreError: more.error, loadMore, reload }
}
