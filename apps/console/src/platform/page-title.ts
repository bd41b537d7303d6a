import { useEffect } from 'react'

/** Names the browser's tab: `活动报名 · 管理后台`. */
export function usePageTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter(Boolean), '管理后台'].join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
