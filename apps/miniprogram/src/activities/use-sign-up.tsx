import { useCallback, useRef, useState, type ReactNode } from 'react'
import type { SignUpForm } from '@dangqun/contracts/activities/form/schemas'
import type { Activity, SignUp } from '@dangqun/contracts/activities/schemas'
import type { Person } from '@dangqun/contracts/organization/schemas'
import { useSignIn } from '@/accounts/use-sign-in'
import { ProfileDialog, type ProfileQuestion } from '@/organization/components/profile-dialog'
import { wait } from '@/platform/clock'
import { newKey } from '@/platform/keys'
import { session } from '@/platform/session'
import { useAsk } from '@/platform/use-ask'
import { drafts } from '@/platform/use-draft'
import { activitiesApi } from './activities.api'
import { formDraft, SignUpFormDialog, type FormQuestion } from './components/sign-up-form-dialog'
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
export function useSignUp(center: string, activity: Activity | null, onDone: (signUp: SignUp) => void): SignUpJourney {
  const signIn = useSignIn()
  const profile = useAsk<ProfileQuestion, Person | null>()
  const form = useAsk<FormQuestion, SignUpForm | null>()
  const [progress, setProgress] = useState<SignUpProgress | null>(null)
  const [outcome, setOutcome] = useState<SignUpJourney['outcome']>(null)
  const intent = useRef<{ key: string | null; form: SignUpForm; isUnderWay: boolean }>({ key: null, form: {}, isUnderWay: false })
  const { ensure } = signIn
  const { ask } = profile
  const { ask: askForm } = form

  const start = useCallback(async () => {
    // A second tap must not begin a second journey; state alone would be a frame late.
    if (intent.current.isUnderWay || !activity) return
    const activityId = activity.id
    intent.current.isUnderWay = true
    const key = (intent.current.key ??= newKey())
    setOutcome(null)
    try {
      const ended = await signUp(key, {
        ensureSignedIn: ensure,
        send: (idempotencyKey) => activitiesApi.signUp({ params: { center, id: activityId }, body: intent.current.form }, { idempotencyKey }),
        askProfile: async (fields) =>
          (await ask({ center, fields, title: '报名还需要', why: '只问这一次，以后报名不再填。仅供本中心工作人员联系你。', saveText: '保存并报名' })) !== null,
        askForm: async (asked) => {
          const filled = await askForm({ activity, asked, isAgain: Object.keys(intent.current.form).length > 0 })
          if (filled) intent.current.form = { ...intent.current.form, ...filled }
          return filled !== null
        },
        wait,
        progress: setProgress,
      })
      if (ended.kind !== 'lost') {
        intent.current.key = null
        intent.current.form = {}
      }
      if (ended.kind === 'done') {
        drafts.drop(formDraft(activity.id), session.owner())
        onDone(ended.signUp)
      }
      else if (ended.kind !== 'left') setOutcome(ended)
    } finally {
      intent.current.isUnderWay = false
      setProgress(null)
    }
  }, [center, activity, ensure, ask, askForm, onDone])

  return {
    start,
    progress,
    outcome,
    dialogs: (
      <>
        {signIn.dialogs}
        {profile.question && <ProfileDialog {...profile.question} onAnswer={profile.answer} />}
        {form.question && <SignUpFormDialog {...form.question} onAnswer={form.answer} />}
      </>
    ),
  }
}
