import type { Programme } from '@dangqun/contracts/centers/vocabulary'
import { recall, remember } from '@/platform/storage'
import { createStore } from '@/platform/store'

/** The centre whose code was scanned last, by slug; kept over restarts. */
export const centerChoice = createStore<string | null>(
  () => recall('center'),
  (slug) => remember('center', slug),
)

/** The programme that the catalogue shows; a tab page takes no parameters, so it is left here. */
export const programmeChoice = createStore<Programme | null>(() => null)
