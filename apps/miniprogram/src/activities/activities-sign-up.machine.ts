import type { SignUp } from '@dangqun/contracts/activities/schemas'
import { ApiError } from '@dangqun/contracts/kit/errors'
import type { FormNeeded } from '@dangqun/contracts/activities/form/schemas'
import type { ProfileField } from '@dangqun/contracts/organization/vocabulary'
import { persist } from '@/platform/persist.rules'

export type SignUpProgress = 'signingIn' | 'sending' | 'retrying' | 'asking'

/** What the journey needs from around it; tests hand in plain functions. */
export interface SignUpPorts {
  ensureSignedIn: () => Promise<'signedIn' | 'refused' | 'left'>
  send: (key: string) => Promise<SignUp>
  /** @returns whether the profile was saved */
  askProfile: (fields: readonly ProfileField[]) => Promise<boolean>
  /** @returns whether the form is filled in; `send` carries it from then on */
  askForm: (asked: FormNeeded) => Promise<boolean>
  wait: (ms: number) => Promise<void>
  progress: (now: SignUpProgress) => void
}

export type SignUpOutcome =
  | { kind: 'done'; signUp: SignUp }
  /** The privacy text was not agreed to. */
  | { kind: 'refusedPrivacy' }
  /** The person turned back at a dialog. */
  | { kind: 'left' }
  /** Nobody knows whether it arrived: the same intent may be sent again. */
  | { kind: 'lost'; error: ApiError }
  /** The API decided against it. */
  | { kind: 'refused'; error: ApiError }

// A session that ends again right after login is not the person's to mend.
const mostLogins = 2

/**
 * One intent to sign up, from the tap to its end: login and privacy text if need be, the profile if the
 * activity asks for it, lost answers repeated. Every try carries `key`, so that one intent is one place.
 */
export async function signUp(key: string, ports: SignUpPorts): Promise<SignUpOutcome> {
  let logins = 0
  for (;;) {
    try {
      ports.progress('signingIn')
      const signedIn = await ports.ensureSignedIn()
      if (signedIn !== 'signedIn') return signedIn === 'refused' ? { kind: 'refusedPrivacy' } : { kind: 'left' }
      ports.progress('sending')
      return { kind: 'done', signUp: await persist(() => ports.send(key), { wait: ports.wait, onRetry: () => ports.progress('retrying') }) }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.status === 401 && ++logins < mostLogins) continue
      if (error.code === 'activities.profileNeeded') {
        ports.progress('asking')
        if (await ports.askProfile(fieldsOf(error))) continue
        return { kind: 'left' }
      }
      if (error.code === 'activities.formNeeded') {
        ports.progress('asking')
        if (await ports.askForm(error.details as FormNeeded)) continue
        return { kind: 'left' }
      }
      return error.isRetryable ? { kind: 'lost', error } : { kind: 'refused', error }
    }
  }
}

function fieldsOf(error: ApiError): readonly ProfileField[] {
  const fields = (error.details as { fields?: ProfileField[] } | undefined)?.fields
  return fields && fields.length > 0 ? fields : ['name', 'phone']
}
