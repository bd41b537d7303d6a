import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { OwnSession } from '@dangqun/contracts/accounts/security/schemas'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { now as readClock } from '@/platform/clock'
import { useSession } from '@/platform/session'
import { asApiError, useLoaded } from '@/platform/use-loaded'
import { PlainButton, WarnButton } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { sayDay, sayMoment } from '@/ui/dates.rules'
import { HalfScreen } from '@/ui/half-screen'
import { Heading } from '@/ui/heading'
import { Notice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonRows } from '@/ui/skeleton'
import { ErrorState } from '@/ui/state-view'
import { securityApi } from '../../accounts-consents.api'
import { SignInInvitation } from '../../components/sign-in-invitation'

const channelWords: Record<OwnSession['channel'], string> = { phone: '手机小程序', console: '管理后台' }

/** Where I am logged in; a lost phone is logged out from here. */
export default function DevicesPage() {
  const token = useSession()
  const sessions = useLoaded(token, () => securityApi.listSessions({}))
  const [asked, setAsked] = useState<OwnSession | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiError | null>(null)
  if (token === null) return <SignInInvitation icon="keys" title="登录后看登录设备" words="手机丢了，可以在这里让它退出登录。" />
  const end = async ({ id }: OwnSession) => {
    setBusy('正在退出…')
    setFailure(null)
    try {
      await securityApi.endSession({ params: { id }, body: {} })
      setAsked(null)
      await sessions.reload()
    } catch (error) {
      setFailure(asApiError(error))
    }
    setBusy(null)
  }
  const now = readClock()
  return (
    <Screen
      dialogs={
        asked && (
          <HalfScreen
            title="让这台设备退出登录？"
            note={asked.device || channelWords[asked.channel]}
            onClose={() => setAsked(null)}
            footer={
              <>
                <WarnButton text="退出这台设备" busyText={busy} onTap={() => void end(asked)} />
                <PlainButton text="不用" onTap={() => setAsked(null)} />
              </>
            }
          >
            {failure && <Notice kind="warn" text={failure.message} />}
          </HalfScreen>
        )
      }
    >
      {sessions.error && !sessions.data && <ErrorState error={sessions.error} onRetry={() => void sessions.reload()} />}
      {!sessions.data && !sessions.error && <SkeletonRows count={3} />}
      {sessions.data && (
        <>
        <Heading className="section" level={1}>正在登录的设备</Heading>
        <View className="card card_cells">
          {sessions.data.items.map((each) => (
            <Cell
              key={each.id}
              icon="keys"
              title={each.device || channelWords[each.channel]}
              words={`${each.device ? `${channelWords[each.channel]}，` : ''}${sayDay(each.createdAt, now)}登录\n最近使用：${sayMoment(each.lastSeenAt, now)}`}
              value={each.isThisOne ? '就是这台' : '让它退出'}
              {...(each.isThisOne ? {} : { onTap: () => { setFailure(null); setAsked(each) } })}
            />
          ))}
        </View>
        <Text className="words">手机丢了、换了，或看到不认识的设备，让它退出即可；账号和报名不受影响。</Text>
        </>
      )}
    </Screen>
  )
}
