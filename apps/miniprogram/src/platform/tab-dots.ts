import { createStore } from './store'
import type { TabName } from './tabs'

/** The tabs that bear a dot, because something new waits there. */
export const dottedTabs = createStore<readonly TabName[]>(() => [])
