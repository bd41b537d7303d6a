import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { programmes } from '@dangqun/contracts/centers/vocabulary'
import { now as readClock } from '@/platform/clock'
import { goToActivity } from '@/platform/routes'
import { usePages } from '@/platform/use-pages'
import { PlainButton, Tap } from '@/ui/button'
import { Choices } from '@/ui/choices'
import { Heading } from '@/ui/heading'
import { Icon } from '@/ui/icon'
import { ListEnd } from '@/ui/list-end'
import { StaleNotice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonRows } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { activitiesApi } from '../../activities.api'
import { sayFilter, wholeList, type ActivityFilter } from '../../activities-filter.rules'
import { ActivityRow } from '../../components/activity-row'
import { FilterDialog } from '../../components/filter-dialog'

const times = [{ value: 'upcoming', text: '近期' }, { value: 'past', text: '往期' }] as const

export default function ActivitiesListPage() {
  const { center = '', programme: asked } = useRouter().params
  const [filter, setFilter] = useState<ActivityFilter>({ programme: programmes.find((each) => each === asked) ?? null, kind: null })
  const [isFiltering, setFiltering] = useState(false)
  const { programme, kind } = filter
  const [when, setWhen] = useState<'upcoming' | 'past'>('upcoming')
  const list = usePages(`${center} ${programme ?? ''} ${kind ?? ''} ${when}`, (cursor) =>
    activitiesApi.list({ params: { center }, query: { when, programme: programme ?? undefined, kind: kind ?? undefined, cursor } }),
  )
  usePullDownRefresh(() => void list.reload().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void list.loadMore())
  const now = readClock()
  const isFiltered = programme !== null || kind !== null
  return (
    <Screen
      shownAt={list.at}
      dialogs={
        isFiltering && (
          <FilterDialog
            filter={filter}
            onChoose={(chosen) => {
              setFilter(chosen)
              setFiltering(false)
            }}
            onClose={() => setFiltering(false)}
          />
        )
      }
    >
      <Heading className="unseen" level={1}>活动</Heading>
      <View className="filter-row">
        <Choices label="时间" options={times} chosen={when} onChoose={setWhen} kind="segments" />
        <Tap className={`filter-row__more ${isFiltered ? 'filter-row__more_on' : ''}`} label={isFiltered ? `筛选，已选${sayFilter(filter)}` : '筛选'} onTap={() => setFiltering(true)}>
          <Text>{isFiltered ? sayFilter(filter) : '筛选'}</Text>
          <Icon name="down" size={16} />
        </Tap>
      </View>
      {list.error && list.items && <StaleNotice error={list.error} onRetry={() => void list.reload()} />}
      {list.error && !list.items && <ErrorState error={list.error} onRetry={() => void list.reload()} />}
      {!list.error && !list.items && <SkeletonRows count={6} />}
      {list.items?.length === 0 && (
        <StateView icon="calendar" title={when === 'past' ? '还没有往期活动' : '近期没有这类活动'} words={when === 'past' ? undefined : '新活动会先发在这里，也可以看看其他板块。'}>
          {isFiltered && <PlainButton text="看全部活动" onTap={() => setFilter(wholeList)} />}
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
