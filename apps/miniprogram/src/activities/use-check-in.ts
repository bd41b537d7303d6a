import { useCallback, useRef, useState, type ReactNode } from 'react'
import type { CheckInReply } from '@dangqun/contracts/activities/check-in/schemas'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { useSignIn } from '@/accounts/use-sign-in'
import { wait } from '@/platform/clock'
import { persist } from '@/platform/persist.rules'
import { asApiError } from '@/platform/use-loaded'
import { checkInsApi } from './activities-check-in.api'

export interface CheckingIn {
  /** Sends the code that was scanned or typed; logs in first where that is missing. */
  send: (code: string) => Promise<void>
  isUnderWay: boolean
  done: CheckInReply | null
  error: ApiError | null
  /** The login was turned down: nothing was sent. */
  hasLeft: boolean
  dialogs: ReactNode
}

/** Checking in at the door. The server records a person once, so a repetition after a lost answer is harmless. */
export function useCheckIn(center: string, id: string): CheckingIn {
  const { ensure, dialogs } = useSignIn()
  const [state, setState] = useState<{ isUnderWay: boolean; done: CheckInReply | null; error: ApiError | null; hasLeft: boolean }>({ isUnderWay: false, done: null, error: null, hasLeft: false })
  const busy = useRef(false)

  const send = useCallback(
    async (code: string) => {
      if (busy.current) return
      busy.current = true
      const nothing = { isUnderWay: false, done: null, error: null, hasLeft: false }
      setState({ ...nothing, isUnderWay: true })
      try {
        if ((await ensure()) !== 'signedIn') return setState({ ...nothing, hasLeft: true })
        setState({ ...nothing, done: await persist(() => checkInsApi.checkIn({ params: { center, id }, body: { rotatingCode: code } }), { wait }) })
      } catch (error) {
        setState({ ...nothing, error: asApiError(error) })
      } finally {
        busy.current = false
      }
    },
    [center, id, ensure],
  )

  return { ...state, send, dialogs }
}
