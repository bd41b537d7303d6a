import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { now } from '@/platform/clock'
import { goToActivity } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { useLoaded } from '@/platform/use-loaded'
import { useChange } from '@/platform/use-return'
import { Tap } from '@/ui/button'
import { saySpan } from '@/ui/dates.rules'
import { Icon } from '@/ui/icon'
import { activitiesApi } from '../activities.api'
import { saySignUp } from '../activities-words.rules'
import { TicketDialog } from './ticket-dialog'

/** The next thing that the person has promised; nothing at all when there is none. */
export function NextThing({ center, turn }: { center: string; turn: number }) {
  const token = useSession()
  const { data, reload } = useLoaded(token && `${center} ${token}`, () => activitiesApi.listMySignUps({ params: { center }, query: { when: 'upcoming', limit: 1 } }), { keptAs: `next ${center}` })
  const [isTicketOpen, setTicketOpen] = useState(false)
  useChange(turn, () => void reload())
  const next = data?.items[0]
  if (!next) return null
  const { activity, ticket } = next
  return (
    <View className="card next-thing">
      <Tap className="next-thing__main" onTap={() => goToActivity(center, activity.id)}>
        <Text className="next-thing__lead">{`我的下一件事 · ${saySignUp(next, now())}`}</Text>
        <Text className="next-thing__title">{activity.title}</Text>
        <Text className="next-thing__words">{saySpan(activity.startsAt, activity.endsAt, now())}</Text>
        <Text className="next-thing__words">{activity.place}</Text>
      </Tap>
      {ticket !== null && (
        <Tap className="next-thing__ticket" label="出示签到码" onTap={() => setTicketOpen(true)}>
          <Icon name="ticket" size={32} />
          <Text className="next-thing__word">签到码</Text>
        </Tap>
      )}
      {ticket !== null && isTicketOpen && <TicketDialog ticket={ticket} activity={activity} onClose={() => setTicketOpen(false)} />}
    </View>
  )
}
