/** A share as people read it: `12.3%`; nothing where a figure is not told or there is nothing to share. */
export function shareWords(part: number | null, whole: number): string {
  if (part === null || whole === 0) return ''
  const share = (part / whole) * 100
  // 99.96 is not all.
  return `${share < 100 && share > 99.9 ? '99.9' : share.toFixed(1).replace(/\.0$/, '')}%`
}
