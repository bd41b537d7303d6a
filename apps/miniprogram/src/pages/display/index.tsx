import { Text, View } from '@tarojs/components'
import { reading } from '@/platform/reading'
import { useStore } from '@/platform/store'
import { Choices } from '@/ui/choices'
import { Heading } from '@/ui/heading'
import { Screen } from '@/ui/screen'
import { SwitchCell } from '@/ui/switch-cell'

const modes = [{ value: 'standard', text: '标准' }, { value: 'care', text: '关怀模式' }] as const

/** How large everything is, tried out at once on the page itself. */
export default function DisplayPage() {
  const choice = useStore(reading)
  return (
    <Screen>
      <View className="card">
        <Heading className="card__title">急救知识培训</Heading>
        <Text className="paragraph">今天 14:00–16:00 · 二楼会议室</Text>
        <Text className="paragraph">改了马上生效，看这几行合不合适。</Text>
      </View>
      <Choices label="显示方式" options={modes} chosen={choice.isCare ? 'care' : 'standard'} onChoose={(mode) => reading.set({ ...choice, isCare: mode === 'care' })} kind="segments" />
      <View className="card card_cells">
        <SwitchCell
          title="跟随手机字号"
          words="手机或微信里字号调大，这里也跟着大"
          isOn={choice.followsPhone}
          onChange={(followsPhone) => reading.set({ ...choice, followsPhone })}
        />
      </View>
      <Text className="words">关怀模式：字更大、颜色更深，一行放不下的分成两行。深浅颜色跟随手机。</Text>
    </Screen>
  )
}
