import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { ConsentLedger } from '@dangqun/contracts/accounts/consents/schemas'
import { consentTexts, type ConsentPurpose } from '@dangqun/contracts/accounts/vocabulary'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { now as readClock } from '@/platform/clock'
import { goToTab } from '@/platform/routes'
import { saveText } from '@/platform/document'
import type { HandOver } from '@/platform/document.rules'
import { useSession } from '@/platform/session'
import { asApiError, useLoaded } from '@/platform/use-loaded'
import { PlainButton, PrimaryButton, WarnButton } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { HalfScreen } from '@/ui/half-screen'
import { Heading } from '@/ui/heading'
import { Notice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonRows } from '@/ui/skeleton'
import { ErrorState } from '@/ui/state-view'
import { consentsApi } from '../../accounts-consents.api'
import { copyOf, sayConsent, type PersonalFile, type PersonalFileKind } from '../../accounts-consents.rules'
import { SignInInvitation } from '../../components/sign-in-invitation'
import { forgetPerson } from '../../use-sign-in'

/** What to do when the copy was not handed over. */
const keptWords: Record<Exclude<HandOver, 'done'>, string> = {
  noRoom: '手机存储满了，放不下这份副本。腾出一些空间，再点一次。',
  turnedBack: '还没有发出去。再点一次，选自己的聊天发送。',
  impossible: '这里的微信发不了文件。请把微信更新到最新版，在手机上再试一次。',
}

/** What I agreed to and when, each taken back on its own; and a copy of what is stored about me. */
export default function ConsentsPage() {
  const token = useSession()
  const ledger = useLoaded(token, () => consentsApi.list({}))
  const [asked, setAsked] = useState<ConsentPurpose | null>(null)
  const [file, setFile] = useState<PersonalFile | null>(null)
  const [kept, setKept] = useState<keyof typeof keptWords | null>(null)
  const [busy, setBusy] = useState<'withdraw' | PersonalFileKind | null>(null)
  const [failure, setFailure] = useState<ApiError | null>(null)
  if (token === null) return <SignInInvitation icon="shield" title="登录后看我的授权" words="你同意过什么、什么时候同意的，都列在这里，可以逐项撤回。" />

  const act = async (what: NonNullable<typeof busy>, work: () => Promise<void>) => {
    if (busy !== null) return
    setBusy(what)
    setFailure(null)
    try {
      await work()
    } catch (error) {
      setFailure(asApiError(error))
    }
    setBusy(null)
  }
  const withdraw = (purpose: ConsentPurpose) =>
    void act('withdraw', async () => {
      const next = await consentsApi.withdraw({ params: { purpose }, body: {} })
      setAsked(null)
      if (purpose !== 'privacy') return ledger.replace(next)
      // The server has ended this session with the consent that it rested on.
      forgetPerson()
      goToTab('mine')
    })
  const prepare = (kind: PersonalFileKind) =>
    void act(kind, async () => {
      setKept(null)
      setFile(kind === 'csv' ? copyOf(kind, await consentsApi.exportMyTable({})) : copyOf(kind, await consentsApi.exportMine({})))
    })
  const save = async ({ name, type, text }: PersonalFile) => {
    const outcome = await saveText(name, type, text)
    if (outcome === 'done') setFile(null)
    else setKept(outcome)
  }

  const now = readClock()
  const known = ledger.data?.items.filter(({ history }) => history.length > 0)
  return (
    <Screen
      dialogs={
        <>
          {asked && <WithdrawDialog purpose={asked} items={ledger.data?.items ?? []} isBusy={busy === 'withdraw'} failure={failure} onWithdraw={() => withdraw(asked)} onClose={() => setAsked(null)} />}
          {file && (
            <HalfScreen title="副本准备好了" onClose={() => setFile(null)} footer={<PrimaryButton text={process.env.TARO_ENV === 'weapp' ? '发到自己的聊天' : '存到这台设备'} onTap={() => void save(file)} />}>
              <Text className="words">{file.name}</Text>
              <Text className="words">里面有你的个人信息，请妥善保管，不要发到群里。</Text>
              {kept && <Notice kind="warn" text={keptWords[kept]} />}
            </HalfScreen>
          )}
        </>
      }
    >
      {ledger.error && !ledger.data && <ErrorState error={ledger.error} onRetry={() => void ledger.reload()} />}
      {!ledger.data && !ledger.error && <SkeletonRows count={4} />}
      {known && (
        <>
          <Heading className="section" level={1}>同意过的用途</Heading>
          <View className="card card_cells">
            {known.map((item) => (
              <Cell key={item.purpose} icon={item.isStanding ? 'check' : 'close'} title={consentTexts[item.purpose].title} words={sayConsent(item, now)} value={item.isStanding ? '撤回' : '已撤回'} {...(item.isStanding ? { onTap: () => { setFailure(null); setAsked(item.purpose) } } : {})} />
            ))}
            {known.length === 0 && <Cell icon="info" title="还没有授权记录" words="用到个人信息时会先征得你同意，同意后列在这里。" />}
          </View>
          <Heading className="section">我的个人信息副本</Heading>
          <View className="card card_cells">
            <Cell title="表格" words="可以用 Excel、WPS 打开：账号、授权、报名、身份核对、接转和消息" value={busy === 'csv' ? '整理中…' : '下载'} onTap={() => prepare('csv')} />
            <Cell title="数据文件（JSON）" words="给别的程序读取用，内容相同" value={busy === 'json' ? '整理中…' : '下载'} onTap={() => prepare('json')} />
          </View>
        </>
      )}
      {failure && asked === null && <Notice kind="warn" text={failure.message} />}
    </Screen>
  )
}

interface WithdrawProps {
  purpose: ConsentPurpose
  items: ConsentLedger['items']
  isBusy: boolean
  failure: ApiError | null
  onWithdraw: () => void
  onClose: () => void
}

function WithdrawDialog({ purpose, items, isBusy, failure, onWithdraw, onClose }: WithdrawProps) {
  const others = purpose === 'privacy' ? items.filter((item) => item.isStanding && item.purpose !== 'privacy').map((item) => consentTexts[item.purpose].title) : []
  return (
    <HalfScreen
      title={`撤回“${consentTexts[purpose].title}”？`}
      onClose={onClose}
      footer={
        <>
          <WarnButton text="撤回授权" busyText={isBusy ? '正在撤回…' : null} onTap={onWithdraw} />
          <PlainButton text="先不撤回" onTap={onClose} />
        </>
      }
    >
      <Text className="words">{consentTexts[purpose].withdrawal}</Text>
      {others.length > 0 && <Text className="words">一起撤回的还有：{others.join('、')}。</Text>}
      {failure && <Notice kind="warn" text={failure.message} />}
    </HalfScreen>
  )
}
