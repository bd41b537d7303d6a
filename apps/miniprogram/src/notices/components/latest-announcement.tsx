import { Text } from '@tarojs/components'
import { goToAnnouncement } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { useLoaded } from '@/platform/use-loaded'
import { useChange } from '@/platform/use-return'
import { Tap } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { announcementsApi } from '../notices.api'

/** The newest announcement in one line; nothing at all without one. */
export function LatestAnnouncement({ center, turn }: { center: string; turn: number }) {
  const token = useSession()
  const { data, reload } = useLoaded(`${center} ${token ?? ''}`, () => announcementsApi.list({ params: { center }, query: { limit: 1 } }))
  useChange(turn, () => void reload())
  const latest = data?.items[0]
  if (!latest) return null
  return (
    <Tap className="announcement-line" onTap={() => goToAnnouncement(center, latest.id)}>
      <Text className="announcement-line__mark">公告</Text>
      <Text className="announcement-line__title">{latest.title}</Text>
      <Icon name="chevron" size={16} />
    </Tap>
  )
}
