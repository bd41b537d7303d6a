import { useCallback, type ReactNode } from 'react'
import { accountsRoutes } from '@dangqun/contracts/accounts/routes'
import { privacyVersion } from '@dangqun/contracts/accounts/vocabulary'
import { createClient } from '@dangqun/contracts/kit/client'
import { answers } from '@/platform/answers'
import { useLoginCode } from '@/platform/login'
import { clientSettings } from '@/platform/request'
import { session } from '@/platform/session'
import { recall, remember } from '@/platform/storage'
import { forgetPersonalStores } from '@/platform/store'
import { useAsk } from '@/platform/use-ask'
import { asApiError } from '@/platform/use-loaded'
import { drafts } from '@/platform/use-draft'
import { accountsApi } from './accounts.api'
import { PrivacyDialog } from './components/privacy-dialog'

/** `refused`: the privacy text was not agreed to; `left`: the person turned back at the login. */
export type SignInOutcome = 'signedIn' | 'refused' | 'left'

export interface SignIn {
  /**
   * Makes sure that there is a session; asks only for what is missing.
   * @throws ApiError when the login or the consent could not be recorded; then there is no session
   */
  ensure: () => Promise<SignInOutcome>
  dialogs: ReactNode
}

/** Privacy text, login, consent: in this order, because the login already is the use of data. */
export function useSignIn(): SignIn {
  const privacy = useAsk<{ isAgain: boolean }, boolean>()
  const login = useLoginCode()
  const { ask } = privacy
  const { obtain } = login

  const ensure = useCallback(async (): Promise<SignInOutcome> => {
    const agreed = recall('privacy')
    if (session.token() !== null && (agreed === null || agreed === privacyVersion)) return 'signedIn'
    if (agreed !== privacyVersion) {
      if (!(await ask({ isAgain: agreed !== null }))) return 'refused'
      if (session.token() !== null && (await agreeAgain())) return 'signedIn'
      remember('privacy', privacyVersion)
    }
    const code = await obtain()
    if (code === null) return 'left'
    const { token, account } = await accountsApi.loginByWechat({ body: { code } })
    // Only a session whose consent is on record becomes the phone's session.
    await createClient(accountsRoutes, { ...clientSettings, token: () => token }).giveConsent({ body: { purpose: 'privacy', version: privacyVersion } })
    session.begin(token, account.id)
    return 'signedIn'
  }, [ask, obtain])

  return {
    ensure,
    dialogs: (
      <>
        {privacy.question && <PrivacyDialog isAgain={privacy.question.isAgain} onAnswer={privacy.answer} />}
        {login.dialog}
      </>
    ),
  }
}

/**
 * The words have changed since somebody who is still signed in agreed to them.
 * @returns false when the session has ended meanwhile, so that a login has to follow
 */
async function agreeAgain(): Promise<boolean> {
  try {
    await accountsApi.giveConsent({ body: { purpose: 'privacy', version: privacyVersion } })
  } catch (error) {
    if (asApiError(error).status === 401) return false
    throw error
  }
  remember('privacy', privacyVersion)
  return true
}

/** Ends the session here even when the API cannot be told; whoever comes next finds nothing and is asked for consent anew. */
export async function signOut(): Promise<void> {
  // First: a session that has ended meanwhile no longer says whose they are.
  drafts.clear()
  answers.clear()
  await accountsApi.logout({ body: {} }).catch(() => undefined)
  forgetPerson()
}

/** Nothing of the person stays on this phone, and whoever comes next is asked for consent anew. */
export function forgetPerson(): void {
  drafts.clear()
  answers.clear()
  forgetPersonalStores()
  session.end()
  remember('privacy', null)
}
