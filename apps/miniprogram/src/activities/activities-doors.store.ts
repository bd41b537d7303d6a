import { recall, remember } from '@/platform/storage'
import type { Store } from '@/platform/store'
import { readDoors, type Doors } from './activities-doors.rules'

const listeners = new Set<() => void>()
let known: { raw: string | null; doors: Doors } = { raw: null, doors: {} }
let isStored = true

/**
 * The scans that this phone keeps until the server has answered them. They outlive a killed app and the session:
 * signing out does not lose them. Read anew each time, because in a browser another window may have changed them.
 */
export const doorsStore: Store<Doors> & { isStored: () => boolean } = {
  get() {
    const raw = recall('doors')
    // What could not be stored lives in memory.
    if (isStored && raw !== known.raw) known = { raw, doors: readDoors(raw) }
    return known.doors
  },
  set(doors) {
    const raw = JSON.stringify(doors)
    isStored = remember('doors', raw)
    known = { raw, doors }
    listeners.forEach((listener) => listener())
  },
  subscribe(listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** False: the phone refused to store the last scan. */
  isStored: () => isStored,
}
