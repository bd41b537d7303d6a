import { Text, View } from '@tarojs/components'
import { Tap } from './button'

/** One line of a list that is on or off; the whole line can be pressed. */
export function SwitchCell({ title, words, isOn, onChange }: { title: string; words?: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <Tap className="cell switch-cell" role="switch" label={title} isChecked={isOn} onTap={() => onChange(!isOn)}>
      <View className="cell__main">
        <Text className="cell__title">{title}</Text>
        {words && <Text className="cell__words">{words}</Text>}
      </View>
      <View className={`switch ${isOn ? 'switch_on' : ''}`}>
        <View className="switch__knob" />
      </View>
    </Tap>
  )
}
