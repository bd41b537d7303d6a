import { useState } from 'react'
import { View } from '@tarojs/components'
import type { InvitationOffer } from '@dangqun/contracts/accounts/grants/schemas'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { goToTab } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { asApiError } from '@/platform/use-loaded'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { Field } from '@/ui/field'
import { Heading } from '@/ui/heading'
import { Notice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { StateView } from '@/ui/state-view'
import { grantsApi } from '../../accounts-grants.api'
import { codeProblem, plainCode, sayOffer } from '../../accounts-invitation.rules'
import { SignInInvitation } from '../../components/sign-in-invitation'

/** A code, what it offers, and a yes: three steps on one page. */
export default function InvitationPage() {
  const token = useSession()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiError | null>(null)
  const [offer, setOffer] = useState<InvitationOffer | null>(null)
  const [isAccepted, setAccepted] = useState(false)
  const [busy, setBusy] = useState<string | null>(null)
  if (token === null) return <SignInInvitation icon="shield" title="登录后输入邀请码" words="邀请码由中心给你，接受后你的账号才有相应的身份。" />

  const act = async (words: string, work: () => Promise<void>) => {
    setBusy(words)
    setFailure(null)
    try {
      await work()
    } catch (error) {
      setFailure(asApiError(error))
    }
    setBusy(null)
  }
  const check = () => {
    const wrong = codeProblem(typed)
    setProblem(wrong)
    if (wrong === null) void act('正在核对…', async () => setOffer(await grantsApi.checkInvitation({ body: { code: plainCode(typed) } })))
  }
  const accept = () =>
    void act('正在接受…', async () => {
      setOffer(await grantsApi.acceptInvitation({ body: { code: plainCode(typed) } }))
      setAccepted(true)
    })
  const failed = failure && <Notice kind="warn" text={failure.message} />

  if (isAccepted && offer) {
    return (
      <Screen>
        <StateView icon="shield" title="已接受邀请" words={`你现在是：${sayOffer(offer)}`}>
          <PrimaryButton text="完成" onTap={() => goToTab('mine')} />
        </StateView>
      </Screen>
    )
  }
  if (offer) {
    return (
      <Screen>
        <StateView icon="shield" title={sayOffer(offer)} words="接受后，你的账号就有这个身份。不想要可以直接返回，邀请码还能再用。">
          {failed}
          <PrimaryButton text="接受邀请" busyText={busy} onTap={accept} />
          <PlainButton text="换一个邀请码" onTap={() => setOffer(null)} />
        </StateView>
      </Screen>
    )
  }
  return (
    <Screen>
      <Heading className="section">输入中心给你的邀请码</Heading>
      <View className="card">
        <Field label="邀请码" placeholder="10 位字母和数字" value={typed} maxLength={24} error={problem} hasFocus onChange={setTyped} onConfirm={check} />
      </View>
      {failed}
      <View className="actions">
        <PrimaryButton text="下一步" busyText={busy} onTap={check} />
      </View>
    </Screen>
  )
}
