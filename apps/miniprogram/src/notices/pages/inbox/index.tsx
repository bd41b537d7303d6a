import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import type { Notice } from '@dangqun/contracts/notices/schemas'
import { deskKinds } from '@dangqun/contracts/notices/vocabulary'
import { SignInInvitation } from '@/accounts/components/sign-in-invitation'
import { now as readClock } from '@/platform/clock'
import { goToActivity, goToAnnouncement, goToBindings, goToDemand, goToTransfer } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { asApiError } from '@/platform/use-loaded'
import { usePages } from '@/platform/use-pages'
import { useReturn } from '@/platform/use-return'
import { PlainButton } from '@/ui/button'
import { Heading } from '@/ui/heading'
import { ListEnd } from '@/ui/list-end'
import { ErrorNotice, Notice as NoticeLine } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonRows } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { noticesApi } from '../../notices.api'
import { unread } from '../../notices-unread.store'
import { NoticeRow } from '../../components/notice-row'

export default function InboxPage() {
  const { center = '' } = useRouter().params
  const token = useSession()
  const list = usePages(token && `${center} ${token}`, (cursor) => noticesApi.listMine({ params: { center }, query: { cursor } }))
  const [isMarking, setMarking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  usePullDownRefresh(() => void list.reload().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void list.loadMore())
  useReturn(() => void list.reload())

  if (token === null) return <SignInInvitation icon="bell" title="登录后看消息" words="你报名的活动有变动，会在这里告诉你。" />
  const open = (notice: Notice) => {
    // Going there must not wait for the mark; when it is lost, the notice is simply unread still.
    const marked = notice.readAt === null ? noticesApi.read({ params: { center, id: notice.id }, body: {} }).catch(() => undefined) : Promise.resolve()
    // The desk's queues are worked off in the console.
    if (deskKinds.includes(notice.kind)) return void marked.then(() => list.reload())
    if (notice.subject.slice === 'organization') return goToBindings(center)
    if (notice.subject.slice === 'activities') goToActivity(center, notice.subject.id)
    else if (notice.subject.slice === 'transfer') goToTransfer(center, notice.subject.id)
    else if (notice.subject.slice === 'financing') goToDemand(center, notice.subject.id)
    else goToAnnouncement(center, notice.subject.id)
  }
  const readAll = async (newest: Notice) => {
    setMarking(true)
    setTrouble(null)
    try {
      unread.set((await noticesApi.readAll({ params: { center }, body: { until: newest.createdAt } })).unread)
      await list.reload()
    } catch (error) {
      setTrouble(asApiError(error).message)
    }
    setMarking(false)
  }
  const now = readClock()
  const [newest] = list.items ?? []
  const hasUnread = list.items?.some(({ readAt }) => readAt === null) ?? false
  return (
    <Screen>
      <Heading className="unseen" level={1}>消息</Heading>
      {list.error && list.items && <ErrorNotice error={list.error} onRetry={() => void list.reload()} />}
      {list.error && !list.items && <ErrorState error={list.error} onRetry={() => void list.reload()} />}
      {trouble && <NoticeLine kind="warn" text={trouble} />}
      {!list.error && !list.items && <SkeletonRows count={5} />}
      {list.items?.length === 0 && <StateView icon="bell" title="还没有消息" words="你报名的活动改时间、换地点或取消，会在这里告诉你。" />}
      {list.items && list.items.length > 0 && (
        <View className="card card_rows">
          {list.items.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} now={now} onTap={() => open(notice)} />
          ))}
        </View>
      )}
      <ListEnd list={list} />
      {newest && hasUnread && (
        <View className="actions">
          <PlainButton text="全部标为已读" busyText={isMarking ? '正在标记…' : null} onTap={() => void readAll(newest)} />
        </View>
      )}
    </Screen>
  )
}
