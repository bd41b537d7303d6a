import type { PropsWithChildren } from 'react'
import { Text } from '@tarojs/components'

/** A title that screen readers can jump to; 1 for the page's own, 2 for its sections and dialogs. */
export function Heading({ className, level = 2, children }: PropsWithChildren<{ className: string; level?: 1 | 2 }>) {
  const browser = process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': level } : { ariaRole: 'heading' }
  return (
    <Text className={className} {...browser}>
      {children}
    </Text>
  )
}
