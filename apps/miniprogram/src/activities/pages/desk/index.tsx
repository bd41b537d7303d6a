import { useEffect, useRef, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useDidHide, useDidShow, useRouter } from '@tarojs/taro'
import type { Activity } from '@dangqun/contracts/activities/schemas'
import type { Candidate, CheckIn } from '@dangqun/contracts/activities/check-in/schemas'
import { sayWho } from '@dangqun/contracts/activities/check-in/rules'
import { SignInInvitation } from '@/accounts/components/sign-in-invitation'
import { now as readClock } from '@/platform/clock'
import { goToActivity } from '@/platform/routes'
import { scanCode } from '@/platform/scan'
import { useSession } from '@/platform/session'
import { asApiError, useLoaded } from '@/platform/use-loaded'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { saySpan } from '@/ui/dates.rules'
import { Field } from '@/ui/field'
import { Heading } from '@/ui/heading'
import { Icon, type IconName } from '@/ui/icon'
import { Live } from '@/ui/live'
import { ErrorNotice, Notice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonPage } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { activitiesApi } from '../../activities.api'
import { withFound } from '../../activities-candidates.rules'
import { checkInsApi } from '../../activities-check-in.api'
import { DeskByHand } from '../../components/desk-by-hand'
import { DeskKept } from '../../components/desk-kept'
import { DeskList } from '../../components/desk-list'
import { DeskReason } from '../../components/desk-reason'
import { useDesk, type Outcome } from '../../use-desk'

/** Checks people in at the door of one activity. Opened before, it goes on without a network, after a kill too. */
export default function DeskPage() {
  const { center = '', id = '' } = useRouter().params
  const token = useSession()
  const activity = useLoaded(token && `${center} ${id} ${token}`, () => activitiesApi.get({ params: { center, id } }), { keptAs: `activity ${center} ${id}` })
  if (token === null) return <SignInInvitation icon="scan" title="登录后签到" words="工作人员登录后可以扫码签到。没同步的签到还在这部手机上，登录后自动补传。" />
  if (!activity.data) {
    return <Screen>{activity.error ? <ErrorState error={activity.error} onRetry={() => void activity.reload()} /> : <SkeletonPage />}</Screen>
  }
  if (!activity.data.allowedActions.includes('check-in')) {
    return (
      <Screen>
        <StateView icon="scan" title="这里不能签到" words="签到台给本中心的工作人员用，活动发布以后才能签到。">
          <PlainButton text="看活动" onTap={() => goToActivity(center, id)} />
        </StateView>
      </Screen>
    )
  }
  return <OpenDesk center={center} activity={activity.data} onChange={() => void activity.reload()} />
}

const liveMs = 5_000
const usual = ['扫错了人', '走错了场', '没有真的到场']

