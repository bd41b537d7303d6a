import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { activityKindLabels, activityKinds } from '@dangqun/contracts/activities/vocabulary'
import { programmeLabels, programmes } from '@dangqun/contracts/centers/vocabulary'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { Choices } from '@/ui/choices'
import { HalfScreen } from '@/ui/half-screen'
import { wholeList, type ActivityFilter } from '../activities-filter.rules'

const ofProgramme = [{ value: null, text: '全部' }, ...programmes.map((value) => ({ value, text: programmeLabels[value].name }))]
const ofKind = [{ value: null, text: '各类' }, ...activityKinds.filter((value) => value !== 'general').map((value) => ({ value, text: activityKindLabels[value] }))]

/** Which activities the list shows. Nothing changes before it is confirmed. */
export function FilterDialog({ filter, onChoose, onClose }: { filter: ActivityFilter; onChoose: (filter: ActivityFilter) => void; onClose: () => void }) {
  const [{ programme, kind }, setChosen] = useState(filter)
  return (
    <HalfScreen
      title="筛选活动"
      onClose={onClose}
      footer={
        <View className="answers">
          <PlainButton text="看全部" onTap={() => onChoose(wholeList)} />
          <PrimaryButton text="确定" onTap={() => onChoose({ programme, kind })} />
        </View>
      }
    >
      <View className="filter-group">
        <Text className="filter-group__name">服务板块</Text>
        <Choices label="服务板块" options={ofProgramme} chosen={programme} onChoose={(value) => setChosen({ programme: value, kind })} />
      </View>
      <View className="filter-group">
        <Text className="filter-group__name">活动类型</Text>
        <Choices label="活动类型" options={ofKind} chosen={kind} onChoose={(value) => setChosen({ programme, kind: value })} />
      </View>
    </HalfScreen>
  )
}
