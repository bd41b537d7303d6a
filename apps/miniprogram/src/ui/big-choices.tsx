import { Text, View } from '@tarojs/components'
import { Tap } from './button'
import { Icon } from './icon'

interface BigChoicesProps<Value> {
  options: readonly { value: Value; title: string; words?: string }[]
  onChoose: (value: Value) => void
}

/** One question's answers, each as large as a thumb; a tap goes on. */
export function BigChoices<Value extends string>({ options, onChoose }: BigChoicesProps<Value>) {
  return (
    <View className="big-choices">
      {options.map(({ value, title, words }) => (
        <Tap key={value} className="big-choices__one" label={words ? `${title}。${words}` : title} onTap={() => onChoose(value)}>
          <View className="big-choices__words">
            <Text className="big-choices__title">{title}</Text>
            {words && <Text className="big-choices__note">{words}</Text>}
          </View>
          <Icon name="chevron" size={18} />
        </Tap>
      ))}
    </View>
  )
}
