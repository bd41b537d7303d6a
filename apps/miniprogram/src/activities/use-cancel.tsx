import { useCallback, useRef, useState, type ReactNode } from 'react'
import type { Activity, SignUp } from '@dangqun/contracts/activities/schemas'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { now, wait } from '@/platform/clock'
import { newKey } from '@/platform/keys'
import { persist } from '@/platform/persist.rules'
import { useAsk } from '@/platform/use-ask'
import { asApiError } from '@/platform/use-loaded'
import { activitiesApi } from './activities.api'
import { explainCancel } from './activities-words.rules'
import { CancelDialog } from './components/cancel-dialog'

export interface Cancelling {
  start: (signUp: SignUp, activity: Activity) => Promise<void>
  isUnderWay: boolean
  error: ApiError | null
  dialogs: ReactNode
}

/** Giving a place up: asked once, sent under one key until an answer came. */
export function useCancel(center: string, onDone: (signUp: SignUp) => void): Cancelling {
  const { ask, question, answer } = useAsk<{ words: string[] }, boolean>()
  const [isUnderWay, setUnderWay] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const key = useRef<string | null>(null)

  const start = useCallback(
    async (signUp: SignUp, activity: Activity) => {
      setError(null)
      if (!(await ask({ words: explainCancel(activity, signUp.state, now()) }))) return
      const idempotencyKey = (key.current ??= newKey())
      setUnderWay(true)
      try {
        const cancelled = await persist(() => activitiesApi.cancelSignUp({ params: { center, id: signUp.id }, body: {} }, { idempotencyKey }), { wait })
        key.current = null
        onDone(cancelled)
      } catch (failure) {
        const refusal = asApiError(failure)
        if (!refusal.isRetryable) key.current = null
        setError(refusal)
      } finally {
        setUnderWay(false)
      }
    },
    [ask, center, onDone],
  )

  return { start, isUnderWay, error, dialogs: question && <CancelDialog words={question.words} onAnswer={answer} /> }
}
