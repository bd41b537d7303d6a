import { Image, Text, View } from '@tarojs/components'
import type { CenterCard } from '@dangqun/contracts/centers/schemas'
import { now } from '@/platform/clock'
import { call } from '@/platform/phone-call'
import { canOpenMap, openMap } from '@/platform/map'
import { Tap } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Cell } from '@/ui/cell'
import { pictureUrl } from '../centers.api'
import { sayNextSpecialDay, sayOpening } from '../centers-words.rules'

/** Whose door this is, whether it is open now, where it is and how to call. */
export function CenterHead({ center, onSwitch }: { center: CenterCard; onSwitch: () => void }) {
  const opening = sayOpening(center.opening, now())
  const picture = pictureUrl(center)
  const special = sayNextSpecialDay(center.specialDays, now())
  return (
    <>
      {picture && <Image className="center-picture" src={picture} mode="aspectFill" ariaLabel={`${center.name}的照片`} />}
      <View className="center-head">
        <Tap className="center-head__name" label={`${center.name}，切换中心`} onTap={onSwitch}>
          <Text className="center-head__title">{center.name}</Text>
          <Icon name="down" size={18} />
        </Tap>
        <View className="center-head__opening">
          <Text className={`center-head__lead ${opening.isOpen ? 'center-head__lead_open' : ''}`}>{opening.lead}</Text>
          <Text className="center-head__note">{opening.note}</Text>
        </View>
        {special && <View className="center-head__special"><Text className="center-head__note">{special}</Text></View>}
      </View>
      <View className="card card_cells">
        <Cell icon="place" title={center.address} value={canOpenMap(center) ? '看地图' : undefined} onTap={canOpenMap(center) ? () => openMap(center) : undefined} />
        <Cell icon="phone" title={center.phone} value="打电话" onTap={() => call(center.phone)} />
      </View>
    </>
  )
}
