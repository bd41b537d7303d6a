/** Figures as people write them. Money comes in fen, rates in basis points (1 bp = 0.01%) or millionths (ppm). */

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** `12,546 元`, `0.50 元`: the fen only when there are any. */
export function sayYuan(fen: number): string {
  return `${sayYuanFigure(fen)} 元`
}

/** The same without its unit, for columns that name it once. */
export function sayYuanFigure(fen: number): string {
  const rest = Math.abs(fen) % 100
  const yuan = grouped(String((Math.abs(fen) - rest) / 100))
  return `${fen < 0 ? '−' : ''}${yuan}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

/** `12,546.00`: for columns of sums, whose points stand below each other. */
export function sayYuanInFull(fen: number): string {
  const figure = sayYuanFigure(fen)
  return figure.includes('.') ? figure : `${figure}.00`
}

/** `30 万元`, `125.5 万元`, `1.2 亿元`; below 10,000 yuan, or where 万 would take more than two decimals, in yuan. */
export function sayAmount(fen: number): string {
  const yuan = fen / 100
  if (yuan >= 100_000_000 && yuan % 1_000_000 === 0) return `${yuan / 100_000_000} 亿元`
  if (yuan >= 10_000 && yuan % 100 === 0) return `${yuan / 10_000} 万元`
  return sayYuan(fen)
}

/** `4.35%` from 435. */
export function sayBp(bp: number): string {
  return `${(bp / 100).toFixed(2)}%`
}

/** `3.60%`, or `3.60%–4.35%` for a range. */
export function sayBpRange(lowBp: number, highBp: number): string {
  return lowBp === highBp ? sayBp(lowBp) : `${sayBp(lowBp)}–${sayBp(highBp)}`
}

/** `4.72%` from 47,198 millionths, half-up to the hundredth of a per cent. */
export function sayPpm(ppm: number): string {
  return sayBp(Math.floor((ppm + 50) / 100))
}

/** `8 个月`, `3 年`. */
export function sayMonths(months: number): string {
  return months >= 24 && months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`
}
