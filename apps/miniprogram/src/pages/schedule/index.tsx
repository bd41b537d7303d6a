import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import type { MySignUp } from '@dangqun/contracts/activities/schemas'
import { SignInInvitation } from '@/accounts/components/sign-in-invitation'
import { activitiesApi } from '@/activities/activities.api'
import { MySignUpCard } from '@/activities/components/my-sign-up-card'
import { TicketDialog } from '@/activities/components/ticket-dialog'
import { centerChoice } from '@/centers/centers-choice.store'
import { NoCenter } from '@/centers/components/no-center'
import { now as readClock } from '@/platform/clock'
import { goToActivities, goToActivity } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { useStore } from '@/platform/store'
import { usePages } from '@/platform/use-pages'
import { useReturn } from '@/platform/use-return'
import { PrimaryButton } from '@/ui/button'
import { Choices } from '@/ui/choices'
import { Heading } from '@/ui/heading'
import { ListEnd } from '@/ui/list-end'
import { StaleNotice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonRows } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { tabPage } from '@/ui/tab-page'

const times = [{ value: 'upcoming', text: '要参加的' }, { value: 'past', text: '过去的' }] as const

export default tabPage('schedule', SchedulePage)

function SchedulePage() {
  const slug = useStore(centerChoice)
  const token = useSession()
  const [when, setWhen] = useState<'upcoming' | 'past'>('upcoming')
  const [ticket, setTicket] = useState<MySignUp | null>(null)
  const center = slug ?? ''
  const list = usePages(slug && token && `${slug} ${token} ${when}`, (cursor) => activitiesApi.listMySignUps({ params: { center }, query: { when, cursor } }), { keptAs: `schedule ${center} ${when}` })
  usePullDownRefresh(() => void list.reload().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void list.loadMore())
  useReturn(() => void list.reload())

  if (slug === null) return <Screen><NoCenter words="选好中心，报过名的活动会记在这里。" /></Screen>
  if (token === null) return <SignInInvitation icon="calendar" title="登录后看日程" words="报过名的活动、签到码和候补位置都在这里。" />
  const now = readClock()
  return (
    <Screen shownAt={list.at} dialogs={ticket?.ticket && <TicketDialog ticket={ticket.ticket} activity={ticket.activity} onClose={() => setTicket(null)} />}>
      <Heading className="unseen" level={1}>我的日程</Heading>
      <View className="filters">
        <Choices label="时间" options={times} chosen={when} onChoose={setWhen} kind="segments" />
      </View>
      {list.error && list.items && <StaleNotice error={list.error} onRetry={() => void list.reload()} />}
      {list.error && !list.items && <ErrorState error={list.error} onRetry={() => void list.reload()} />}
      {!list.error && !list.items && <SkeletonRows count={3} />}
      {list.items?.length === 0 && when === 'upcoming' && (
        <StateView icon="calendar" title="还没有要参加的活动" words="看到合适的，点一下就能报名。">
          <PrimaryButton text="看看活动" onTap={() => goToActivities(slug)} />
        </StateView>
      )}
      {list.items?.length === 0 && when === 'past' && <StateView icon="calendar" title="这里还是空的" words="参加过或取消过的活动会留在这里。" />}
      {list.items?.map((signUp) => (
        <MySignUpCard key={signUp.id} signUp={signUp} now={now} onOpen={() => goToActivity(slug, signUp.activity.id)} onTicket={() => setTicket(signUp)} />
      ))}
      <ListEnd list={list} />
    </Screen>
  )
}
