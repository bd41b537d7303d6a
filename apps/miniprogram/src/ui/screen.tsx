import type { PropsWithChildren, ReactNode } from 'react'
import { View } from '@tarojs/components'

interface ScreenProps {
  /** Fixed at thumb height. */
  bar?: ReactNode
  dialogs?: ReactNode
}

/** The root of every page: WeUI's variables hang on it. */
export function Screen({ bar, dialogs, children }: PropsWithChildren<ScreenProps>) {
  return (
    <View className="wx-root screen">
      <View className={`screen__body ${bar ? 'screen__body_over-bar' : ''}`}>{children}</View>
      {bar && <View className="screen__bar">{bar}</View>}
      {dialogs}
    </View>
  )
}
