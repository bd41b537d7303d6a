export interface SavedView {
  readonly name: string
  /** The filters as they stand in the address, in one order. */
  readonly query: string
}

export const mostViews = 8
export const longestName = 12

/**
 * The filters of an address that make up a view, in one order; '' when there are none.
 * @param part of the queue in which they stand: kept with them, no view by itself
 */
export function viewQuery(params: URLSearchParams, keys: readonly string[], part?: string): string {
  if (!keys.some((key) => params.get(key))) return ''
  const own = new URLSearchParams()
  for (const key of [...keys, ...(part ? [part] : [])].sort()) {
    const value = params.get(key)
    if (value) own.set(key, value)
  }
  return own.toString()
}

/** What a view sets and, for filters that it leaves open, clears. */
export function changesTo(query: string, keys: readonly string[]): Record<string, string | undefined> {
  const own = new URLSearchParams(query)
  return Object.fromEntries(keys.map((key) => [key, own.get(key) ?? undefined]))
}

const isView = (one: unknown): one is SavedView => typeof one === 'object' && one !== null && 'name' in one && typeof one.name === 'string' && 'query' in one && typeof one.query === 'string'

/** What storage holds; anything else than views counts as none. */
export function parseViews(raw: string | null): SavedView[] {
  try {
    const found: unknown = JSON.parse(raw ?? '[]')
    return Array.isArray(found) ? found.filter(isView).slice(0, mostViews) : []
  } catch {
    return []
  }
}

/** Why a view cannot be kept under this name; null: it can. */
export function nameProblem(views: readonly SavedView[], name: string): string | null {
  if (name.trim() === '') return '请起个名字'
  return views.some((one) => one.name === name.trim()) ? '已有这个名字，换一个' : null
}
