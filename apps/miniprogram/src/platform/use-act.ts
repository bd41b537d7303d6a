import { useCallback, useRef, useState } from 'react'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { wait } from './clock'
import { isSame } from './drafts.rules'
import { newKey } from './keys'
import { persist } from './persist.rules'
import { asApiError } from './use-loaded'

/**
 * Gives an act its idempotency key, which lives until the API has decided: pressing again after a lost answer is
 * still the same act, another input is another act.
 * @returns throws what `send` throws
 */
export function useKeyed<Input>(): <Reply>(input: Input, send: (idempotencyKey: string) => Promise<Reply>) => Promise<Reply> {
  const intent = useRef<{ input: Input; key: string } | null>(null)
  return useCallback(async (input, send) => {
    const { key } = (intent.current = intent.current && isSame(intent.current.input, input) ? intent.current : { input, key: newKey() })
    try {
      const reply = await send(key)
      intent.current = null
      return reply
    } catch (failure) {
      if (!asApiError(failure).isRetryable) intent.current = null
      throw failure
    }
  }, [])
}

export interface Act<Input, Reply> {
  /** Does it; null when it was lost or refused, which `error` then says, or is under way already. */
  run: (input: Input) => Promise<Reply | null>
  isBusy: boolean
  /** `isRetryable`: nobody knows whether it arrived; running it again with the same input cannot do it twice. */
  error: ApiError | null
  /** The error is not told any longer. */
  clear: () => void
}

/**
 * Something that a person does once: repeated while no answer comes, every try under one idempotency key.
 * @param send its input is plain JSON: all that the request depends on
 * @param onFailure what it returns is waited for: the act is under way as long
 */
export function useAct<Input, Reply>(send: (input: Input, idempotencyKey: string) => Promise<Reply>, onFailure?: (error: ApiError) => unknown): Act<Input, Reply> {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const isUnderWay = useRef(false)
  const keyed = useKeyed<Input>()

  const run = async (input: Input) => {
    // A second tap must not begin a second act; state alone would be a frame late.
    if (isUnderWay.current) return null
    isUnderWay.current = true
    setError(null)
    setBusy(true)
    try {
      return await keyed(input, (key) => persist(() => send(input, key), { wait }))
    } catch (failure) {
      const refusal = asApiError(failure)
      setError(refusal)
      await onFailure?.(refusal)
      return null
    } finally {
      isUnderWay.current = false
      setBusy(false)
    }
  }
  return { run, isBusy, error, clear: () => setError(null) }
}
