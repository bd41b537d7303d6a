import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { activityKindLabels, activityKinds, type ActivityKind } from '@dangqun/contracts/activities/vocabulary'
import { programmeLabels, programmes, type Programme } from '@dangqun/contracts/centers/vocabulary'
import { now as readClock } from '@/platform/clock'
import { goToActivity } from '@/platform/routes'
import { usePages } from '@/platform/use-pages'
import { PlainButton } from '@/ui/button'
import { Choices } from '@/ui/choices'
import { Heading } from '@/ui/heading'
import { ListEnd } from '@/ui/list-end'
import { StaleNotice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonRows } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { activitiesApi } from '../../activities.api'
import { ActivityRow } from '../../components/activity-row'

const times = [{ value: 'upcoming', text: '近期' }, { value: 'past', text: '往期' }] as const
const choices = [{ value: null, text: '全部' }, ...programmes.map((value) => ({ value, text: programmeLabels[value].name }))]

const kinds = [{ value: null, text: '各类活动' }, ...activityKinds.filter((value) => value !== 'general').map((value) => ({ value, text: activityKindLabels[value] }))]

export default function ActivitiesListPage() {
  const { center = '', programme: asked } = useRouter().params
  const [programme, setProgramme] = useState<Programme | null>(programmes.find((each) => each === asked) ?? null)
  const [kind, setKind] = useState<ActivityKind | null>(null)
  const [when, setWhen] = useState<'upcoming' | 'past'>('upcoming')
  const list = usePages(`${center} ${programme ?? ''} ${kind ?? ''} ${when}`, (cursor) =>
    activitiesApi.list({ params: { center }, query: { when, programme: programme ?? undefined, kind: kind ?? undefined, cursor } }),
  )
  usePullDownRefresh(() => void list.reload().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void list.loadMore())
  const now = readClock()
  return (
    <Screen shownAt={list.at}>
      <Heading className="unseen" level={1}>活动</Heading>
      <View className="filters">
        <Choices label="时间" options={times} chosen={when} onChoose={setWhen} kind="segments" />
        <Choices label="服务板块" options={choices} chosen={programme} onChoose={setProgramme} />
        <Choices label="活动类型" options={kinds} chosen={kind} onChoose={setKind} />
      </View>
      {list.error && list.items && <StaleNotice error={list.error} onRetry={() => void list.reload()} />}
      {list.error && !list.items && <ErrorState error={list.error} onRetry={() => void list.reload()} />}
      {!list.error && !list.items && <SkeletonRows count={6} />}
      {list.items?.length === 0 && (
        <StateView icon="calendar" title={when === 'past' ? '还没有往期活动' : '近期没有这类活动'} words={when === 'past' ? undefined : '新活动会先发在这里，也可以看看其他板块。'}>
          {(programme !== null || kind !== null) && (
            <PlainButton
              text="看全部活动"
              onTap={() => {
                setProgramme(null)
                setKind(null)
              }}
            />
          )}
        </StateView>
      )}
      {list.items && list.items.length > 0 && (
        <View className="card card_rows">
          {list.items.map((activity) => (
            <ActivityRow key={activity.id} activity={activity} now={now} onTap={() => goToActivity(center, activity.id)} />
          ))}
        </View>
      )}
      <ListEnd list={list} />
    </Screen>
  )
}
