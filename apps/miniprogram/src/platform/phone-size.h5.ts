import type { PhoneMeasures } from './reading.rules'

/** Browsers' standard text size in px. */
const standard = 16

/** The window's width, and the text size that the browser was set to. */
export function measurePhone(): PhoneMeasures {
  return { width: window.innerWidth, textZoom: parseFloat(getComputedStyle(document.documentElement).fontSize) / standard }
}

export function onPhoneChange(listen: () => void): void {
  window.addEventListener('resize', listen)
  document.addEventListener('visibilitychange', listen)
}
