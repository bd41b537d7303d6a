import { useEffect, useRef, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { now as readClock } from '@/platform/clock'
import { goToActivity } from '@/platform/routes'
import { scanCode } from '@/platform/scan'
import { splitScene } from '@/platform/scene'
import { useLoaded } from '@/platform/use-loaded'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { saySpan, sayTime } from '@/ui/dates.rules'
import { Field } from '@/ui/field'
import { Heading } from '@/ui/heading'
import { Icon } from '@/ui/icon'
import { Notice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { activitiesApi } from '../../activities.api'
import { useCheckIn } from '../../use-check-in'

/** At the door: the code on the screen is scanned or typed, and a plain word says that one is here. */
export default function CheckInPage() {
  const { center = '', id = '', code } = useRouter().params
  const activity = useLoaded(`${center} ${id}`, () => activitiesApi.get({ params: { center, id } }))
  const checkIn = useCheckIn(center, id)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const { send, done } = checkIn

  // A code that was scanned on the way here is sent once, whatever is rendered again.
  const sent = useRef(false)
  useEffect(() => {
    if (!code || sent.current) return
    sent.current = true
    void send(code)
  }, [code, send])

  const scan = async () => {
    setProblem(null)
    const { code: read, hasLeft } = await scanCode()
    if (hasLeft) return
    if (read === null) return setProblem('这里不能扫码，请输入屏幕上的 8 位码')
    const { scene, rotating } = splitScene(read)
    if (rotating !== null && activity.data && scene !== activity.data.sceneCode) return setProblem('这是另一场活动的现场码，请回首页点“扫一扫”')
    await send(rotating ?? read)
  }
  const enter = async () => {
    if (typed.trim() === '') return setProblem('请输入屏幕上的 8 位码')
    setProblem(null)
    await send(typed.trim().slice(0, 32))
  }

  if (done) {
    return (
      <Screen>
        <View className="arrived">
          <View className="arrived__sign"><Icon name="check" size={56} /></View>
          <Text className="arrived__title">{done.isRepeat ? '你已经签到过了' : '签到成功'}</Text>
          <Text className="arrived__time">{sayTime(done.checkIn.at)}</Text>
          {activity.data && <Text className="arrived__words">{activity.data.title}</Text>}
        </View>
        <View className="actions"><PlainButton text="看活动" onTap={() => goToActivity(center, id)} /></View>
      </Screen>
    )
  }
  const error = problem ?? checkIn.error?.message ?? null
  return (
    <Screen dialogs={checkIn.dialogs}>
      {activity.data && (
        <View className="card arriving">
          <Text className="arriving__title">{activity.data.title}</Text>
          <Text className="arriving__words">{`${saySpan(activity.data.startsAt, activity.data.endsAt, readClock())} · ${activity.data.place}`}</Text>
        </View>
      )}
      {activity.error && <Notice kind="warn" text={activity.error.message} />}
      {checkIn.hasLeft && <Notice text="没有登录，也没有签到。签到要知道是谁报的名。" />}
      <View className="actions">
        <PrimaryButton text="扫现场码" busyText={checkIn.isUnderWay ? '正在签到…' : null} onTap={() => void scan()} />
      </View>
      <Heading className="section">扫不了？输入屏幕上的码</Heading>
      <View className="card arriving">
        <Field label="现场码" placeholder="8 位字母数字" value={typed} maxLength={32} error={error} onChange={setTyped} onConfirm={() => void enter()} />
      </View>
      <View className="actions">
        <PlainButton text="签到" isDisabled={checkIn.isUnderWay} onTap={() => void enter()} />
      </View>
      <Text className="arriving__note">签到自愿，只记录你到了，不记录位置。也可以请工作人员登记。</Text>
    </Screen>
  )
}
