/** As typed: half-width, without spaces and the commas of thousands; a full stop of a Chinese keyboard is a point. */
const plain = (typed: string) => typed.normalize('NFKC').replace(/\s/g, '').replace(/,(?=\d{3}(\D|$))/g, '').replace('。', '.')

/** Moves the point without ever leaving whole numbers. */
function shifted(whole: string, rest: string, by: number): number {
  return Number(whole) * 10 ** by + Number(rest.padEnd(by, '0'))
}

/** Fen from what somebody typed in 万元: `50`, `12.5`, `1,200 万元`; null: no amount, or finer than a fen. */
export function fenOfWan(typed: string): number | null {
  const found = /^(\d{1,8})(?:\.(\d{0,6}))?(?:万元?)?$/.exec(plain(typed))
  return found ? shifted(found[1] ?? '', found[2] ?? '', 6) : null
}

/** Basis points from what somebody typed in per cent: `4.35`, `3.6%`; null: no rate, or finer than a basis point. */
export function bpOfPercent(typed: string): number | null {
  const found = /^(\d{1,4})(?:\.(\d{0,2}))?%?$/.exec(plain(typed))
  return found ? shifted(found[1] ?? '', found[2] ?? '', 2) : null
}

/** Months from what somebody typed: `12`, `36 个月`; null: no whole number of them. */
export function monthsOf(typed: string): number | null {
  const found = /^(\d{1,4})(?:个?月)?$/.exec(plain(typed))
  return found ? Number(found[1]) : null
}

function unshifted(value: number, by: number): string {
  const rest = String(value % 10 ** by).padStart(by, '0').replace(/0+$/, '')
  return `${Math.floor(value / 10 ** by)}${rest === '' ? '' : `.${rest}`}`
}

/** What a field that asks for 万元 begins with. */
export const wanOfFen = (fen: number): string => unshifted(fen, 6)
/** What a field that asks for per cent begins with. */
export const percentOfBp = (bp: number): string => unshifted(bp, 2)
