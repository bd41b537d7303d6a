import { useSyncExternalStore } from 'react'
import { deviceStorage, tabStorage } from './storage'
import { workPrefix } from './drafts'

export interface StoredSession {
  token: string
  /** The name that was typed at login, shown beside the logout button. */
  username: string
}

/** Why there is no session: the server ended it (come back afterwards), or the person left. */
export type SessionEnd = 'expired' | 'left'

const name = 'dangqun.console.session'
const listeners = new Set<() => void>()
let lastEnd: SessionEnd | null = null
let cached: { raw: string | null; session: StoredSession | null } = { raw: null, session: null }

function parse(raw: string | null): StoredSession | null {
  if (raw === null) return null
  try {
    const value = JSON.parse(raw) as Partial<StoredSession>
    return typeof value.token === 'string' && typeof value.username === 'string' ? { token: value.token, username: value.username } : null
  } catch {
    return null
  }
}

function tell(): void {
  for (const listener of listeners) listener()
}

/**
 * The session of this browser. In localStorage, because staff open activities in several tabs;
 * logging out in one of them logs out all.
 */
export const sessionStore = {
  current: (): StoredSession | null => {
    const raw = deviceStorage.read(name)
    if (raw !== cached.raw) cached = { raw, session: parse(raw) }
    return cached.session
  },
  lastEnd: (): SessionEnd | null => lastEnd,
  begin(session: StoredSession): void {
    lastEnd = null
    deviceStorage.write(name, JSON.stringify(session))
    tell()
  },
  /** Unfinished work outlives an expired session, and goes when the person leaves. */
  end(why: SessionEnd): void {
    if (sessionStore.current() === null) return
    lastEnd = why
    deviceStorage.remove(name)
    if (why === 'left') tabStorage.removeAll(workPrefix)
    tell()
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

export function useStoredSession(): StoredSession | null {
  return useSyncExternalStore(sessionStore.subscribe, sessionStore.current)
}
