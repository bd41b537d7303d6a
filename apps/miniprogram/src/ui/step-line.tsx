import { useState, type PropsWithChildren, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { LinkButton } from './button'

/** How many past steps stand open: what happened long ago is folded. */
const openSteps = 4

interface StepLineProps {
  /** What happened, oldest first. */
  done: readonly ReactNode[]
}

/** A case from top to bottom: what happened, then as children who has it now, what comes, and anything below the line. */
export function StepLine({ done, children }: PropsWithChildren<StepLineProps>) {
  const [isWhole, setIsWhole] = useState(false)
  const hidden = isWhole ? 0 : Math.max(0, done.length - openSteps)
  return (
    <View className="card tracker">
      {hidden > 0 && <View className="tracker__fold"><LinkButton text={`前面还有 ${hidden} 步，展开看`} onTap={() => setIsWhole(true)} /></View>}
      {done.slice(hidden)}
      {children}
    </View>
  )
}

export function DoneStep({ title, when, children }: PropsWithChildren<{ title: string; when: string }>) {
  return (
    <View className="tracker__step tracker__step_done">
      <View className="tracker__dot"><View className="tracker__tick" /></View>
      <View className="tracker__main">
        <View className="tracker__line">
          <Text className="tracker__title">{title}</Text>
          <Text className="tracker__when">{when}</Text>
        </View>
        {children}
      </View>
    </View>
  )
}

/** The step that somebody has now, open: what belongs to it are its children. */
export function CurrentStep({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <View className="tracker__step tracker__step_now">
      <View className="tracker__dot"><View className="tracker__core" /></View>
      <View className="tracker__main">
        <Text className="tracker__title tracker__title_now">{title}</Text>
        {children}
      </View>
    </View>
  )
}

export function AheadStep({ title }: { title: string }) {
  return (
    <View className="tracker__step tracker__step_ahead">
      <View className="tracker__dot" />
      <View className="tracker__main"><Text className="tracker__title">{title}</Text></View>
    </View>
  )
}
