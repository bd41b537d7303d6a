import { Text, View } from '@tarojs/components'
import type { SignUp } from '@dangqun/contracts/activities/schemas'
import { PlainButton } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { QrCode } from '@/ui/qr-code'
import { sayMoment } from '@/ui/dates.rules'
import { saySignUp, spaced } from '../activities-words.rules'

/** What the person has now: a ticket for the door, or a rank on the waitlist. */
export function MyPlace({ signUp, now, onCheckIn }: { signUp: SignUp; now: Date; onCheckIn: (() => void) | null }) {
  if (signUp.state === 'offered' && signUp.offerUntil !== null) {
    return (
      <View className="my-place my-place_waiting">
        <View className="my-place__head">
          <Icon name="clock" size={22} />
          <Text className="my-place__state">轮到你了，有名额了</Text>
        </View>
        <View className="my-place__rank">
          <Text className="my-place__word">请在</Text>
          <Text className="my-place__figure my-place__figure_time">{sayMoment(signUp.offerUntil, now).replace(/^今天 /, '')}</Text>
          <Text className="my-place__word">前确认</Text>
        </View>
        <Text className="my-place__words">不确认，名额会留给下一位</Text>
      </View>
    )
  }
  if (signUp.ticket !== null) {
    return (
      <View className="my-place my-place_confirmed">
        <View className="my-place__head">
          <Icon name="check" size={22} />
          <Text className="my-place__state">{saySignUp(signUp, now)}</Text>
        </View>
        <View className="my-place__ticket">
          <QrCode text={signUp.ticket} label="签到码" size={208} />
        </View>
        <Text className="my-place__code">{spaced(signUp.ticket)}</Text>
        <Text className="my-place__words">出示签到码，或扫门口的现场码</Text>
        {onCheckIn && <PlainButton text="扫现场码签到" onTap={onCheckIn} />}
      </View>
    )
  }
  if (signUp.state === 'waitlisted') {
    return (
      <View className="my-place my-place_waiting">
        <View className="my-place__head">
          <Icon name="queue" size={22} />
          <Text className="my-place__state">候补中</Text>
        </View>
        <View className="my-place__rank">
          <Text className="my-place__word">候补第</Text>
          <Text className="my-place__figure">{String(signUp.position ?? '–')}</Text>
          <Text className="my-place__word">位</Text>
        </View>
        <Text className="my-place__words">有人退出会按先后轮到你</Text>
        <Text className="my-place__note">轮到时会为你留一会儿名额，请及时确认</Text>
      </View>
    )
  }
  return (
    <View className={`my-place my-place_${signUp.state === 'attended' ? 'confirmed' : 'past'}`}>
      <View className="my-place__head">
        <Icon name={signUp.state === 'attended' ? 'check' : 'ticket'} size={22} />
        <Text className="my-place__state">{saySignUp(signUp, now)}</Text>
      </View>
    </View>
  )
}
