import { useSyncExternalStore } from 'react'

export interface Store<T> {
  get: () => T
  set: (value: T) => void
  subscribe: (listener: () => void) => () => void
}

/** One value that several pages share. `read` is called at first use, `write` at every change. */
export function createStore<T>(read: () => T, write: (value: T) => void = () => undefined): Store<T> {
  let current: { value: T } | null = null
  const listeners = new Set<() => void>()
  const get = () => (current ??= { value: read() }).value
  return {
    get,
    set(value) {
      if (Object.is(value, get())) return
      current = { value }
      write(value)
      listeners.forEach((listener) => listener())
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const forgetting = new Set<() => void>()

/** A value in memory that is the person's own: it goes when the person signs out. */
export function createPersonalStore<T>(first: T): Store<T> {
  const store = createStore(() => first)
  forgetting.add(() => store.set(first))
  return store
}

export function forgetPersonalStores(): void {
  forgetting.forEach((forget) => forget())
}

export function useStore<T>({ subscribe, get }: Store<T>): T {
  return useSyncExternalStore(subscribe, get, get)
}
