import { createStore } from '@/platform/store'

/** How many notices wait to be read at the chosen centre, as far as this phone knows. */
export const unread = createStore<number>(() => 0)
