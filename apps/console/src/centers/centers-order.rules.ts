/** The list with one of it a place further up (-1) or down (1); at its end it stays as it is. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const from = ids.indexOf(id)
  const to = from + by
  const next = [...ids]
  if (from < 0 || to < 0 || to >= ids.length) return next
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
