/** Something that the phone keeps for a while. */
export interface Kept {
  /** Whose it is: an account's id, or `guest`. */
  owner: string
  name: string
  /** Milliseconds since 1970, when it was put there. */
  at: number
  value: unknown
}

export interface ShelfLimits {
  mostItems: number
  /** Milliseconds. */
  mostAge: number
}

/** Puts one thing on the shelf in place of what had its name; the oldest go when there are too many. */
export function put(shelf: readonly Kept[], item: Kept, { mostItems, mostAge }: ShelfLimits): Kept[] {
  const others = fresh(shelf, item.at, mostAge).filter((each) => !isNamed(each, item))
  return [item, ...others].slice(0, mostItems)
}

/** @returns null when there is nothing of that name, or nothing young enough */
export function find(shelf: readonly Kept[], wanted: Pick<Kept, 'owner' | 'name'>, now: number, { mostAge }: ShelfLimits): Kept | null {
  return fresh(shelf, now, mostAge).find((each) => isNamed(each, wanted)) ?? null
}

export function drop(shelf: readonly Kept[], named: Pick<Kept, 'owner' | 'name'>): Kept[] {
  return shelf.filter((each) => !isNamed(each, named))
}

export function dropOwner(shelf: readonly Kept[], owner: string): Kept[] {
  return shelf.filter((each) => each.owner !== owner)
}

/** Reads a shelf from storage; what is not one counts as empty. */
export function readShelf(text: string | null): Kept[] {
  if (text === null) return []
  try {
    const items: unknown = JSON.parse(text)
    return Array.isArray(items) ? items.filter(isKept) : []
  } catch {
    return []
  }
}

// A clock that was set back must not keep things for ever.
const fresh = (shelf: readonly Kept[], now: number, mostAge: number) => shelf.filter(({ at }) => Math.abs(now - at) <= mostAge)

const isNamed = (item: Kept, { owner, name }: Pick<Kept, 'owner' | 'name'>) => item.owner === owner && item.name === name

function isKept(item: unknown): item is Kept {
  const { owner, name, at } = (item ?? {}) as Partial<Kept>
  return typeof owner === 'string' && typeof name === 'string' && typeof at === 'number'
}
