import { View } from '@tarojs/components'
import { PlainButton } from '@/ui/button'
import { useEntry } from '../use-entry'

/** Scan, or type the code from the poster. */
export function CodeEntry() {
  const entry = useEntry()
  return (
    <View>
      <PlainButton text="输入编码" onTap={entry.type} />
      {entry.dialogs}
    </View>
  )
}
