import { useRef, useState } from 'react'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { wait } from '@/platform/clock'
import { newKey } from '@/platform/keys'
import { persist } from '@/platform/persist.rules'
import { asApiError } from '@/platform/use-loaded'

export interface Acting<Action extends string, Body> {
  /** @returns whether it was done */
  run: (action: Action, body: Body) => Promise<boolean>
  /** What is under way. */
  busy: Action | null
  failure: ApiError | null
  forget: () => void
}

/**
 * Does what somebody pressed, once, however often it has to be sent: one act keeps its key until it is decided.
 * What is shown is read again after every decision, so that an act of somebody else in between is seen at once.
 * @param isLeft whether the page is left once it is done: then it is read again after a refusal only
 */
export function useAct<Action extends string, Body extends object>(send: (action: Action, body: Body, options: { idempotencyKey: string }) => Promise<unknown>, reload: () => Promise<void>, { isLeft = false }: { isLeft?: boolean } = {}): Acting<Action, Body> {
  const [busy, setBusy] = useState<Action | null>(null)
  const [failure, setFailure] = useState<ApiError | null>(null)
  const unsure = useRef<{ act: string; idempotencyKey: string } | null>(null)
  const isUnderWay = useRef(false)

  const run = async (action: Action, body: Body): Promise<boolean> => {
    // State would be a frame late for a second tap.
    if (isUnderWay.current) return false
    isUnderWay.current = true
    const act = `${action} ${JSON.stringify(body)}`
    const idempotencyKey = unsure.current?.act === act ? unsure.current.idempotencyKey : newKey()
    unsure.current = { act, idempotencyKey }
    setBusy(action)
    setFailure(null)
    try {
      await persist(() => send(action, body, { idempotencyKey }), { wait })
      unsure.current = null
      if (!isLeft) await reload()
      return true
    } catch (error) {
      const refusal = asApiError(error)
      if (!refusal.isRetryable) unsure.current = null
      setFailure(refusal)
      if (refusal.status === 409 || refusal.status === 404) await reload()
      return false
    } finally {
      isUnderWay.current = false
      setBusy(null)
    }
  }
  return { run, busy, failure, forget: () => setFailure(null) }
}
