import { useCallback, useRef, useState } from 'react'
import { isSame, keepable, restore } from './drafts.rules'
import { session } from './session'
import { createShelf } from './shelf'

const days = 24 * 3_600_000
export const drafts = createShelf('drafts', { mostItems: 30, mostAge: 7 * days })

export interface Draft<Values> {
  values: Values
  change: (patch: Partial<Values>) => void
  /** Whether something typed earlier was brought back; false again after `reset`. */
  isRestored: boolean
  /** Back to what the form began with. */
  reset: () => void
  /** Once the form has arrived: nothing is kept any more. */
  clear: () => void
}

/**
 * What is being typed into a form. It outlives a reload or a killed app, for 7 days, for this account on this
 * phone; `clear` it on success. Signing out clears all of them.
 * @param form its name among the phone's forms, with the centre or object that it is for; null: not kept
 * @param first what the form begins with; plain JSON, read once
 * @param unkept fields that never touch storage: identity numbers, bank cards, passwords, one-time codes
 */
export function useDraft<Values extends object>(form: string | null, first: Values, { unkept = [] }: { unkept?: readonly (keyof Values)[] } = {}): Draft<Values> {
  // A session that ends meanwhile must not hand the draft to somebody else.
  const [start] = useState(() => {
    const owner = session.owner()
    const kept = form === null ? null : drafts.find(form, owner)
    return { form, first, unkept, owner, values: restore(first, kept?.value) }
  })
  const [values, setValues] = useState(start.values)
  const [isRestored, setRestored] = useState(() => !isSame(start.values, first))
  const latest = useRef(start.values)

  const show = useCallback(
    (next: Values) => {
      latest.current = next
      setValues(next)
      if (start.form === null) return
      if (isSame(next, start.first)) drafts.drop(start.form, start.owner)
      else drafts.put(start.form, keepable(next, start.unkept), start.owner)
    },
    [start],
  )
  const change = useCallback((patch: Partial<Values>) => show({ ...latest.current, ...patch }), [show])
  const reset = useCallback(() => {
    setRestored(false)
    show(start.first)
  }, [show, start])
  const clear = useCallback(() => {
    if (start.form !== null) drafts.drop(start.form, start.owner)
  }, [start])

  return { values, change, isRestored, reset, clear }
}
