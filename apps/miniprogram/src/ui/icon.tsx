import { View } from '@tarojs/components'

export type IconName = 'chevron' | 'down' | 'phone' | 'place' | 'clock' | 'scan' | 'keys' | 'calendar' | 'people' | 'ticket' | 'check' | 'queue' | 'cloud' | 'empty' | 'user' | 'shield' | 'close' | 'info' | 'bell' | 'text' | 'paper'

/** A line icon in the colour and the size of the text around it; `size` in px at the usual text size. Says nothing to screen readers: a word stands beside it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return <View className={`icon icon_${name}`} style={`width:calc(${size}px * var(--dq-zoom, 1));height:calc(${size}px * var(--dq-zoom, 1))`} aria-hidden="true" />
}
