import { View } from '@tarojs/components'

export type IconName = 'chevron' | 'down' | 'phone' | 'place' | 'clock' | 'scan' | 'keys' | 'calendar' | 'people' | 'ticket' | 'check' | 'queue' | 'cloud' | 'empty' | 'user' | 'shield' | 'close' | 'info' | 'bell'

/** A line icon in the colour of the text around it. Says nothing to screen readers: a word stands beside it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return <View className={`icon icon_${name}`} style={{ width: `${size}px`, height: `${size}px` }} aria-hidden="true" />
}
