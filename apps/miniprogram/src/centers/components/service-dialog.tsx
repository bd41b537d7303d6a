import { Text, View } from '@tarojs/components'
import type { CenterCard, Service } from '@dangqun/contracts/centers/schemas'
import { now } from '@/platform/clock'
import { call } from '@/platform/phone-call'
import { PrimaryButton } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { sayOpeningHours } from '@/ui/dates.rules'
import { HalfScreen } from '@/ui/half-screen'
import { sayOpening } from '../centers-words.rules'

/** A service that is given at the desk: where, when, and whom to ask first. */
export function ServiceDialog({ service, center, onClose }: { service: Service; center: CenterCard; onClose: () => void }) {
  const opening = sayOpening(center.opening, now())
  return (
    <HalfScreen title={service.name} onClose={onClose} footer={<PrimaryButton text="打电话问问" onTap={() => call(center.phone)} />}>
      <Text className="words">{service.summary}</Text>
      <View className="cells">
        <Cell icon="place" title={service.place} words={center.address} />
        <Cell icon="clock" title={`${opening.lead} · ${opening.note}`} words={sayOpeningHours(center.openingHours).join('，')} />
        <Cell icon="phone" title={center.phone} />
      </View>
    </HalfScreen>
  )
}
