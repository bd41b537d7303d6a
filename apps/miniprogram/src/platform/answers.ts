import { createShelf } from './shelf'

const days = 24 * 3_600_000

/** The last answers of what must open without a network too: whose they are, and from when. Signing out clears them. */
export const answers = createShelf('answers', { mostItems: 24, mostAge: 14 * days })
