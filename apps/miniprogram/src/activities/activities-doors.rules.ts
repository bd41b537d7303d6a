import { doorOf, emptyDoor, type Door } from '@dangqun/contracts/activities/check-in/rules'

/** What this phone keeps of the doors it stood at, by `center/activity`. */
export type Doors = Readonly<Record<string, KeptDoor>>

export interface KeptDoor {
  /** The activity's, so that it can be named when its list has long moved on. */
  title: string
  door: Door
}

export const doorKey = (center: string, id: string): string => `${center}/${id}`

/** What was stored; what cannot be read counts as nothing. */
export function readDoors(stored: string | null): Doors {
  try {
    const value = JSON.parse(stored ?? '{}') as Record<string, Partial<KeptDoor> | null> | null
    return Object.fromEntries(Object.entries(value ?? {}).map(([key, kept]) => [key, { title: String(kept?.title ?? ''), door: doorOf(kept?.door) }]))
  } catch {
    return {}
  }
}

export function doorIn(doors: Doors, key: string): Door {
  return doors[key]?.door ?? emptyDoor
}

/** Another state of one door. A door without scans is not kept, unless it is the one that is open. */
export function putDoor(doors: Doors, key: string, kept: KeptDoor): Doors {
  const others = Object.entries(doors).filter(([name, { door }]) => name !== key && door.scans.length > 0)
  return Object.fromEntries([...others, [key, kept]])
}

/** Doors of a centre with scans that nobody has settled: not sent yet, or refused and not looked at. */
export function unsettledDoors(doors: Doors, center: string): { id: string; title: string; count: number }[] {
  return Object.entries(doors).flatMap(([key, { title, door }]) => (key.startsWith(`${center}/`) && door.scans.length > 0 ? [{ id: key.slice(center.length + 1), title, count: door.scans.length }] : []))
}
