import type { Match, Need } from '@dangqun/contracts/financing/schemas'
import { createPersonalStore } from '@/platform/store'

/** What the firm needs, from page to page: in memory only, because an address would end up in a log. */
export const needChoice = createPersonalStore<Need | null>(null)

/** The products that are laid side by side, at most three. */
export const comparedChoice = createPersonalStore<readonly Match[]>([])
export const mostCompared = 3
