import { Text, View } from '@tarojs/components'
import type { Activity } from '@dangqun/contracts/activities/schemas'
import { activityKindLabels } from '@dangqun/contracts/activities/vocabulary'
import { sayAges } from '../activities-words.rules'
import { sayFullSpan, sayMoment } from '@/ui/dates.rules'
import { Cell } from '@/ui/cell'
import { Heading } from '@/ui/heading'
import { ProgrammeTag } from '@/ui/programme-sign'

/** Title, when, where and what of one activity. */
export function ActivityHead({ activity }: { activity: Activity }) {
  return (
    <View className="activity-head">
      <View className="activity-head__tags">
        <ProgrammeTag programme={activity.programme} />
        {activity.kind !== 'general' && <Text className="kind-tag">{activityKindLabels[activity.kind]}</Text>}
      </View>
      <Heading className="activity-head__title" level={1}>{activity.title}</Heading>
    </View>
  )
}

export function ActivityFacts({ activity, now }: { activity: Activity; now: Date }) {
  return (
    <View className="card card_cells">
      <Cell icon="clock" title={sayFullSpan(activity.startsAt, activity.endsAt, now)} />
      <Cell icon="place" title={activity.place} />
      <Cell icon="people" title={`${activity.taken} 人报名，共 ${activity.capacity} 个名额`} words={activity.waiting > 0 ? `另有 ${activity.waiting} 人候补` : undefined} />
      {(activity.minAge !== null || activity.maxAge !== null) && <Cell icon="user" title={sayAges(activity)} />}
      {activity.insuranceNotice !== null && <Cell icon="shield" title="有风险与保险提示" words="报名时会请你先看并确认" />}
      {activity.state === 'published' && <Cell icon="calendar" title={`最晚可在 ${sayMoment(activity.cancelUntil, now)} 前取消`} />}
    </View>
  )
}

export function ActivityDescription({ text }: { text: string }) {
  if (text.trim() === '') return null
  return (
    <View className="card">
      <Heading className="card__title">活动说明</Heading>
      {text.split(/\n+/).map((paragraph, index) => (
        <Text key={index} className="paragraph">{paragraph}</Text>
      ))}
    </View>
  )
}
