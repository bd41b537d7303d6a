import { readDoor, type Door } from '@dangqun/contracts/activities/check-in/rules'
import { useSyncExternalStore } from 'react'
import { deviceStorage } from '../platform/storage'

const listeners = new Set<() => void>()
const read = new Map<string, { raw: string | null; door: Door }>()
const nameOf = (center: string, id: string) => `dangqun.console.door.${center}.${id}`

/** The scans that this device keeps for one activity. In localStorage: they outlive the tab, the session and a power cut. */
export const doorStore = {
  get(center: string, id: string): Door {
    const name = nameOf(center, id)
    const raw = deviceStorage.read(name)
    const known = read.get(name)
    if (known?.raw === raw) return known.door
    const door = readDoor(raw)
    read.set(name, { raw, door })
    return door
  },
  set(center: string, id: string, door: Door): void {
    deviceStorage.write(nameOf(center, id), JSON.stringify(door))
    for (const listener of listeners) listener()
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    window.addEventListener('storage', listener)
    return () => {
      listeners.delete(listener)
      window.removeEventListener('storage', listener)
    }
  },
}

export function useDoor(center: string, id: string): Door {
  return useSyncExternalStore(doorStore.subscribe, () => doorStore.get(center, id))
}
