import { useCallback, useEffect } from 'react'
import { session, useSession } from '@/platform/session'
import { useStore } from '@/platform/store'
import { useReturn } from '@/platform/use-return'
import { noticesApi } from './notices.api'
import { unread } from './notices-unread.store'

/** How many notices are unread, asked anew whenever the page is shown. */
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
  return count
}