function OpenDesk({ center, activity, onChange }: { center: string; activity: Activity; onChange: () => void }) {
  const params = { center, id: activity.id }
  const list = useLoaded(`${center} ${activity.id}`, async () => {
    const page = await checkInsApi.list({ params, query: { limit: 20 } })
    return { ...page, offsetMs: Date.parse(page.now) - readClock().getTime() }
  })
  const { reload } = list
  const desk = useDesk(center, activity.id, activity.title, list.data?.offsetMs ?? null, () => void reload())
  useLive(reload)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isByHand, setByHand] = useState(false)
  // In memory only: names are not stored on the staff's phone.
  const [known, setKnown] = useState<readonly Candidate[]>([])
  const [undoing, setUndoing] = useState<CheckIn | null>(null)

  const scan = async () => {
    const { code, hasLeft } = await scanCode()
    if (hasLeft) return
    if (code === null) return setProblem('这里不能扫码，请输入签到码')
    setProblem(null)
    await desk.take({ ticket: code })
  }
  const enter = async () => {
    // The server reads it as it is written; a forgotten symbol is told while the person still stands here.
    if (typed.replace(/[\s\-–—]/g, '').length !== 12) return setProblem('签到码是 12 位，请对照报名人的手机再输一次')
    setProblem(null)
    setTyped('')
    await desk.take({ ticket: typed.trim() })
  }
  const act = async (checkIn: CheckIn, reason: string | null) => {
    const of = { ...params, checkIn: checkIn.id }
    await (reason === null ? checkInsApi.confirm({ params: of, body: {} }) : checkInsApi.undo({ params: of, body: { reason } }))
    desk.tell('done', reason === null ? `${sayWho(checkIn)} 时间已核对` : `${sayWho(checkIn)} 的签到已撤销，记录保留`)
    setUndoing(null)
    onChange()
    await reload()
  }
  const dialogs = (
    <>
      {isByHand && (
        <DeskByHand
          center={center}
          activity={activity}
          known={known}
          desk={desk}
          onFound={(items) => setKnown((before) => withFound(before, items))}
          onDone={({ checkIn, isRepeat }) => {
            setByHand(false)
            desk.tell(isRepeat ? 'repeat' : 'done', isRepeat ? `${sayWho(checkIn)} 之前已签到` : `${sayWho(checkIn)} 已签到`)
            onChange()
            void reload()
          }}
          onClose={() => setByHand(false)}
        />
      )}
      {undoing && <DeskReason title={`撤销 ${sayWho(undoing)} 的签到？`} note={undoing.isWalkIn ? '现场报名占的名额会一起让出来' : '报名还在，可以再签到'} label="原因" placeholder="为什么撤销" okText="撤销签到" usual={usual} missing="请写明原因" isUndoing onConfirm={(reason) => act(undoing, reason)} onClose={() => setUndoing(null)} />}
    </>
  )
  const counts = list.data?.counts
  return (
    <Screen
      dialogs={dialogs}
      bar={
        <View className="answers">
          <PlainButton text="找人登记" onTap={() => setByHand(true)} />
          <PrimaryButton text="扫签到码" busyText={desk.isSending ? '正在签到…' : null} onTap={() => void scan()} />
        </View>
      }
    >
      <View className="card desk-head">
        <Heading className="arriving__title" level={1}>{activity.title}</Heading>
        <Text className="arriving__words">{`${saySpan(activity.startsAt, activity.endsAt, readClock())} · ${activity.place}`}</Text>
        <View className="desk-count">
          <Text className="desk-count__figure">{String(counts?.checkedIn ?? '–')}</Text>
          <Text className="desk-count__of">{`/ ${counts?.expected ?? '–'} 人已签到`}</Text>
        </View>
        {(counts?.flagged ?? 0) > 0 && <Text className="coming__words coming__words_flag">{`${counts?.flagged ?? 0} 条时间待核对`}</Text>}
      </View>
      {!desk.isReachable && <Notice text="照常扫码：先记在这部手机上，联网后自动补传，不丢也不重复。" />}
      <Live>{desk.outcome && <OutcomeCard key={desk.outcome.turn} outcome={desk.outcome} />}</Live>
      <View className="card arriving desk-typed">
        <Field label="签到码" placeholder="扫不了就输入 12 位码" value={typed} maxLength={32} error={problem} onChange={setTyped} onConfirm={() => void enter()} />
        <PlainButton text="签到" isDisabled={desk.isSending} onTap={() => void enter()} />
      </View>
      <DeskKept desk={desk} />
      <Heading className="section">最近签到</Heading>
      {list.error && !list.error.isRetryable && <ErrorNotice error={list.error} onRetry={() => void reload()} />}
      {!list.data && !list.error && <Text className="empty-line">正在读取…</Text>}
      {!list.data && list.error?.isRetryable && <Text className="empty-line">联网后显示。</Text>}
      {list.data?.items.length === 0 && <Text className="empty-line">还没有人签到，扫码和手工登记的都会出现在这里。</Text>}
      {list.data && list.data.items.length > 0 && (
        <DeskList items={list.data.items} onUndo={setUndoing} onConfirm={(checkIn) => void act(checkIn, null).catch((error: unknown) => desk.tell('refused', asApiError(error).message))} />
      )}
      <Text className="arriving__note">签到自愿，只记录到场，不排名、不记录位置。</Text>
    </Screen>
  )
}

const icons: Record<Outcome['tone'], IconName> = { done: 'check', repeat: 'info', kept: 'clock', refused: 'close' }

function OutcomeCard({ outcome }: { outcome: Outcome }) {
  return (
    <View className={`desk-outcome desk-outcome_${outcome.tone}`}>
      <Icon name={icons[outcome.tone]} size={28} />
      <Text className="desk-outcome__words">{outcome.words}</Text>
    </View>
  )
}

/** Asks again and again while the page is seen, each time after the answer before. */
function useLive(reload: () => Promise<void>): void {
  const [isSeen, setSeen] = useState(true)
  const latest = useRef(reload)
  useDidShow(() => setSeen(true))
  useDidHide(() => setSeen(false))
  useEffect(() => {
    latest.current = reload
  })
  useEffect(() => {
    if (!isSeen) return undefined
    let timer: ReturnType<typeof setTimeout>
    const next = () => {
      timer = setTimeout(() => void latest.current().then(next), liveMs)
    }
    next()
    return () => clearTimeout(timer)
  }, [isSeen])
}
