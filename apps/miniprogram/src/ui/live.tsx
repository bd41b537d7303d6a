import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'

/** Always there, so that screen readers say aloud what comes into it: the outcome of what the person did. */
export function Live({ children }: PropsWithChildren) {
  const browser = process.env.TARO_ENV === 'h5' ? { role: 'status' } : { ariaLive: 'polite' }
  return <View {...browser}>{children}</View>
}
