import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Activity } from '@dangqun/contracts/activities/schemas'
import type { Candidate, CheckInBody, CheckInReply } from '@dangqun/contracts/activities/check-in/schemas'
import { sayWho } from '@dangqun/contracts/activities/check-in/rules'
import { signUpStateLabels } from '@dangqun/contracts/activities/vocabulary'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { useKeyed } from '@/platform/use-act'
import { asApiError } from '@/platform/use-loaded'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { sayTime } from '@/ui/dates.rules'
import { Field } from '@/ui/field'
import { HalfScreen } from '@/ui/half-screen'
import { Notice } from '@/ui/notice'
import { findKnown } from '../activities-candidates.rules'
import { checkInsApi } from '../activities-check-in.api'
import type { Desk } from '../use-desk'
import { DeskReason } from './desk-reason'

const usual = ['手机没电', '没带手机', '扫不出来', '不用智能手机']

interface DeskByHandProps {
  center: string
  activity: Activity
  /** Who was found at this door before: without a network they can still be written down. */
  known: readonly Candidate[]
  desk: Pick<Desk, 'take' | 'waiting'>
  onFound: (items: readonly Candidate[]) => void
  /** Somebody was signed up at the door. */
  onDone: (reply: CheckInReply) => void
  onClose: () => void
}

/** For who has no code at hand: found by name or number, or signed up at the door while there is a place. */
export function DeskByHand({ center, activity, known, desk, onFound, onDone, onClose }: DeskByHandProps) {
  const [term, setTerm] = useState('')
  const [found, setFound] = useState<{ term: string; items: readonly Candidate[] } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiError | null>(null)
  const [isSearching, setSearching] = useState(false)
  const [chosen, setChosen] = useState<Candidate | 'walk-in' | null>(null)
  const keyed = useKeyed<CheckInBody>()
  const asksName = activity.asks.includes('name')
  const hasPlace = activity.taken < activity.capacity

  const search = async () => {
    const q = term.trim()
    if (q === '') return setProblem(asksName ? '请输入姓名或报名序号' : '请输入报名序号')
    setSearching(true)
    setProblem(null)
    setFailure(null)
    try {
      const { items } = await checkInsApi.findCandidates({ params: { center, id: activity.id }, query: { q } })
      setFound({ term: q, items })
      onFound(items)
    } catch (error) {
      const refusal = asApiError(error)
      setFailure(refusal)
      const items = refusal.isRetryable ? findKnown(known, q) : []
      setFound(items.length > 0 ? { term: q, items } : null)
    } finally {
      setSearching(false)
    }
  }
  const write = async ({ signUpId, number }: Candidate, reason: string) => {
    onClose()
    await desk.take({ signUpId, reason, number })
  }
  const signUp = async (body: CheckInBody) => {
    onDone(await keyed(body, (idempotencyKey) => checkInsApi.checkIn({ params: { center, id: activity.id }, body }, { idempotencyKey })))
  }

  if (chosen === 'walk-in') {
    return <DeskReason title="现场报名并签到" note="占用一个空名额" label="姓名" placeholder="怎么称呼" okText="报名并签到" usual={[]} missing="请填写姓名" maxLength={30} onConfirm={(name) => signUp({ walkIn: { name } })} onClose={() => setChosen(null)} />
  }
  if (chosen) {
    return <DeskReason title={`登记 ${sayWho(chosen)}`} label="原因" placeholder="为什么手工登记" okText="登记签到" usual={usual} missing="请写明原因" onConfirm={(reason) => write(chosen, reason)} onClose={() => setChosen(null)} />
  }
  return (
    <HalfScreen title="找人登记" note={asksName ? '按姓名或报名序号找' : '这场活动没有登记姓名，按报名序号找'} onClose={onClose} footer={hasPlace ? <PlainButton text="没报名，现场报名" onTap={() => setChosen('walk-in')} /> : undefined}>
      <Field label={asksName ? '找谁' : '序号'} placeholder={asksName ? '姓名或报名序号' : '报名序号'} value={term} maxLength={30} kind={asksName ? 'text' : 'number'} error={problem} hasFocus onChange={setTerm} onConfirm={() => void search()} />
      <PrimaryButton text="查找" busyText={isSearching ? '正在查找…' : null} onTap={() => void search()} />
      {failure && <View className="desk-found"><Notice kind="warn" text={!failure.isRetryable ? failure.message : found ? '没有网络，只找得到刚才找过的人。登记先记在这部手机上，联网后自动补传。' : '没有网络，只找得到刚才找过的人，这里没有。请扫或输入签到码，会先记在手机上。'} /></View>}
      {found && found.items.length === 0 && <Text className="empty-line">{`没有找到「${found.term}」。${hasPlace ? '没报名的可以现场报名。' : ''}`}</Text>}
      {found && found.items.length > 0 && (
        <View className="desk-found">
          {found.items.map((one) => {
            const isKept = desk.waiting.some((scan) => 'signUpId' in scan && scan.signUpId === one.signUpId)
            const canCome = !isKept && one.checkedInAt === null && (one.state === 'confirmed' || one.state === 'absent')
            return <Cell key={one.signUpId} title={sayWho(one)} value={isKept ? '待同步' : one.checkedInAt === null ? (canCome ? '登记' : signUpStateLabels[one.state]) : `${sayTime(one.checkedInAt)} 已签到`} onTap={canCome ? () => setChosen(one) : undefined} />
          })}
        </View>
      )}
    </HalfScreen>
  )
}
