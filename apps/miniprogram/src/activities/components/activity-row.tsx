import { Text, View } from '@tarojs/components'
import type { ActivitySummary } from '@dangqun/contracts/activities/schemas'
import { programmeLabels } from '@dangqun/contracts/centers/vocabulary'
import { dateBlock, sayTime } from '@/ui/dates.rules'
import { Tap } from '@/ui/button'
import { ProgrammeSign } from '@/ui/programme-sign'
import { sayPlaces } from '../activities-words.rules'

/** One activity in a list: when, what, where, and whether there is a place. */
export function ActivityRow({ activity, now, onTap }: { activity: ActivitySummary; now: Date; onTap: () => void }) {
  const date = dateBlock(activity.startsAt, now)
  const places = sayPlaces(activity, now)
  return (
    <Tap className="activity-row" onTap={onTap}>
      <View className="date-block">
        <Text className="date-block__large">{date.large}</Text>
        <Text className="date-block__small">{date.small}</Text>
      </View>
      <View className="activity-row__main">
        <Text className="activity-row__title">{activity.title}</Text>
        <View className="activity-row__line">
          <ProgrammeSign programme={activity.programme} isSmall />
          <Text className="activity-row__place">{`${sayTime(activity.startsAt)} · ${activity.place}`}</Text>
        </View>
        <View className="activity-row__line" ariaLabel={programmeLabels[activity.programme].name}>
          <Text className={`places places_${places.tone}`}>{places.lead}</Text>
          {places.note && <Text className="places__note">{places.note}</Text>}
        </View>
      </View>
    </Tap>
  )
}
