import type { Match, Need } from '@dangqun/contracts/financing/schemas'
import { createStore } from '@/platform/store'

/** What the firm needs, from page to page: in memory only, because an address would end up in a log. */
export const needChoice = createStore<Need | null>(() => null)

/** The products that are laid side by side, at most three. */
export const comparedChoice = createStore<readonly Match[]>(() => [])
export const mostCompared = 3
