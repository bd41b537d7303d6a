import type { DayCount, FeeBasis, FeePayee, FeeTime, Repayment } from '@dangqun/contracts/financing/vocabulary'
import { addMonths, type LocalDate } from '../platform/calendar/calendar.rules.js'
import { internalRate, toPpm, type CashFlow, type RateOutcome } from './financing-rate.rules.js'

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

/** What the loan really costs: schedule, sums, all-in rate per 365 days. */
export function costOf(terms: LoanTerms, dueDays: DueDays): Cost {
  const instalments = scheduleOf(terms, dueDays)
  let interestFen = 0
  let feesFen = 0
  for (const each of instalments) {
    interestFen += each.interestFen
    feesFen += each.feesFen
  }
  const rate = internalRate(cashFlows(terms.principalFen, instalments), terms.annualBp / 10_000)
  return { months: instalments.length - 1, instalments, interestFen, feesFen, totalCostFen: interestFen + feesFen, rate, allInPpm: rate.hasConverged ? toPpm(rate.rate) : null }
}

/** The borrower's side, at days / 365. */
export function cashFlows(principalFen: number, instalments: readonly Instalment[]): CashFlow[] {
  return instalments.map(({ days, principalFen: repaid, interestFen, feesFen }) => ({
    years: days / 365,
    fen: (days === 0 ? principalFen : 0) - repaid - interestFen - feesFen,
  }))
}

/**
 * The drawing and every instalment after it.
 * @param dueDays of at least as many months as the loan runs
 * @throws RangeError for amounts or terms out of bounds
 */
export function scheduleOf(terms: LoanTerms, dueDays: DueDays): Instalment[] {
  const { principalFen, repayment } = terms
  const months = repayment === 'revolving' ? Math.min(terms.months, assumedRevolvingMonths) : terms.months
  if (!Number.isSafeInteger(principalFen) || principalFen < leastPrincipalFen) throw new RangeError(`not an amount: ${principalFen}`)
  if (!Number.isInteger(months) || months < 1 || months > mostMonths || dueDays.length <= months) throw new RangeError(`not a term: ${months}`)
  const interest = (balanceFen: number, from: number, to: number) => interestFen(balanceFen, terms.annualBp, terms.dayCount, to - from, (dueDays[to] ?? 0) - (dueDays[from] ?? 0))
  const level = repayment === 'equal_instalments' ? levelInstalment(terms, dueDays) : 0
  const share = repayment === 'equal_principal' ? divideHalfUp(principalFen, months) : 0
  const balances = [principalFen]
  const plain: Instalment[] = [{ month: 0, days: 0, principalFen: 0, interestFen: 0, feesFen: 0, balanceFen: principalFen }]
  let balance = principalFen
  for (let month = 1; month <= months; month++) {
    const isLast = month === months
    const due = repayment === 'bullet' ? (isLast ? interest(balance, 0, months) : 0) : interest(balance, month - 1, month)
    const repaid = isLast ? balance : repayment === 'equal_instalments' ? Math.max(0, level - due) : share
    balance -= repaid
    balances.push(balance)
    plain.push({ month, days: dueDays[month] ?? 0, principalFen: repaid, interestFen: due, feesFen: 0, balanceFen: balance })
  }
  if (terms.fees.length === 0) return plain
  const fees = feesByMonth(terms.fees, principalFen, balances)
  return plain.map((each) => (fees[each.month] ? { ...each, feesFen: fees[each.month] ?? 0 } : each))
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
