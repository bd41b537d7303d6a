import type { PropsWithChildren } from 'react'
import { View, Text } from '@tarojs/components'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { PrimaryButton } from './button'
import { Heading } from './heading'
import { Icon, type IconName } from './icon'

interface StateViewProps {
  icon: IconName
  title: string
  words?: string
}

/** A page or list with nothing to show: why, and what to do; the buttons are its children. */
export function StateView({ icon, title, words, children }: PropsWithChildren<StateViewProps>) {
  return (
    <View className="state">
      <View className="state__icon">
        <Icon name={icon} size={40} />
      </View>
      <Heading className="state__title" level={1}>{title}</Heading>
      {words && <Text className="state__words">{words}</Text>}
      {children && <View className="state__actions">{children}</View>}
    </View>
  )
}

/** Nothing came at all. */
export function ErrorState({ error, onRetry, children }: PropsWithChildren<{ error: ApiError; onRetry: () => void }>) {
  const title = error.status === 0 ? '没有连上网络' : '暂时打不开'
  return (
    <StateView icon="cloud" title={title} words={error.message}>
      <PrimaryButton text="重试" onTap={onRetry} />
      {children}
    </StateView>
  )
}
