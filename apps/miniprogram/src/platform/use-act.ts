import { useCallback, useRef, useState } from 'react'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { wait } from './clock'
import { isSame } from './drafts.rules'
import { newKey } from './keys'
import { persist } from './persist.rules'
import { asApiError } from './use-loaded'

export interface Act<Input, Reply> {
  /** Does it; null when it was lost or refused, which `error` then says, or is under way already. */
  run: (input: Input) => Promise<Reply | null>
  progress: 'sending' | 'retrying' | null
  /** `isRetryable`: nobody knows whether it arrived; running it again with the same input cannot do it twice. */
  error: ApiError | null
}

/**
 * Something that a person does once: repeated while no answer comes, every try under one idempotency key. The key
 * lives until the API has decided, so that pressing again after a lost answer is still the same act; another input
 * is another act.
 */
export function useAct<Input, Reply>(send: (input: Input, idempotencyKey: string) => Promise<Reply>): Act<Input, Reply> {
  const [progress, setProgress] = useState<Act<Input, Reply>['progress']>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const intent = useRef<{ input: Input; key: string; isUnderWay: boolean } | null>(null)

  const run = useCallback(
    async (input: Input) => {
      // A second tap must not begin a second act; state alone would be a frame late.
      if (intent.current?.isUnderWay) return null
      const mine = intent.current && isSame(intent.current.input, input) ? intent.current : { input, key: newKey(), isUnderWay: false }
      intent.current = mine
      mine.isUnderWay = true
      setError(null)
      setProgress('sending')
      try {
        const reply = await persist(() => send(input, mine.key), { wait, onRetry: () => setProgress('retrying') })
        intent.current = null
        return reply
      } catch (failure) {
        const refusal = asApiError(failure)
        if (!refusal.isRetryable) intent.current = null
        setError(refusal)
        return null
      } finally {
        mine.isUnderWay = false
        setProgress(null)
      }
    },
    [send],
  )

  return { run, progress, error }
}
