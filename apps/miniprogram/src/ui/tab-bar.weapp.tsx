import { Text, View } from '@tarojs/components'
import { goToTab } from '@/platform/routes'
import { useStore } from '@/platform/store'
import { dottedTabs } from '@/platform/tab-dots'
import { tabNames, tabs, type TabName } from '@/platform/tabs'
import { Tap } from './button'
import './tab-bar.weapp.less'

/** In place of WeChat's own, which grows with neither 关怀模式 nor the text size: docs/decisions/0032. */
export function TabBar({ current }: { current: TabName }) {
  const dotted = useStore(dottedTabs)
  return (
    <View className="tab-bar" ariaRole="tablist">
      {tabNames.map((name) => {
        const isCurrent = name === current
        const { text } = tabs[name]
        return (
          <Tap key={name} role="tab" isChecked={isCurrent} label={dotted.includes(name) ? `${text}，有未读` : text} className={`tab-bar__tab ${isCurrent ? 'tab-bar__tab_on' : ''}`} onTap={() => !isCurrent && goToTab(name)}>
            <View className={`tab-bar__sign tab-bar__sign_${name}`} />
            {dotted.includes(name) && <View className="tab-bar__dot" />}
            <Text className="tab-bar__word">{text}</Text>
          </Tap>
        )
      })}
    </View>
  )
}
