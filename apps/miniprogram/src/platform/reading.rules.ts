/** How the person wants to read: 关怀模式 or not, and whether the phone's own text size counts. */
export interface Reading {
  isCare: boolean
  followsPhone: boolean
}

export interface PhoneMeasures {
  /** In px. */
  width: number
  /** The phone's own text size, 1 where it was left as it is. */
  textZoom: number
}

export interface Layout {
  isCare: boolean
  /** Text sizes are multiplied by it: body text is 17 px × zoom. */
  zoom: number
  /** Too few characters fit in a line for two things side by side. */
  isTight: boolean
}

export const usualReading: Reading = { isCare: false, followsPhone: true }

/** WeUI's care mode: 23.8 px in place of 17. */
const careZoom = 1.4
/** What WeChat offers under 字体大小, and a little more. */
const [leastZoom, mostZoom] = [0.8, 1.6]
/** In px at zoom 1: below it, a programme's name, a button beside words and the like no longer fit. */
const leastWidth = 300

export function layOut({ isCare, followsPhone }: Reading, { width, textZoom }: PhoneMeasures): Layout {
  const own = followsPhone && Number.isFinite(textZoom) ? Math.min(mostZoom, Math.max(leastZoom, Math.round(textZoom * 100) / 100)) : 1
  // 关怀模式 never makes smaller what the phone makes large.
  const zoom = isCare ? Math.max(careZoom, own) : own
  return { isCare, zoom, isTight: width / zoom < leastWidth }
}

/** Reads the stored choice; what is not one counts as none made. */
export function readReading(text: string | null): Reading {
  const [mode, size] = (text ?? '').split(' ')
  return { isCare: mode === 'care', followsPhone: size !== 'own' }
}

export function writeReading({ isCare, followsPhone }: Reading): string {
  return `${isCare ? 'care' : 'standard'} ${followsPhone ? 'phone' : 'own'}`
}
