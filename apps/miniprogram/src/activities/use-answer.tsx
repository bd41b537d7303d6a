import { useCallback, useRef, useState } from 'react'
import type { SignUp } from '@dangqun/contracts/activities/schemas'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { wait } from '@/platform/clock'
import { newKey } from '@/platform/keys'
import { persist } from '@/platform/persist.rules'
import { asApiError } from '@/platform/use-loaded'
import { activitiesApi } from './activities.api'

export type OfferAnswer = 'accept' | 'decline'

export interface Answering {
  give: (signUp: SignUp, answer: OfferAnswer) => Promise<void>
  /** The answer under way; null: none. */
  underWay: OfferAnswer | null
  error: ApiError | null
}

/** Accepting or declining an offered place: sent under one key until an answer came. */
export function useAnswer(center: string, onDone: (signUp: SignUp) => void, reload: () => Promise<void>): Answering {
  const [underWay, setUnderWay] = useState<OfferAnswer | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const intent = useRef<{ answer: OfferAnswer; key: string } | null>(null)
  const isBusy = useRef(false)

  const give = useCallback(
    async (signUp: SignUp, answer: OfferAnswer) => {
      if (isBusy.current) return
      isBusy.current = true
      setError(null)
      setUnderWay(answer)
      if (intent.current?.answer !== answer) intent.current = { answer, key: newKey() }
      const idempotencyKey = intent.current.key
      const target = { params: { center, id: signUp.id }, body: {} }
      try {
        const answered = await persist(() => (answer === 'accept' ? activitiesApi.acceptOffer : activitiesApi.declineOffer)(target, { idempotencyKey }), { wait })
        intent.current = null
        onDone(answered)
      } catch (failure) {
        const refusal = asApiError(failure)
        setError(refusal)
        if (!refusal.isRetryable) {
          intent.current = null
          await reload()
        }
      } finally {
        isBusy.current = false
        setUnderWay(null)
      }
    },
    [center, onDone, reload],
  )

  return { give, underWay, error }
}
