import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'

/** Whether the phone is in dark mode: only for what takes its colours from attributes, where no style sheet reaches. */
export function useIsDark(): boolean {
  const [isDark, setIsDark] = useState(() => Taro.getAppBaseInfo().theme === 'dark')
  useEffect(() => {
    const follow = ({ theme }: { theme: string }) => setIsDark(theme === 'dark')
    Taro.onThemeChange(follow)
    return () => Taro.offThemeChange(follow)
  }, [])
  return isDark
}
