import { Picker, Text, View } from '@tarojs/components'
import { now } from '@/platform/clock'
import { today } from './dates.rules'
import { Icon } from './icon'

interface DateFieldProps {
  label: string
  /** `yyyy-MM-dd`, or '' while none was chosen. */
  value: string
  placeholder: string
  start: string
  end: string
  error?: string | null
  onChange: (date: string) => void
}

/** One labelled line of a form that holds a date. */
export function DateField({ label, value, placeholder, start, end, error = null, onChange }: DateFieldProps) {
  return (
    <Picker className="pick__picker" mode="date" value={value || today(now())} start={start} end={end} onChange={(event) => onChange(event.detail.value)}>
      <View className={`pick ${error ? 'pick_wrong' : ''}`}>
        <View className="pick__row">
          <Text className="field__label">{label}</Text>
          <Text className={`pick__text ${value === '' ? 'field__placeholder' : ''}`}>{value === '' ? placeholder : value}</Text>
          <Icon name="down" size={16} />
        </View>
        {error && <Text className="field__error">{error}</Text>}
      </View>
    </Picker>
  )
}
