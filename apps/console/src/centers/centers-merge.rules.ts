/** Fields of a form by name. */
export type Values = Readonly<Record<string, unknown>>

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** What was changed since `base`; empty when nothing was. */
export function changesOf<V extends Values>(base: V, values: V): Partial<V> {
  return Object.fromEntries(Object.entries(values).filter(([field, value]) => !isSame(base[field], value))) as Partial<V>
}

export interface Merge<V extends Values> {
  /** Theirs, with mine wherever I changed something. */
  values: V
  /** Only they changed it: taken over. */
  theirs: string[]
  /** Both changed it, differently: mine stands until I choose otherwise. */
  conflicts: string[]
}

/** Three ways: what both started from, mine, and what somebody else saved meanwhile. */
export function mergeValues<V extends Values>(base: V, mine: V, theirs: V): Merge<V> {
  const my = changesOf(base, mine)
  const their = Object.keys(changesOf(base, theirs))
  return {
    values: { ...theirs, ...my },
    theirs: their.filter((field) => !(field in my)),
    conflicts: their.filter((field) => field in my && !isSame(mine[field], theirs[field])),
  }
}
