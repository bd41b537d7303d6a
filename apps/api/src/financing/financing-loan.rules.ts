import type { DayCount, FeeBasis, FeePayee, FeeTime, Repayment } from '@dangqun/contracts/financing/vocabulary'
import { addMonths, type LocalDate } from '../platform/calendar/calendar.rules.js'
import { rateOfFlows, toPpm, type RateOutcome } from './financing-rate.rules.js'

/**
 * Repayment schedules in whole fen. Instalments fall on the same date of every month, or its last day; interest
 * follows the product's day count; everything is rounded half-up to the fen and the last instalment takes the rest.
 */

export interface Fee {
  readonly name: string
  readonly payee: FeePayee
  readonly time: FeeTime
  readonly basis: FeeBasis
  /** Of a fixed fee; 0 otherwise. */
  readonly fen: number
  /** Of a share; 0 otherwise. */
  readonly bp: number
}

export interface LoanTerms {
  /** 100,000 fen (1,000 yuan) and more: below, instalments of single fen would not add up. */
  readonly principalFen: number
  /** 1 to 360. */
  readonly months: number
  readonly annualBp: number
  readonly dayCount: DayCount
  /** `revolving` is reckoned as drawn in full for the term, at most 12 months, interest paid monthly (assumed use). */
  readonly repayment: Repayment
  readonly fees: readonly Fee[]
}

export interface Instalment {
  /** 1 for the first month; 0 is the drawing. */
  readonly month: number
  /** Since the drawing. */
  readonly days: number
  readonly principalFen: number
  readonly interestFen: number
  readonly feesFen: number
  /** Owed afterwards. */
  readonly balanceFen: number
}

/** Calendar days from the drawing to each due date; index 0 is the drawing itself. */
export type DueDays = readonly number[]

export interface Cost {
  readonly months: number
  readonly instalments: readonly Instalment[]
  readonly interestFen: number
  readonly feesFen: number
  readonly totalCostFen: number
  readonly rate: RateOutcome
  /** null when there is no rate. */
  readonly allInPpm: number | null
}

const dayMs = 86_400_000
export const leastPrincipalFen = 100_000
export const mostMonths = 360
const assumedRevolvingMonths = 12

export function dueDaysFrom(drawnOn: LocalDate, months: number): DueDays {
  const start = Date.parse(drawnOn)
  return Array.from({ length: months + 1 }, (_, month) => (Date.parse(addMonths(drawnOn, month)) - start) / dayMs)
}

/**
 * What the loan really costs: the drawing and every instalment after it, sums, all-in rate per 365 days.
 * @param dueDays of at least as many months as the loan runs
 * @throws RangeError for amounts or terms out of bounds
 */
export function costOf(terms: LoanTerms, dueDays: DueDays): Cost {
  const reckoned = reckon(terms, dueDays)
  return { ...totalsOf(terms, dueDays, reckoned), instalments: instalmentsOf(reckoned, dueDays) }
}

/** The same without a schedule, for matching: hundreds of loans for every need. */
export function totalsOf(terms: LoanTerms, dueDays: DueDays, { months, repaid, interest, fees }: Reckoned = reckon(terms, dueDays)): Omit<Cost, 'instalments'> & { readonly firstPaymentFen: number; readonly lastPaymentFen: number } {
  let interestFen = 0
  let feesFen = 0
  const fen: number[] = []
  const years: number[] = []
  for (let month = 0; month <= months; month++) {
    const [due, fee] = [interest[month] ?? 0, fees[month] ?? 0]
    interestFen += due
    feesFen += fee
    fen.push((month === 0 ? terms.principalFen : 0) - (repaid[month] ?? 0) - due - fee)
    years.push((dueDays[month] ?? 0) / 365)
  }
  const rate = rateOfFlows(fen, years, terms.annualBp / 10_000)
  return {
    months, interestFen, feesFen, totalCostFen: interestFen + feesFen, rate, allInPpm: rate.hasConverged ? toPpm(rate.rate) : null,
    firstPaymentFen: (repaid[1] ?? 0) + (interest[1] ?? 0), lastPaymentFen: (repaid[months] ?? 0) + (interest[months] ?? 0),
  }
}

/** Fen by month, 0 being the drawing. */
interface Reckoned {
  readonly months: number
  readonly repaid: readonly number[]
  readonly interest: readonly number[]
  readonly balances: readonly number[]
  readonly fees: readonly number[]
}

function instalmentsOf({ repaid, interest, balances, fees }: Reckoned, dueDays: DueDays): Instalment[] {
  return repaid.map((principalFen, month) => ({ month, days: dueDays[month] ?? 0, principalFen, interestFen: interest[month] ?? 0, feesFen: fees[month] ?? 0, balanceFen: balances[month] ?? 0 }))
}

