import { useRef, useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { Appeal, MyNoShows } from '@dangqun/contracts/activities/no-shows/schemas'
import { appealStateLabels } from '@dangqun/contracts/activities/vocabulary'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { SignInInvitation } from '@/accounts/components/sign-in-invitation'
import { now as readClock, wait } from '@/platform/clock'
import { newKey } from '@/platform/keys'
import { persist } from '@/platform/persist.rules'
import { useSession } from '@/platform/session'
import { useDraft } from '@/platform/use-draft'
import { asApiError, useLoaded } from '@/platform/use-loaded'
import { PrimaryButton } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { sayDay, sayMoment } from '@/ui/dates.rules'
import { Field } from '@/ui/field'
import { Heading } from '@/ui/heading'
import { Icon } from '@/ui/icon'
import { ErrorNotice, Notice } from '@/ui/notice'
import { Restored } from '@/ui/restored'
import { Screen } from '@/ui/screen'
import { SkeletonRows } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { noShowsApi } from '../../activities.api'

/** My absences, until when signing up is paused, and the appeal against it. */
export default function NoShowsPage() {
  const { center = '' } = useRouter().params
  const token = useSession()
  const mine = useLoaded(token && `${center} ${token}`, () => noShowsApi.mine({ params: { center } }))
  usePullDownRefresh(() => void mine.reload().finally(() => Taro.stopPullDownRefresh()))
  if (token === null) return <SignInInvitation icon="calendar" title="登录后查看" words="报了名没有到场的记录和申诉都在这里。" />
  const { data, error } = mine
  const now = readClock()
  return (
    <Screen>
      {error && data && <ErrorNotice error={error} onRetry={() => void mine.reload()} />}
      {error && !data && <ErrorState error={error} onRetry={() => void mine.reload()} />}
      {!error && !data && <SkeletonRows count={3} />}
      {data && <Standing mine={data} now={now} />}
      {data?.appeal && <AppealCard appeal={data.appeal} now={now} />}
      {data?.allowedActions.includes('appeal') && <AppealForm center={center} onSent={mine.replace} />}
      {data && data.noShows.length > 0 && (
        <View>
          <Heading className="section">没有到场的活动</Heading>
          <View className="card card_cells">
            {data.noShows.map(({ id, title, startsAt, waiverReason }) => (
              <Cell key={id} title={title} words={waiverReason === null ? sayDay(startsAt, now) : `${sayDay(startsAt, now)} · 不计算：${waiverReason}`} />
            ))}
          </View>
        </View>
      )}
      {data && data.noShows.length === 0 && <StateView icon="calendar" title="没有未到场记录" words="来不了请提前取消，名额会留给排队的人。" />}
    </Screen>
  )
}

function Standing({ mine, now }: { mine: MyNoShows; now: Date }) {
  const rule = `${mine.windowDays} 天里有 ${mine.limit} 次报名后没有到场，会暂停报名 ${mine.pauseDays} 天。`
  if (mine.pausedUntil === null) return <Notice text={mine.noShows.length > 0 ? `现在可以正常报名。${rule}` : rule} />
  return (
    <View className="my-place my-place_waiting">
      <View className="my-place__head">
        <Icon name="clock" size={22} />
        <Text className="my-place__state">报名已暂停</Text>
      </View>
      <View className="my-place__rank">
        <Text className="my-place__word">到</Text>
        <Text className="my-place__figure my-place__figure_time">{sayDay(mine.pausedUntil, now).replace(/^周. /, '')}</Text>
        <Text className="my-place__word">为止</Text>
      </View>
      <Text className="my-place__words">{rule}</Text>
      <Text className="my-place__note">已经报上的活动不受影响。有特殊情况可以申诉。</Text>
    </View>
  )
}

function AppealCard({ appeal, now }: { appeal: Appeal; now: Date }) {
  return (
    <View className="card">
      <Heading className="card__title">{appealStateLabels[appeal.state]}</Heading>
      <Text className="paragraph">{`你说：${appeal.text}`}</Text>
      {appeal.answer !== null && <Text className="paragraph">{`答复：${appeal.answer}`}</Text>}
      <Text className="words">{`${sayMoment(appeal.decidedAt ?? appeal.createdAt, now)} ${appeal.decidedAt === null ? '提交' : '答复'}`}</Text>
    </View>
  )
}

function AppealForm({ center, onSent }: { center: string; onSent: (mine: MyNoShows) => void }) {
  const draft = useDraft(`appeal ${center}`, { text: '' })
  const [problem, setProblem] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiError | null>(null)
  const [isSending, setSending] = useState(false)
  const key = useRef<string | null>(null)

  const send = async () => {
    const text = draft.values.text.trim()
    setFailure(null)
    setProblem(text.length < 5 ? '请写明情况，至少 5 个字' : null)
    if (text.length < 5 || isSending) return
    setSending(true)
    const idempotencyKey = (key.current ??= newKey())
    try {
      const mine = await persist(() => noShowsApi.appeal({ params: { center }, body: { text } }, { idempotencyKey }), { wait })
      draft.clear()
      onSent(mine)
    } catch (error) {
      const refusal = asApiError(error)
      if (!refusal.isRetryable) key.current = null
      setFailure(refusal)
      setSending(false)
    }
  }
  return (
    <View className="card">
      <Heading className="card__title">申诉</Heading>
      <Restored draft={draft} />
      <Field
        label="情况"
        placeholder="例如：临时住院，没顾上取消"
        value={draft.values.text}
        maxLength={500}
        error={problem}
        onChange={(text) => {
          // Another text is another appeal.
          key.current = null
          draft.change({ text })
        }}
      />
      {failure && <Notice kind="warn" text={failure.message} />}
      <PrimaryButton text="提交申诉" busyText={isSending ? '正在提交…' : null} onTap={() => void send()} />
    </View>
  )
}
