import type { Figures } from '@dangqun/contracts/financing/figures/schemas'
import { fewestFirms, type FigureReasonKind } from '@dangqun/contracts/financing/figures/vocabulary'
import { closeReasonLabels } from '@dangqun/contracts/financing/demands/vocabulary'
import { declineCodeLabels, notDrawnReasonLabels } from '@dangqun/contracts/financing/referrals/vocabulary'
import { sayBp } from '@dangqun/contracts/kit/figures'

/** In place of a figure that could be about one firm. */
export const untold = `少于 ${fewestFirms} 家，不显示`

/** `3.5 小时`; under an hour in minutes, from two days on in days. */
export function sayTenthHours(tenths: number): string {
  // What rounds to nothing took less than three minutes.
  if (tenths < 10) return `${tenths === 0 ? 3 : tenths * 6} 分钟`
  return tenths < 480 ? `${tenths / 10} 小时` : `${Math.round(tenths / 24) / 10} 天`
}

/** `87.5%` from 875. */
export function sayPermille(permille: number): string {
  return `${permille / 10}%`
}

/** `1,250.5 万元`: sums of many loans, rounded half-up to the hundredth of 万. */
export function sayWan(fen: number): string {
  return `${(Math.round(fen / 10_000) / 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 })} 万元`
}

/** Shares and rates, with the count that they are of: of nothing there is none, which is no secret. */
const basis: Partial<Record<keyof Figures, keyof Figures>> = { responsePermille: 'contacts', medianTenthHours: 'contacts', weightedAllInBp: 'disbursedFirms', unsecuredPermille: 'disbursedFirms' }
const nothing = '没有'

/** A figure in words: not told when it could be about one firm, `没有` when it is of nothing. */
export function sayFigure(figures: Figures, field: keyof Figures, words: (value: number) => string): { words: string; isTold: boolean } {
  const [value, of] = [figures[field], basis[field]]
  if (value !== null) return { words: words(value), isTold: true }
  return { words: of && figures[of] === 0 ? nothing : untold, isTold: false }
}

export interface FigureWords {
  label: string
  words: string
  isTold: boolean
  note: string | null
}

const counted = (unit: string) => (value: number) => `${value.toLocaleString('zh-CN')} ${unit}`
const say = (value: number | null, words: (value: number) => string) => (value === null ? null : words(value))

/** The total of a span: how far the money went, then how well it went. */
export function cardsOf(total: Figures): { way: FigureWords[]; quality: FigureWords[] } {
  const figure = (label: string, field: keyof Figures, words: (value: number) => string, note?: string | null): FigureWords => ({ label, ...sayFigure(total, field, words), note: note ?? null })
  const firms = counted('家企业')
  const way = [
    figure('融资需求', 'demands', counted('件'), say(total.firms, firms)),
    figure('银行联系到企业', 'contacts', counted('次')),
    figure('批准', 'grantedFen', sayWan, say(total.grantedFirms, firms)),
    figure('放款（双方或中心确认）', 'disbursedFen', sayWan, say(total.disbursedFirms, firms)),
    figure('放款（单方确认，另计）', 'oneSidedFen', sayWan, say(total.oneSidedFirms, firms)),
  ]
  const quality = [
    figure('按时联系', 'responsePermille', sayPermille, say(total.medianTenthHours, (tenths) => `一半在 ${sayTenthHours(tenths)}内联系上`)),
    figure('加权综合年化', 'weightedAllInBp', sayBp, '按确认的放款金额加权'),
    figure('首贷企业', 'firstLoanFirms', counted('家')),
    figure('不用抵押、质押', 'unsecuredPermille', sayPermille, '占确认放款的金额'),
  ]
  return { way, quality }
}

const reasonLabels: Record<FigureReasonKind, Readonly<Record<string, string>>> = { decline: declineCodeLabels, not_drawn: notDrawnReasonLabels, close: closeReasonLabels }

export function sayReason(kind: FigureReasonKind, code: string): string {
  return reasonLabels[kind][code] ?? code
}