function reckon(terms: LoanTerms, dueDays: DueDays): Reckoned {
  const { principalFen, repayment, annualBp, dayCount } = terms
  const months = repayment === 'revolving' ? Math.min(terms.months, assumedRevolvingMonths) : terms.months
  if (!Number.isSafeInteger(principalFen) || principalFen < leastPrincipalFen) throw new RangeError(`not an amount: ${principalFen}`)
  if (!Number.isInteger(months) || months < 1 || months > mostMonths || dueDays.length <= months) throw new RangeError(`not a term: ${months}`)
  const level = repayment === 'equal_instalments' ? levelInstalment(terms, dueDays) : 0
  const share = repayment === 'equal_principal' ? divideHalfUp(principalFen, months) : 0
  const [repaid, interest, balances] = [[0], [0], [principalFen]]
  let balance = principalFen
  for (let month = 1; month <= months; month++) {
    const isLast = month === months
    const from = repayment === 'bullet' ? 0 : month - 1
    const due = repayment === 'bullet' && !isLast ? 0 : interestFen(balance, annualBp, dayCount, month - from, (dueDays[month] ?? 0) - (dueDays[from] ?? 0))
    const part = isLast ? balance : repayment === 'equal_instalments' ? Math.max(0, level - due) : share
    balance -= part
    repaid.push(part)
    interest.push(due)
    balances.push(balance)
  }
  return { months, repaid, interest, balances, fees: terms.fees.length === 0 ? [] : feesByMonth(terms.fees, principalFen, balances) }
}

/** A fee as it falls due: what, and in which month after the drawing. */
export interface DueFee {
  readonly fee: Fee
  readonly month: number
  readonly fen: number
}

/** @param balances owed after each month, index 0 at the drawing */
export function dueFees(fees: readonly Fee[], principalFen: number, balances: readonly number[]): DueFee[] {
  const months = balances.length - 1
  const years = Math.ceil(months / 12)
  return fees.flatMap((fee) => {
    if (fee.time === 'at_drawing' || fee.time === 'at_end') {
      const month = fee.time === 'at_drawing' ? 0 : months
      return [{ fee, month, fen: feeFen(fee, principalFen, fee.time === 'at_drawing' ? principalFen : (balances[months - 1] ?? 0)) }]
    }
    return Array.from({ length: years }, (_, year) => {
      const month = fee.time === 'year_start' ? year * 12 : Math.min((year + 1) * 12, months)
      return { fee, month, fen: feeFen(fee, principalFen, balances[year * 12] ?? 0) }
    })
  })
}

function feesByMonth(fees: readonly Fee[], principalFen: number, balances: readonly number[]): number[] {
  const sums: number[] = []
  for (const { month, fen } of dueFees(fees, principalFen, balances)) sums[month] = (sums[month] ?? 0) + fen
  return sums
}

function feeFen({ basis, fen, bp }: Fee, principalFen: number, balanceFen: number): number {
  if (basis === 'fixed') return fen
  return multiplyDivide(basis === 'amount' ? principalFen : balanceFen, bp, 10_000)
}

/** 30/360 counts every month as 30 days; the others count the days that there are. */
export function interestFen(balanceFen: number, annualBp: number, dayCount: DayCount, months: number, days: number): number {
  if (dayCount === '30/360') return multiplyDivide(balanceFen, annualBp * months, 120_000)
  return multiplyDivide(balanceFen, annualBp * days, dayCount === 'act/360' ? 3_600_000 : 3_650_000)
}

/** Interest of so many days, as of a loan paid back early; 30/360 takes 1/360 of the year for each. */
export function interestOfDays(balanceFen: number, annualBp: number, dayCount: DayCount, days: number): number {
  return multiplyDivide(balanceFen, annualBp * days, dayCount === 'act/365' ? 3_650_000 : 3_600_000)
}

/**
 * The one instalment that brings the balance to nothing under the product's own day count. The balance after the
 * last month is linear in it: principal · Π(1+i) − instalment · ΣΠ(1+i) = 0; for 30/360 the usual annuity formula.
 */
function levelInstalment({ principalFen, months, annualBp, dayCount }: LoanTerms, dueDays: DueDays): number {
  let grown = 1
  let sum = 0
  for (let month = 1; month <= months; month++) {
    const days = (dueDays[month] ?? 0) - (dueDays[month - 1] ?? 0)
    const rate = dayCount === '30/360' ? annualBp / 120_000 : (annualBp * days) / (dayCount === 'act/360' ? 3_600_000 : 3_650_000)
    grown *= 1 + rate
    sum = sum * (1 + rate) + 1
  }
  return Math.floor((principalFen * grown) / sum + 0.5)
}

/** a · b / c for whole numbers, half-up; exact, beyond 2^53 by BigInt. */
export function multiplyDivide(a: number, b: number, c: number): number {
  const product = a * b
  if (2 * product + c <= Number.MAX_SAFE_INTEGER) return Math.floor((2 * product + c) / (2 * c))
  return Number((2n * BigInt(a) * BigInt(b) + BigInt(c)) / (2n * BigInt(c)))
}

function divideHalfUp(a: number, b: number): number {
  return multiplyDivide(a, 1, b)
}
