import { useState } from 'react'
import { dropDraft, readDraft, writeDraft } from './drafts'

/**
 * Form state that survives reloads and a new login.
 * @returns the value, its setter, whether it was found unfinished, and how to forget it
 */
export function useDraft<T>(name: string, initial: T) {
  const [found] = useState(() => readDraft<T>(name))
  const [value, setValue] = useState<T>(found ?? initial)
  const [isRestored, setIsRestored] = useState(found !== null)
  return {
    value,
    isRestored,
    set: (next: T) => {
      setValue(next)
      writeDraft(name, next)
    },
    /** Forgets what was stored; the form goes on with `next` when given. */
    drop: (next?: T) => {
      dropDraft(name)
      setIsRestored(false)
      if (next !== undefined) setValue(next)
    },
  }
}
