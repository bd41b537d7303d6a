import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { SignInInvitation } from '@/accounts/components/sign-in-invitation'
import { now as readClock } from '@/platform/clock'
import { goToDesk } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { useStore } from '@/platform/store'
import { useLoaded } from '@/platform/use-loaded'
import { Cell } from '@/ui/cell'
import { saySpan } from '@/ui/dates.rules'
import { Heading } from '@/ui/heading'
import { StaleNotice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonRows } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { activitiesApi } from '../../activities.api'
import { unsettledDoors } from '../../activities-doors.rules'
import { doorsStore } from '../../activities-doors.store'

/** Which door? What is on or coming, and whatever still has scans on this phone. */
export default function DesksPage() {
  const { center = '' } = useRouter().params
  const token = useSession()
  const { data, at, error, reload } = useLoaded(token && `${center} ${token}`, () => activitiesApi.list({ params: { center }, query: { when: 'upcoming', limit: 20 } }), { keptAs: `desks ${center}` })
  const unsettled = unsettledDoors(useStore(doorsStore), center)
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  if (token === null) return <SignInInvitation icon="scan" title="登录后签到" words="工作人员登录后可以扫码签到。没同步的签到还在这部手机上，登录后自动补传。" />
  const now = readClock()
  const coming = data?.items.filter(({ state }) => state === 'published' || state === 'closed') ?? []
  const others = unsettled.filter(({ id }) => !coming.some((activity) => activity.id === id))
  return (
    <Screen shownAt={at}>
      <Heading className="section" level={1}>哪一场活动？</Heading>
      {error && data && <StaleNotice error={error} onRetry={() => void reload()} />}
      {error && !data && <ErrorState error={error} onRetry={() => void reload()} />}
      {!error && !data && <SkeletonRows count={4} />}
      {coming.length + others.length > 0 && (
        <View className="card card_cells">
          {others.map(({ id, title, count }) => (
            <Cell key={id} title={title} words="这部手机上还有没处理完的签到" value={`${count} 条`} onTap={() => goToDesk(center, id)} />
          ))}
          {coming.map((activity) => {
            const count = unsettled.find(({ id }) => id === activity.id)?.count ?? 0
            return <Cell key={activity.id} title={activity.title} words={`${saySpan(activity.startsAt, activity.endsAt, now)} · ${activity.place}`} value={count > 0 ? `${count} 条没处理完` : undefined} onTap={() => goToDesk(center, activity.id)} />
          })}
        </View>
      )}
      {data && coming.length + others.length === 0 && <StateView icon="calendar" title="近期没有要签到的活动" words="活动在管理后台发布以后，会出现在这里。" />}
    </Screen>
  )
}
