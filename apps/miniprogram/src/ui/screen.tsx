import type { PropsWithChildren, ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useLayout } from '@/platform/reading'
import { NetworkBanner } from './network-banner'
import { TabBar } from './tab-bar'
import { useTab } from './tab-page'

interface ScreenProps {
  /** Fixed at thumb height. */
  bar?: ReactNode
  dialogs?: ReactNode
  /** When what is shown was answered, as `at` of useLoaded: it is said when the network is in trouble. */
  shownAt?: number | null
}

// A page without a single button must scroll by keyboard too.
const focusable = process.env.TARO_ENV === 'h5' ? { tabIndex: 0 } : {}

/** The root of every page: WeUI's variables, the text size and the modes hang on it. */
export function Screen({ bar, dialogs, shownAt = null, children }: PropsWithChildren<ScreenProps>) {
  const { zoom, isCare, isTight } = useLayout()
  const tab = useTab()
  // A class and a style reach the view in both builds; in WeChat WeUI's data-weui-mode does not.
  return (
    <View className={`wx-root screen ${isCare ? 'care' : ''} ${isTight ? 'screen_tight' : ''}`} style={`--dq-zoom:${zoom}`}>
      <View className="screen__body" {...focusable}>
        <NetworkBanner shownAt={shownAt} />
        {children}
      </View>
      {bar && <View className="screen__bar">{bar}</View>}
      {tab && <TabBar current={tab} />}
      {dialogs}
    </View>
  )
}
