import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { now as readClock } from '@/platform/clock'
import { goToAnnouncements } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { useLoaded } from '@/platform/use-loaded'
import { PlainButton } from '@/ui/button'
import { sayMoment } from '@/ui/dates.rules'
import { Heading } from '@/ui/heading'
import { ErrorNotice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonPage } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { announcementsApi } from '../../notices.api'

export default function AnnouncementPage() {
  const { center = '', id = '' } = useRouter().params
  const token = useSession()
  const { data, error, reload } = useLoaded(`${center} ${id} ${token ?? ''}`, () => announcementsApi.get({ params: { center, id } }))
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  const all = <PlainButton text="全部公告" onTap={() => goToAnnouncements(center)} />
  if (!data) {
    return (
      <Screen>
        {!error && <SkeletonPage />}
        {error && (error.status === 404 || error.status === 400) && <StateView icon="empty" title="找不到这则公告" words="可能已经撤回。">{all}</StateView>}
        {error && error.status !== 404 && error.status !== 400 && <ErrorState error={error} onRetry={() => void reload()} />}
      </Screen>
    )
  }
  return (
    <Screen>
      {error && <ErrorNotice error={error} onRetry={() => void reload()} />}
      <View className="card announcement">
        <Heading className="announcement__title" level={1}>{data.title}</Heading>
        {data.publishedAt && <Text className="announcement__time">{sayMoment(data.publishedAt, readClock())}</Text>}
        {data.body.split('\n').map((paragraph, index) => (
          <Text key={index} className="announcement__paragraph">{paragraph}</Text>
        ))}
      </View>
      <View className="actions">{all}</View>
    </Screen>
  )
}
