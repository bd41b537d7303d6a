import { Text, Textarea, View } from '@tarojs/components'

interface TextAreaProps {
  label: string
  value: string
  placeholder: string
  maxLength: number
  error?: string | null
  onChange: (value: string) => void
}

/** A few sentences in one's own words, as high as they are. */
export function TextArea({ label, value, placeholder, maxLength, error = null, onChange }: TextAreaProps) {
  const named = process.env.TARO_ENV === 'h5' ? { nativeProps: { 'aria-label': label, 'aria-invalid': error !== null } } : { ariaLabel: label }
  return (
    <View className={`field ${error ? 'field_wrong' : ''}`}>
      <View className="field__row field__row_area">
        <Text className="field__label">{label}</Text>
        <Textarea
          className="field__input field__area"
          value={value}
          placeholder={placeholder}
          placeholderClass="field__placeholder"
          maxlength={maxLength}
          autoHeight
          disableDefaultPadding
          cursorSpacing={120}
          {...named}
          onInput={(event) => onChange(event.detail.value)}
        />
      </View>
      {error && <Text className="field__error">{error}</Text>}
    </View>
  )
}
