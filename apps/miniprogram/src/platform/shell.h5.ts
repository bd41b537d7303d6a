import Taro from '@tarojs/taro'
import { watchLayout } from './reading'
import { dottedTabs } from './tab-dots'
import { tabNames } from './tabs'
import './shell.h5.less'

// The bars that Taro draws lie outside of every page.
watchLayout(({ zoom, isCare }) => {
  document.documentElement.style.setProperty('--dq-zoom', String(zoom))
  document.documentElement.classList.toggle('care', isCare)
})
dottedTabs.subscribe(() =>
  tabNames.forEach((name, index) => void (dottedTabs.get().includes(name) ? Taro.showTabBarRedDot({ index }) : Taro.hideTabBarRedDot({ index })).catch(() => undefined)),
)
