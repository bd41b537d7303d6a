import { now } from './clock'
import { session } from './session'
import { drop, dropOwner, find, put, readShelf, type Kept, type ShelfLimits } from './shelf.rules'
import { recall, remember, type Name } from './storage'

export interface Shelf {
  /** What is kept under this name for whoever is signed in; null when there is none. */
  find: (name: string, owner?: string) => Kept | null
  put: (name: string, value: unknown, owner?: string) => void
  drop: (name: string, owner?: string) => void
  /** Everything of the one who is signed in, and of the guest before. */
  clear: () => void
}

/** A shelf in the phone's storage. It is read anew every time: in a browser another window may have changed it. */
export function createShelf(storageName: Name, limits: ShelfLimits): Shelf {
  const read = () => readShelf(recall(storageName))
  const write = (items: Kept[]) => remember(storageName, items.length === 0 ? null : JSON.stringify(items))
  return {
    find: (name, owner = session.owner()) => find(read(), { owner, name }, now().getTime(), limits),
    put: (name, value, owner = session.owner()) => write(put(read(), { owner, name, at: now().getTime(), value }, limits)),
    drop: (name, owner = session.owner()) => write(drop(read(), { owner, name })),
    clear: () => write(dropOwner(dropOwner(read(), session.owner()), 'guest')),
  }
}
