import { Text, View } from '@tarojs/components'
import type { Notice } from '@dangqun/contracts/notices/schemas'
import { Tap } from '@/ui/button'
import { sayMoment } from '@/ui/dates.rules'

/** One notice: what happened, when; a dot and its word until it was read. */
export function NoticeRow({ notice, now, onTap }: { notice: Notice; now: Date; onTap: () => void }) {
  const isUnread = notice.readAt === null
  return (
    <Tap className="notice-row" onTap={onTap}>
      <View className="notice-row__head">
        <Text className={`notice-row__title ${isUnread ? 'notice-row__title_unread' : ''}`}>{notice.title}</Text>
        {isUnread && <Text className="notice-row__mark">未读</Text>}
      </View>
      <Text className="notice-row__body">{notice.body}</Text>
      <Text className="notice-row__time">{sayMoment(notice.createdAt, now)}</Text>
    </Tap>
  )
}
