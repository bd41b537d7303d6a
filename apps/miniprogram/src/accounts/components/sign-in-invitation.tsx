import { useState } from 'react'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { asApiError } from '@/platform/use-loaded'
import { PrimaryButton } from '@/ui/button'
import type { IconName } from '@/ui/icon'
import { Notice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { StateView } from '@/ui/state-view'
import { useSignIn } from '../use-sign-in'

/** A page that is only the person's own, before they have logged in. */
export function SignInInvitation({ icon, title, words }: { icon: IconName; title: string; words: string }) {
  const signIn = useSignIn()
  const [state, setState] = useState<{ isUnderWay: boolean; hasRefused: boolean; error: ApiError | null }>({ isUnderWay: false, hasRefused: false, error: null })
  const begin = async () => {
    setState({ isUnderWay: true, hasRefused: false, error: null })
    try {
      const outcome = await signIn.ensure()
      setState({ isUnderWay: false, hasRefused: outcome === 'refused', error: null })
    } catch (error) {
      setState({ isUnderWay: false, hasRefused: false, error: asApiError(error) })
    }
  }
  return (
    <Screen dialogs={signIn.dialogs}>
      <StateView icon={icon} title={title} words={words}>
        <PrimaryButton text="登录" busyText={state.isUnderWay ? '正在登录…' : null} onTap={() => void begin()} />
        {state.hasRefused && <Notice text="没有登录，也没有收集任何信息。首页和服务可以照常浏览。" />}
        {state.error && <Notice kind="warn" text={state.error.message} />}
      </StateView>
    </Screen>
  )
}
