import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { Activity, SignUp } from '@dangqun/contracts/activities/schemas'
import { useCenter } from '@/centers/centers.api'
import { CodeEntry } from '@/centers/components/code-entry'
import { now as readClock } from '@/platform/clock'
import { NotifyMe } from '@/notices/components/notify-me'
import { call } from '@/platform/phone-call'
import { goToActivities, goToCheckIn, goToDesk, goToNoShows } from '@/platform/routes'
import { session, useSession } from '@/platform/session'
import { useChange, useReturn } from '@/platform/use-return'
import { useLoaded } from '@/platform/use-loaded'
import { PlainButton } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { Live } from '@/ui/live'
import { Notice, StaleNotice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonPage } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { activitiesApi } from '../../activities.api'
import { activeSignUp, canCheckIn, sayEnded } from '../../activities-words.rules'
import { ActivityDescription, ActivityFacts, ActivityHead } from '../../components/activity-facts'
import { MyPlace } from '../../components/my-place'
import { SignUpBar } from '../../components/sign-up-bar'
import { useAnswer } from '../../use-answer'
import { useCancel } from '../../use-cancel'
import { useSignUp } from '../../use-sign-up'

export default function ActivityDetailPage() {
  const { center = '', id = '' } = useRouter().params
  const token = useSession()
  const activity = useLoaded(`${center} ${id}`, () => loadActivity(center, id), { keptAs: `activity ${center} ${id}` })
  const { data: card } = useCenter(center)
  const { reload, replace, data } = activity
  // The API answers standing sign-ups only; what became of mine on this visit is told until another one stands.
  const [ended, setEnded] = useState<SignUp | null>(null)

  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  // Others sign up meanwhile, and the waitlist moves: what is shown after coming back is the state of now.
  useReturn(() => void reload())
  // Another session sees another sign-up; the page stays while it is asked for.
  useChange(token, () => void reload())

  const keep = useCallback(
    (signUp: SignUp) => {
      if (data) replace({ ...data, mySignUp: signUp })
      setEnded(activeSignUp(signUp) ? null : signUp)
      void Taro.pageScrollTo({ scrollTop: 0, duration: 200 }).catch(() => undefined)
      void reload()
    },
    [data, replace, reload],
  )
  const journey = useSignUp(center, data, keep)
  const cancelling = useCancel(center, keep)
  const answering = useAnswer(center, keep, reload)
  const dialogs = (
    <>
      {journey.dialogs}
      {cancelling.dialogs}
    </>
  )

  if (!data) return <Screen dialogs={dialogs}>{activity.error ? <NotShown center={center} {...activity} /> : <SkeletonPage />}</Screen>
  const now = readClock()
  const mine = activeSignUp(data.mySignUp)
  return (
    <Screen
      shownAt={activity.at}
      dialogs={dialogs}
      bar={<SignUpBar activity={data} now={now} journey={journey} cancelling={cancelling} answering={answering} phone={card?.phone ?? null} onCall={call} onAppeal={() => goToNoShows(center)} />}
    >
      {activity.error && <StaleNotice error={activity.error} onRetry={() => void reload()} />}
      {data.state === 'cancelled' && <Notice kind="warn" text={`活动已取消${data.cancelReason ? `：${data.cancelReason}` : '，给你带来不便，抱歉'}`} />}
      <ActivityHead activity={data} />
      {data.allowedActions.includes('check-in') && (
        <View className="card card_cells">
          <Cell icon="scan" title="签到台" words="工作人员用：扫签到码、找人登记" onTap={() => goToDesk(center, id)} />
        </View>
      )}
      <Live>
        {mine && data.state !== 'cancelled' && <MyPlace signUp={mine} now={now} onCheckIn={canCheckIn(data, mine, now) ? () => goToCheckIn(center, id) : null} />}
        {!mine && ended && data.state !== 'cancelled' && <Notice text={sayEnded(ended)} />}
      </Live>
      {mine && (data.state === 'published' || data.state === 'closed') && <NotifyMe center={center} topics={mine.state === 'waitlisted' ? ['waitlistTurn', 'activityChange'] : ['activityChange']} />}
      <ActivityFacts activity={data} now={now} />
      <ActivityDescription text={data.description} />
    </Screen>
  )
}

/** A session that ended meanwhile must not keep anyone from reading: the same page comes back without it. */
async function loadActivity(center: string, id: string): Promise<Activity> {
  const hadSession = session.token() !== null
  try {
    return await activitiesApi.get({ params: { center, id } })
  } catch (error) {
    if (hadSession && session.token() === null) return activitiesApi.get({ params: { center, id } })
    throw error
  }
}

function NotShown({ center, error, reload }: { center: string } & Pick<ReturnType<typeof useLoaded<Activity>>, 'error' | 'reload'>) {
  if (!error) return null
  if (error.status !== 404 && error.status !== 400) return <ErrorState error={error} onRetry={() => void reload()} />
  return (
    <StateView icon="empty" title="找不到这个活动" words="可能已经下架，或链接不完整。可以看看其他活动，或按海报上的编码再输一次。">
      <PlainButton text="看看其他活动" onTap={() => goToActivities(center)} />
      <CodeEntry />
    </StateView>
  )
}
