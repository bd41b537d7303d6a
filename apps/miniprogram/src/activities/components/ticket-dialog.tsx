import { Text, View } from '@tarojs/components'
import type { ActivitySummary } from '@dangqun/contracts/activities/schemas'
import { now } from '@/platform/clock'
import { saySpan } from '@/ui/dates.rules'
import { HalfScreen } from '@/ui/half-screen'
import { spaced } from '../activities-words.rules'
import { QrCode } from '@/ui/qr-code'

/** The ticket, large enough for the scanner at the door. */
export function TicketDialog({ ticket, activity, onClose }: { ticket: string; activity: ActivitySummary; onClose: () => void }) {
  return (
    <HalfScreen title={activity.title} note={`${saySpan(activity.startsAt, activity.endsAt, now())} · ${activity.place}`} onClose={onClose}>
      <View className="ticket">
        <QrCode text={ticket} label="签到码" size={240} />
        <Text className="ticket__code">{spaced(ticket)}</Text>
        <Text className="ticket__words">到门口出示签到码即可</Text>
      </View>
    </HalfScreen>
  )
}
