import { Input, Text, View } from '@tarojs/components'

interface FieldProps {
  label: string
  value: string
  placeholder: string
  maxLength: number
  kind?: 'text' | 'number'
  error?: string | null
  hasFocus?: boolean
  onChange: (value: string) => void
  onConfirm?: () => void
}

/** One labelled line of a form, its error right below it. */
export function Field({ label, value, placeholder, maxLength, kind = 'text', error = null, hasFocus = false, onChange, onConfirm }: FieldProps) {
  // In the browser the field is inside a custom element: its name belongs on the field alone.
  const named =
    process.env.TARO_ENV === 'h5'
      ? { nativeProps: { 'aria-label': label, 'aria-invalid': error !== null, placeholder, inputMode: kind === 'number' ? 'numeric' : 'text' } }
      : { ariaLabel: label, placeholder }
  return (
    <View className={`field ${error ? 'field_wrong' : ''}`}>
      <View className="field__row">
        <Text className="field__label">{label}</Text>
        <Input
          className="field__input"
          type={kind}
          value={value}
          placeholderClass="field__placeholder"
          maxlength={maxLength}
          focus={hasFocus}
          cursorSpacing={120}
          confirmType="done"
          {...named}
          onInput={(event) => onChange(event.detail.value)}
          onConfirm={onConfirm}
        />
      </View>
      {error && <Text className="field__error">{error}</Text>}
    </View>
  )
}
