import { Text, View } from '@tarojs/components'
import type { MySignUp } from '@dangqun/contracts/activities/schemas'
import { Tap } from '@/ui/button'
import { dateBlock, saySpan } from '@/ui/dates.rules'
import { Icon } from '@/ui/icon'
import { saySignUp } from '../activities-words.rules'

const tones: Partial<Record<MySignUp['state'], string>> = { confirmed: 'confirmed', attended: 'confirmed', waitlisted: 'waiting', offered: 'waiting' }

/** One line of the diary: when, what, and what I have: a ticket or a rank. */
export function MySignUpCard({ signUp, now, onOpen, onTicket }: { signUp: MySignUp; now: Date; onOpen: () => void; onTicket: () => void }) {
  const { activity } = signUp
  const date = dateBlock(activity.startsAt, now)
  const isCalledOff = activity.state === 'cancelled'
  return (
    <View className="card diary">
      <Tap className="diary__main" onTap={onOpen}>
        <View className="date-block">
          <Text className="date-block__large">{date.large}</Text>
          <Text className="date-block__small">{date.small}</Text>
        </View>
        <View className="diary__text">
          <Text className={`state-word state-word_${isCalledOff ? 'off' : (tones[signUp.state] ?? 'off')}`}>{isCalledOff ? '活动已取消' : saySignUp(signUp, now)}</Text>
          <Text className="diary__title">{activity.title}</Text>
          <Text className="diary__words">{`${saySpan(activity.startsAt, activity.endsAt, now)} · ${activity.place}`}</Text>
        </View>
      </Tap>
      {signUp.ticket !== null && !isCalledOff && (
        <Tap className="diary__ticket" onTap={onTicket}>
          <Icon name="ticket" />
          <Text>出示签到码</Text>
        </Tap>
      )}
    </View>
  )
}
