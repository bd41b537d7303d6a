import { useState } from 'react'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { useAct } from '@/platform/use-act'

export interface CaseAct<Action extends string, Body> {
  /** @returns whether it was done */
  run: (action: Action, body: Body) => Promise<boolean>
  /** What is under way. */
  busy: Action | null
  failure: ApiError | null
  forget: () => void
}

/**
 * The acts that are possible on a demand or a referral, one at a time.
 * What is shown is read again after every decision, so that an act of somebody else in between is seen at once.
 * @param isLeft whether the page is left once it is done: then it is read again after a refusal only
 */
export function useCaseAct<Action extends string, Body extends object>(send: (action: Action, body: Body, options: { idempotencyKey: string }) => Promise<unknown>, reload: () => Promise<void>, { isLeft = false }: { isLeft?: boolean } = {}): CaseAct<Action, Body> {
  const [action, setAction] = useState<Action | null>(null)
  const { run, isBusy, error, clear } = useAct(
    async (pressed: { action: Action; body: Body }, idempotencyKey) => {
      setAction(pressed.action)
      await send(pressed.action, pressed.body, { idempotencyKey })
      if (!isLeft) await reload()
      return true
    },
    ({ status }) => (status === 409 || status === 404 ? reload() : undefined),
  )
  return { run: async (next, body) => (await run({ action: next, body })) === true, busy: isBusy ? action : null, failure: error, forget: clear }
}
