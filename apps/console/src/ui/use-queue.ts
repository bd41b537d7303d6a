import { useSearchParams } from 'react-router'
import { useShortcut } from '../platform/shortcuts'

/**
 * A queue with one of its rows open beside it: which one stands in the address, the keys j and k and the arrows go on and back.
 * @param name of the address's parameter
 * @param ids of the rows that are shown, in their order
 */
export function useQueue(name: string, ids: readonly string[]) {
  const [params, setParams] = useSearchParams()
  const openId = params.get(name) ?? undefined
  const place = ids.findIndex((id) => id === openId)
  // The row belongs to the page that is shown, so the cursor stays.
  const open = (id: string | undefined) =>
    setParams((now) => {
      const next = new URLSearchParams(now)
      if (id) next.set(name, id)
      else next.delete(name)
      return next
    }, { replace: openId !== undefined })
  const step = (by: number) => open(ids[place === -1 ? 0 : Math.min(ids.length - 1, Math.max(0, place + by))])
  const hasRows = ids.length > 0
  useShortcut('j', () => step(1), hasRows, true)
  useShortcut('k', () => step(-1), hasRows, true)
  useShortcut('ArrowDown', () => step(1), hasRows, true)
  useShortcut('ArrowUp', () => step(-1), hasRows, true)
  return {
    openId,
    open,
    /** `第 1 / 9 件`; null when what is open is not on this page. */
    place: place === -1 ? null : `第 ${place + 1} / ${ids.length} 件`,
    /** After a row was done: the next one that waits, or the one before. */
    goOn: () => { if (place !== -1) open(ids[place + 1] ?? ids[place - 1]) },
  }
}
