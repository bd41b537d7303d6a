import { Text, View } from '@tarojs/components'
import { goToAsk } from '@/platform/routes'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { Heading } from '@/ui/heading'

/** Out of a branch goes whoever stands in its roll: the same words for everybody, so that nobody learns who does. */
export function BindingFirst({ center, onArrive, onBack }: { center: string; onArrive: () => void; onBack: () => void }) {
  return (
    <View>
      <Heading className="start__title" level={1}>先核对一次身份</Heading>
      <Text className="words">从我们这里的党支部转出或换支部，要先核对党员身份。核对一次，以后办事不再填。</Text>
      <Text className="words">已经提交过核对的，等核对好再来；也可以带身份证到窗口，当面核对、当场办理。</Text>
      <View className="actions">
        <PrimaryButton text="去核对身份" onTap={() => goToAsk(center, 'member')} />
        <PlainButton text="我是从外面转进来的" onTap={onArrive} />
        <PlainButton text="返回上一题" onTap={onBack} />
      </View>
    </View>
  )
}
