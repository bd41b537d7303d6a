import { createStore } from '@/platform/store'
import { dottedTabs } from '@/platform/tab-dots'

/** How many notices wait to be read at the chosen centre, as far as this phone knows; a dot on 我的 says that there are some. */
export const unread = createStore<number>(
  () => 0,
  (count) => dottedTabs.set(count > 0 ? ['mine'] : []),
)
