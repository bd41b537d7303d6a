import { useCallback, useRef, useState, type ReactNode } from 'react'
import type { SignUp } from '@dangqun/contracts/activities/schemas'
import type { Person } from '@dangqun/contracts/organization/schemas'
import { useSignIn } from '@/accounts/use-sign-in'
import { ProfileDialog, type ProfileQuestion } from '@/organization/components/profile-dialog'
import { wait } from '@/platform/clock'
import { newKey } from '@/platform/keys'
import { useAsk } from '@/platform/use-ask'
import { activitiesApi } from './activities.api'
import { signUp, type SignUpOutcome, type SignUpProgress } from './activities-sign-up.machine'

export interface SignUpJourney {
  /** Begins, or goes on with the same intent after a lost answer. */
  start: () => Promise<void>
  /** null: nothing is under way. */
  progress: SignUpProgress | null
  /** How the last try ended, unless it was simply left. */
  outcome: Exclude<SignUpOutcome, { kind: 'done' | 'left' }> | null
  dialogs: ReactNode
}

/** Signing up on a page: the dialogs, the button's state, and one key for as long as the intent lives. */
export function useSignUp(center: string, activityId: string, onDone: (signUp: SignUp) => void): SignUpJourney {
  const signIn = useSignIn()
  const profile = useAsk<ProfileQuestion, Person | null>()
  const [progress, setProgress] = useState<SignUpProgress | null>(null)
  const [outcome, setOutcome] = useState<SignUpJourney['outcome']>(null)
  const intent = useRef<{ key: string | null; isUnderWay: boolean }>({ key: null, isUnderWay: false })
  const { ensure } = signIn
  const { ask } = profile

  const start = useCallback(async () => {
    // A second tap must not begin a second journey; state alone would be a frame late.
    if (intent.current.isUnderWay) return
    intent.current.isUnderWay = true
    const key = (intent.current.key ??= newKey())
    setOutcome(null)
    try {
      const ended = await signUp(key, {
        ensureSignedIn: ensure,
        send: (idempotencyKey) => activitiesApi.signUp({ params: { center, id: activityId }, body: {} }, { idempotencyKey }),
        askProfile: async (fields) =>
          (await ask({ center, fields, title: '报名还需要', why: '只问这一次，以后报名不再填。仅供本中心工作人员联系你。', saveText: '保存并报名' })) !== null,
        wait,
        progress: setProgress,
      })
      if (ended.kind !== 'lost') intent.current.key = null
      if (ended.kind === 'done') onDone(ended.signUp)
      else if (ended.kind !== 'left') setOutcome(ended)
    } finally {
      intent.current.isUnderWay = false
      setProgress(null)
    }
  }, [center, activityId, ensure, ask, onDone])

  return {
    start,
    progress,
    outcome,
    dialogs: (
      <>
        {signIn.dialogs}
        {profile.question && <ProfileDialog {...profile.question} onAnswer={profile.answer} />}
      </>
    ),
  }
}
