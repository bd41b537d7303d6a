/** Sets or (undefined, '') removes filters; another filter starts from the first page. */
export function withFilters(params: URLSearchParams, changes: Record<string, string | undefined>): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  next.delete('cursor')
  return next
}

/** A value of a closed list out of the address; anything else counts as not given. */
export function oneOf<const T extends string>(values: readonly T[], given: string | null): T | undefined {
  return values.find((value) => value === given)
}
