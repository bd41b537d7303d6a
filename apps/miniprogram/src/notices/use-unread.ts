import { useCallback, useEffect } from 'react'
import Taro from '@tarojs/taro'
import { session, useSession } from '@/platform/session'
import { useStore } from '@/platform/store'
import { useReturn } from '@/platform/use-return'
import { noticesApi } from './notices.api'
import { unread } from './notices-unread.store'

/** The tab 我的, counted from 0. */
const mineTab = 3

/** How many notices are unread, asked anew whenever the page is shown; a dot on the tab says that there are some. */
export function useUnread(center: string | null): number {
  const token = useSession()
  const count = useStore(unread)

  const ask = useCallback(async () => {
    if (token === null || center === null) return unread.set(0)
    // Where no answer comes the last count stays: it is a hint, and the page has its own words for a lost network.
    const answer = await noticesApi.countUnread({ params: { center } }).catch(() => null)
    if (answer && session.token() === token) unread.set(answer.unread)
  }, [center, token])
  useEffect(() => void ask(), [ask])
  useReturn(() => void ask())

  // Only a tab page can reach the tab bar; elsewhere the call fails, and the dot comes with the next one.
  useEffect(() => void (count > 0 ? Taro.showTabBarRedDot({ index: mineTab }) : Taro.hideTabBarRedDot({ index: mineTab })).catch(() => undefined), [count])
  return count
}
