import { Text, View } from '@tarojs/components'
import { now as readClock } from '@/platform/clock'
import { goToActivities, goToActivity } from '@/platform/routes'
import { useLoaded } from '@/platform/use-loaded'
import { useChange } from '@/platform/use-return'
import { LinkButton } from '@/ui/button'
import { Heading } from '@/ui/heading'
import { ErrorNotice, StaleNotice } from '@/ui/notice'
import { SkeletonRows } from '@/ui/skeleton'
import { activitiesApi } from '../activities.api'
import { ActivityRow } from './activity-row'

const shown = 4

/** What is on at a centre, soonest first. `turn` rises when the page wants fresh data. */
export function ComingActivities({ center, turn }: { center: string; turn: number }) {
  const { data, error, reload } = useLoaded(center, () => activitiesApi.list({ params: { center }, query: { when: 'upcoming', limit: shown } }), { keptAs: `coming ${center}` })
  useChange(turn, () => void reload())
  const now = readClock()
  return (
    <View>
      <View className="section-head">
        <Heading className="section">近期活动</Heading>
        <LinkButton text="全部活动" onTap={() => goToActivities(center)} />
      </View>
      {error && (data ? <StaleNotice error={error} onRetry={() => void reload()} /> : <ErrorNotice error={error} onRetry={() => void reload()} />)}
      {!data && !error && <SkeletonRows count={3} />}
      {data?.items.length === 0 && <Text className="empty-line">近期还没有活动，新活动会先发在这里。</Text>}
      {data && data.items.length > 0 && (
        <View className="card card_rows">
          {data.items.map((activity) => (
            <ActivityRow key={activity.id} activity={activity} now={now} onTap={() => goToActivity(center, activity.id)} />
          ))}
        </View>
      )}
    </View>
  )
}
