import Taro from '@tarojs/taro'
import type { PhoneMeasures } from './reading.rules'

/** WeChat's standard text size in px. */
const standard = 17

/** The window's width, and the size chosen in WeChat under 我 → 设置 → 通用 → 字体大小. */
export function measurePhone(): PhoneMeasures {
  // Taro's types do not know all that WeChat answers here.
  const { fontSizeScaleFactor, fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number; fontSizeSetting?: number }
  return { width: Taro.getWindowInfo().windowWidth, textZoom: fontSizeScaleFactor ?? (fontSizeSetting ?? standard) / standard }
}

/** The size may have been changed while the app was away. */
export function onPhoneChange(listen: () => void): void {
  Taro.onAppShow(listen)
  Taro.onWindowResize(listen)
}
