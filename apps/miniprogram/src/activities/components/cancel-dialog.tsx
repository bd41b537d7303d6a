import { Text, View } from '@tarojs/components'
import { PlainButton, WarnButton } from '@/ui/button'
import { HalfScreen } from '@/ui/half-screen'

export function CancelDialog({ words, onAnswer }: { words: string[]; onAnswer: (isSure: boolean) => void }) {
  return (
    <HalfScreen
      title="确定不去了吗？"
      onClose={() => onAnswer(false)}
      footer={
        <>
          <WarnButton text="确认取消" onTap={() => onAnswer(true)} />
          <PlainButton text="再想想" onTap={() => onAnswer(false)} />
        </>
      }
    >
      <View className="points points_plain">
        {words.map((sentence) => (
          <Text key={sentence} className="points__line">{sentence}</Text>
        ))}
      </View>
    </HalfScreen>
  )
}
