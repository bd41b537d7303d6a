import type { PropsWithChildren, ReactNode } from 'react'
import { View, Text } from '@tarojs/components'
import { useModalFocus } from '@/platform/modal-focus'
import { Tap } from './button'
import { Heading } from './heading'
import { Icon } from './icon'

interface HalfScreenProps {
  title: string
  note?: string
  footer?: ReactNode
  /** Absent: the person must choose one of the buttons. */
  onClose?: () => void
}

/** WeUI's half-screen dialog: one question, at thumb height, over the page it belongs to. */
export function HalfScreen({ title, note, footer, onClose, children }: PropsWithChildren<HalfScreenProps>) {
  const focus = useModalFocus(onClose)
  const browser = process.env.TARO_ENV === 'h5' ? { role: 'dialog', 'aria-modal': 'true', 'aria-label': title, ...focus } : {}
  return (
    <View className="half-screen">
      <View className="weui-mask" catchMove onClick={onClose} />
      <View className="weui-half-screen-dialog half-screen__panel" ariaRole="dialog" ariaLabel={title} {...browser}>
        <View className="half-screen__head">
          <View className="half-screen__titles">
            <Heading className="half-screen__title">{title}</Heading>
            {note && <Text className="half-screen__note">{note}</Text>}
          </View>
          {onClose && (
            <Tap className="half-screen__close" label="关闭" onTap={onClose}>
              <Icon name="close" />
            </Tap>
          )}
        </View>
        <View className="half-screen__body">{children}</View>
        {footer && <View className="half-screen__foot">{footer}</View>}
      </View>
    </View>
  )
}
