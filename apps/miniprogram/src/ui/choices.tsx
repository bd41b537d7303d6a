import { Text, View } from '@tarojs/components'
import { Tap } from './button'

interface ChoicesProps<Value> {
  label: string
  options: readonly { value: Value; text: string }[]
  chosen: Value
  kind?: 'chips' | 'segments'
  onChoose: (value: Value) => void
}

/** One of a few: chips that wrap rather than scroll out of sight, or segments for two. */
export function Choices<Value extends string | null>({ label, options, chosen, kind = 'chips', onChoose }: ChoicesProps<Value>) {
  const browser = process.env.TARO_ENV === 'h5' ? { role: 'radiogroup', 'aria-label': label } : {}
  return (
    <View className={kind} ariaRole="radiogroup" ariaLabel={label} {...browser}>
      {options.map(({ value, text }) => (
        <Tap key={text} role="radio" label={text} isChecked={value === chosen} className={`${kind}__one ${value === chosen ? `${kind}__one_on` : ''}`} onTap={() => onChoose(value)}>
          <Text>{text}</Text>
        </Tap>
      ))}
    </View>
  )
}
