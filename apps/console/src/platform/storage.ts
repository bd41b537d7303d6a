/** A browser may forbid storage (private windows, full disks): then values live as long as the page. */
function guarded(open: () => Storage) {
  const memory = new Map<string, string>()
  const attempt = <T>(act: (storage: Storage) => T, otherwise: () => T): T => {
    try {
      return act(open())
    } catch {
      return otherwise()
    }
  }
  return {
    read: (name: string): string | null => attempt((storage) => storage.getItem(name), () => memory.get(name) ?? null),
    write: (name: string, value: string): void =>
      attempt((storage) => storage.setItem(name, value), () => void memory.set(name, value)),
    remove: (name: string): void => attempt((storage) => storage.removeItem(name), () => void memory.delete(name)),
    /** Removes every value whose name begins so. */
    removeAll: (prefix: string): void => {
      for (const name of memory.keys()) if (name.startsWith(prefix)) memory.delete(name)
      attempt((storage) => {
        for (const name of Object.keys(storage)) if (name.startsWith(prefix)) storage.removeItem(name)
      }, () => undefined)
    },
  }
}

/** Shared by all tabs, kept after the browser closes. */
export const deviceStorage = guarded(() => window.localStorage)

/** Of this tab only, gone with it. */
export const tabStorage = guarded(() => window.sessionStorage)
