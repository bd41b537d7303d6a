import type { ReactNode } from 'react'
import { View, Text } from '@tarojs/components'
import { Tap } from './button'
import { Icon, type IconName } from './icon'

interface CellProps {
  icon?: IconName
  sign?: ReactNode
  title: string
  words?: string
  /** At the right edge. */
  value?: string
  onTap?: () => void
}

/** One line of a list, with an arrow when it leads somewhere. */
export function Cell({ icon, sign, title, words, value, onTap }: CellProps) {
  const content = (
    <>
      {icon && <Icon name={icon} />}
      {sign}
      <View className="cell__main">
        <Text className="cell__title">{title}</Text>
        {words && <Text className="cell__words">{words}</Text>}
      </View>
      {value && <Text className="cell__value">{value}</Text>}
      {onTap && (
        <View className="cell__arrow">
          <Icon name="chevron" size={16} />
        </View>
      )}
    </>
  )
  return onTap ? (
    <Tap className="cell" onTap={onTap}>
      {content}
    </Tap>
  ) : (
    <View className="cell">{content}</View>
  )
}
