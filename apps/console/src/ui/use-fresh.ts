import { useState } from 'react'

interface Row {
  id: string
  state: string
}

interface Seen {
  page: string
  rows: readonly Row[] | undefined
  fresh: ReadonlySet<string>
}

/** Ids of rows that came, or changed their state, with the newest reading of the same page. */
export function useFresh(rows: readonly Row[] | undefined, page: string): ReadonlySet<string> {
  const [seen, setSeen] = useState<Seen>({ page, rows, fresh: new Set() })
  if (rows === undefined || (rows === seen.rows && page === seen.page)) return seen.fresh
  const before = seen.page === page && seen.rows ? new Map(seen.rows.map(({ id, state }) => [id, state])) : null
  const fresh = new Set(before ? rows.filter(({ id, state }) => before.get(id) !== state).map(({ id }) => id) : [])
  setSeen({ page, rows, fresh })
  return fresh
}
