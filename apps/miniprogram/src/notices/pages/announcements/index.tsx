import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { now as readClock } from '@/platform/clock'
import { goToAnnouncement } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { usePages } from '@/platform/use-pages'
import { Cell } from '@/ui/cell'
import { sayDay } from '@/ui/dates.rules'
import { Heading } from '@/ui/heading'
import { ListEnd } from '@/ui/list-end'
import { ErrorNotice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonRows } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { announcementsApi } from '../../notices.api'

export default function AnnouncementsPage() {
  const { center = '' } = useRouter().params
  const token = useSession()
  const list = usePages(`${center} ${token ?? ''}`, (cursor) => announcementsApi.list({ params: { center }, query: { cursor } }))
  usePullDownRefresh(() => void list.reload().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void list.loadMore())
  const now = readClock()
  return (
    <Screen>
      <Heading className="unseen" level={1}>公告</Heading>
      {list.error && list.items && <ErrorNotice error={list.error} onRetry={() => void list.reload()} />}
      {list.error && !list.items && <ErrorState error={list.error} onRetry={() => void list.reload()} />}
      {!list.error && !list.items && <SkeletonRows count={5} />}
      {list.items?.length === 0 && <StateView icon="bell" title="还没有公告" words="放假安排、临时闭馆这类事会写在这里。" />}
      {list.items && list.items.length > 0 && (
        <View className="card card_cells">
          {list.items.map(({ id, title, publishedAt }) => (
            <Cell key={id} title={title} words={publishedAt ? sayDay(publishedAt, now) : ''} onTap={() => goToAnnouncement(center, id)} />
          ))}
        </View>
      )}
      <ListEnd list={list} />
    </Screen>
  )
}
