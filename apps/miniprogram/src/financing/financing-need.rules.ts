import type { ProductTerms } from '@dangqun/contracts/financing/products/schemas'
import type { CostQuestion, Need } from '@dangqun/contracts/financing/schemas'
import { securityLabels, type CollateralBand, type Industry, type Purpose, type RevenueBand, type Security, type StaffBand, type TaxBand, type TaxGrade } from '@dangqun/contracts/financing/vocabulary'
import { sayAmount, sayMonths } from '@dangqun/contracts/kit/figures'
import type { FirmKind } from '@dangqun/contracts/organization/vocabulary'

/** Answers that a firm may leave out, as the form holds them. */
export interface OptionalAnswers {
  firmKind: FirmKind | null
  foundedOn: string | null
  industry: Industry | null
  revenueBand: RevenueBand | null
  taxBand: TaxBand | null
  taxGrade: TaxGrade | null
  staffBand: StaffBand | null
  isFirstLoan: 'yes' | 'no' | null
  collateralBand: CollateralBand | null
}

export interface NeedDraft extends OptionalAnswers {
  amountWan: string
  months: string
  isTermAdjustable: boolean
  purpose: Purpose
  preferredSecurity: Security
  acceptableSecurities: Security[]
}

export const noAnswers: OptionalAnswers = { firmKind: null, foundedOn: null, industry: null, revenueBand: null, taxBand: null, taxGrade: null, staffBand: null, isFirstLoan: null, collateralBand: null }
export const firstDraft: NeedDraft = { amountWan: '30', months: '12', isTermAdjustable: true, purpose: 'turnover', preferredSecurity: 'credit', acceptableSecurities: [], ...noAnswers }

const wan = 1_000_000
export const leastWan = 1
export const mostWan = 10_000
export const termChoices = ['3', '6', '12', '24', '36', '60'] as const

/** What is wrong with the amount as typed; null when it can be used. */
export function amountError(typed: string): string | null {
  const amount = Number(typed.normalize('NFKC').trim())
  if (typed.trim() === '' || !Number.isFinite(amount)) return '请填写要借多少万元，如 30'
  if (amount < leastWan) return `最少 ${leastWan} 万元`
  return amount > mostWan ? `最多 ${mostWan / 10_000} 亿元` : null
}

/** The need as it is sent; what was left out is not in it. */
export function toNeed(draft: NeedDraft): Need {
  const { amountWan, months, isFirstLoan, acceptableSecurities, isTermAdjustable, purpose, preferredSecurity, ...answers } = draft
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null)) as Partial<Need>
  return {
    ...given,
    amountFen: Math.round(Number(amountWan.normalize('NFKC')) * 100) * (wan / 100),
    months: Number(months),
    isTermAdjustable,
    purpose,
    preferredSecurity,
    acceptableSecurities: acceptableSecurities.filter((each) => each !== preferredSecurity),
    ...(isFirstLoan === null ? {} : { isFirstLoan: isFirstLoan === 'yes' }),
  }
}

/** The same need as the form holds it. */
export function draftOf(need: Need): NeedDraft {
  const { amountFen, months, isTermAdjustable = false, purpose, preferredSecurity, acceptableSecurities = [], isFirstLoan } = need
  const { firmKind = null, foundedOn = null, industry = null, revenueBand = null, taxBand = null, taxGrade = null, staffBand = null, collateralBand = null } = need
  return {
    amountWan: String(amountFen / wan), months: String(months), isTermAdjustable, purpose, preferredSecurity, acceptableSecurities,
    firmKind, foundedOn, industry, revenueBand, taxBand, taxGrade, staffBand, collateralBand, isFirstLoan: isFirstLoan === undefined ? null : isFirstLoan ? 'yes' : 'no',
  }
}

/** What to ask of a product: the need, or the nearest to it that the product allows; without a need its least amount for a year. */
export function costQuestionOf(terms: Pick<ProductTerms, 'amountMinFen' | 'amountMaxFen' | 'termMinMonths' | 'termMaxMonths' | 'repayments'>, need: Pick<Need, 'amountFen' | 'months' | 'repayment'> | null): CostQuestion {
  const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
  const repayment = need?.repayment
  return {
    amountFen: within(need?.amountFen ?? terms.amountMinFen, terms.amountMinFen, terms.amountMaxFen),
    months: within(need?.months ?? 12, terms.termMinMonths, terms.termMaxMonths),
    ...(repayment !== undefined && terms.repayments.includes(repayment) ? { repayment } : {}),
  }
}

/** `50 万元 · 12 个月 · 信用`. */
export function sayNeed({ amountFen, months, preferredSecurity }: Pick<Need, 'amountFen' | 'months' | 'preferredSecurity'>): string {
  return `${sayAmount(amountFen)} · ${sayMonths(months)} · ${securityLabels[preferredSecurity]}`
}

/** Steps of the amount slider in wan yuan, from coarse to fine around what people borrow. */
export const amountSteps: readonly number[] = [...range(1, 10, 1), ...range(12, 50, 2), ...range(55, 100, 5), ...range(110, 300, 10), ...range(350, 1000, 50)]
export const termSteps: readonly number[] = [1, 2, 3, 6, 9, 12, 18, 24, 36, 48, 60, 84, 120]

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
}

/** The place on a slider that is nearest to a value. */
export function nearestStep(steps: readonly number[], value: number): number {
  return steps.reduce((best, step, index) => (Math.abs(step - value) < Math.abs((steps[best] ?? Infinity) - value) ? index : best), 0)
}

/** Bars of a schedule: months, or quarters or years where there would be too many. */
export function barsOf<Each extends { month: number; principalFen: number; interestFen: number; feesFen: number }>(instalments: readonly Each[]): { months: string; principalFen: number; interestFen: number; feesFen: number }[] {
  const last = instalments.length - 1
  const size = last <= 24 ? 1 : last <= 72 ? 3 : 12
  const bars: { months: string; principalFen: number; interestFen: number; feesFen: number }[] = []
  for (let from = 1; from <= last; from += size) {
    // What is paid at the drawing belongs to the first bar.
    const part = instalments.filter(({ month }) => (month >= from && month < from + size) || (from === 1 && month === 0))
    const sum = (key: 'principalFen' | 'interestFen' | 'feesFen') => part.reduce((total, each) => total + each[key], 0)
    const to = Math.min(from + size - 1, last)
    bars.push({ months: from === to ? `第 ${from} 期` : `第 ${from}–${to} 期`, principalFen: sum('principalFen'), interestFen: sum('interestFen'), feesFen: sum('feesFen') })
  }
  return bars
}
