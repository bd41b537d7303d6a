import type { EntryRule, Pricing, ProductTerms } from '@dangqun/contracts/financing/products/schemas'
import type { NeedAnswers } from '@dangqun/contracts/financing/schemas'
import { collateralCeilingsFen, revenueBands, staffBands, taxBands, valuedSecurities, type MatchRule, type OptionalAnswer, type Repayment, type Security } from '@dangqun/contracts/financing/vocabulary'
import { addMonths, type LocalDate } from '../platform/calendar/calendar.rules.js'
import { multiplyDivide, type DueDays } from './financing-loan.rules.js'

/** 90 days of how a bank has served the centre's firms; empty until referrals exist. */
export interface ServiceRecord {
  readonly cases: number
  /** Working days from complete materials to an answer. */
  readonly medianWorkingDays: number | null
  readonly responsePermille: number
  readonly satisfactionPermille: number
}

/** What matching knows of a product: its terms and how its bank serves. Nothing that money could buy. */
export interface MatchProduct {
  readonly id: string
  readonly number: number
  readonly bank: { readonly id: string; readonly name: string; readonly kind: string }
  readonly terms: ProductTerms
  readonly record: ServiceRecord
}

export interface LprValues {
  readonly publishedOn: LocalDate
  readonly oneYearBp: number
  readonly fiveYearBp: number
}

export interface MatchContext {
  readonly today: LocalDate
  readonly lpr: LprValues
  /** From today, at least as many months as the longest term. */
  readonly dueDays: DueDays
}

/** What would be lent: the nearest to the need that the product allows. */
export interface Offer {
  readonly amountFen: number
  readonly months: number
  readonly repayment: Repayment
  readonly security: 'preferred' | 'acceptable' | null
}

/** The nominal rate at both ends of the range, in bp; never below zero. */
export function nominalBp(pricing: Pricing, lpr: LprValues): { lowBp: number; highBp: number } {
  if (pricing.kind === 'fixed') return { lowBp: pricing.lowBp, highBp: pricing.highBp }
  const base = pricing.tenor === '1y' ? lpr.oneYearBp : lpr.fiveYearBp
  return { lowBp: Math.max(0, base + pricing.spreadLowBp), highBp: Math.max(0, base + pricing.spreadHighBp) }
}

export function acceptsSecurity(need: NeedAnswers, security: Security): boolean {
  return security === need.preferredSecurity || need.acceptableSecurities.includes(security)
}

/** The most that the collateral allows; null: no limit, because something without a value may secure it, or nothing is known. */
export function collateralLimitFen(need: NeedAnswers, terms: ProductTerms): number | null {
  if (!needsCollateral(need, terms) || need.collateralBand === undefined || terms.loanToValueBp === null) return null
  const ceiling = collateralCeilingsFen[need.collateralBand]
  return ceiling === null ? null : multiplyDivide(ceiling, terms.loanToValueBp, 10_000)
}

/** Whether everything by which the two could agree has a value that caps the loan. */
function needsCollateral(need: NeedAnswers, terms: ProductTerms): boolean {
  let agree = false
  for (const security of terms.securities) {
    if (!acceptsSecurity(need, security)) continue
    if (!valuedSecurities.includes(security)) return false
    agree = true
  }
  return agree
}

export function offerFor(need: NeedAnswers, terms: ProductTerms): Offer {
  const limit = collateralLimitFen(need, terms)
  const most = limit === null ? terms.amountMaxFen : Math.min(terms.amountMaxFen, limit)
  const repayment = need.repayment !== undefined && terms.repayments.includes(need.repayment) ? need.repayment : (terms.repayments[0] ?? 'equal_instalments')
  return {
    amountFen: Math.max(terms.amountMinFen, Math.min(need.amountFen, most)),
    months: Math.max(terms.termMinMonths, Math.min(need.months, terms.termMaxMonths)),
    repayment,
    security: terms.securities.includes(need.preferredSecurity) ? 'preferred' : need.acceptableSecurities.some((each) => terms.securities.includes(each)) ? 'acceptable' : null,
  }
}

export interface Checked {
  readonly failed: MatchRule[]
  readonly missing: OptionalAnswer[]
}

/** Every rule but the highest rate, which needs the cost. In the order of the vocabulary. */
export function check(need: NeedAnswers, terms: ProductTerms, offer: Offer, context: MatchContext): Checked {
  const failed: MatchRule[] = []
  const missing: OptionalAnswer[] = []
  const least = need.leastAmountFen ?? need.amountFen
  const limit = collateralLimitFen(need, terms)
  if (need.amountFen < terms.amountMinFen) failed.push('amount_min')
  if (terms.amountMaxFen < least) failed.push('amount_max')
  if (offer.months !== need.months && !need.isTermAdjustable) failed.push('term')
  if (offer.security === null) failed.push('security')
  if (limit !== null && limit < Math.max(least, terms.amountMinFen)) failed.push('collateral')
  if (limit === null && need.collateralBand === undefined && needsCollateral(need, terms)) missing.push('collateralBand')
  if (!terms.purposes.includes(need.purpose)) failed.push('purpose')
  if (need.wantsRenewal && !terms.acceptsRenewal) failed.push('renewal')
  if (need.repayment !== undefined && need.repayment !== offer.repayment) failed.push('repayment')
  for (const rule of terms.entryRules) {
    const answer = entryAnswer(rule)
    if (need[answer] === undefined) missing.push(answer)
    else if (!passes(rule, need, context.today)) failed.push(rule.kind)
  }
  return { failed, missing }
}

/** The answer that a rule is judged by. */
export function entryAnswer(rule: EntryRule): OptionalAnswer {
  switch (rule.kind) {
    case 'founded': return 'foundedOn'
    case 'revenue': return 'revenueBand'
    case 'tax': return 'taxBand'
    case 'tax_grade': return 'taxGrade'
    case 'staff': return 'staffBand'
    case 'industry_in': case 'industry_out': return 'industry'
    case 'firm_kind': return 'firmKind'
    case 'not_first_loan': return 'isFirstLoan'
  }
}

function passes(rule: EntryRule, need: NeedAnswers, today: LocalDate): boolean {
  switch (rule.kind) {
    case 'founded': return need.foundedOn !== undefined && isAsOldAs(need.foundedOn, rule.months, today)
    case 'revenue': return need.revenueBand !== undefined && revenueBands.indexOf(need.revenueBand) >= revenueBands.indexOf(rule.from)
    case 'tax': return need.taxBand !== undefined && taxBands.indexOf(need.taxBand) >= taxBands.indexOf(rule.from)
    // 个体工商户 have no grade: never a reason to fail.
    case 'tax_grade': return need.taxGrade !== undefined && (need.taxGrade === 'not_applicable' || rule.grades.includes(need.taxGrade))
    case 'staff': return need.staffBand !== undefined && staffBands.indexOf(need.staffBand) >= staffBands.indexOf(rule.from)
    case 'industry_in': return need.industry !== undefined && rule.industries.includes(need.industry)
    case 'industry_out': return need.industry !== undefined && !rule.industries.includes(need.industry)
    case 'firm_kind': return need.firmKind !== undefined && rule.firmKinds.includes(need.firmKind)
    case 'not_first_loan': return need.isFirstLoan === false
  }
}

/** Whether so many months have passed; the days are looked at only where the months do not decide. */
function isAsOldAs(foundedOn: LocalDate, months: number, today: LocalDate): boolean {
  const passed = monthNumber(today) - monthNumber(foundedOn)
  return passed === months ? addMonths(foundedOn, months) <= today : passed > months
}

const monthNumber = (date: LocalDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

/** Whole months from one date to another; 0 when it is not later. */
export function monthsBetween(from: LocalDate, to: LocalDate): number {
  const months = monthNumber(to) - monthNumber(from)
  return Math.max(0, addMonths(from, months) <= to ? months : months - 1)
}

/**
 * What would have to be otherwise for a failed rule to pass; null when nothing that a firm could decide or reach:
 * what a loan is for is not changed to please a bank.
 */
export function remedy(rule: MatchRule, need: NeedAnswers, terms: ProductTerms, context: MatchContext, allInPpm: number | null): Partial<NeedAnswers> | null {
  const entry = terms.entryRules.find(({ kind }) => kind === rule)
  switch (rule) {
    case 'amount_min': return { amountFen: terms.amountMinFen }
    case 'amount_max': return { leastAmountFen: terms.amountMaxFen }
    case 'collateral': {
      const limit = collateralLimitFen(need, terms)
      return limit !== null && limit >= terms.amountMinFen ? { leastAmountFen: limit } : null
    }
    case 'term': return { isTermAdjustable: true }
    case 'security': return terms.securities[0] === undefined ? null : { acceptableSecurities: [...need.acceptableSecurities, terms.securities[0]] }
    case 'repayment': return terms.repayments[0] === undefined ? null : { repayment: terms.repayments[0] }
    case 'highest_rate': return allInPpm === null ? null : { highestRateBp: Math.ceil(allInPpm / 100) }
    case 'founded': return entry?.kind === 'founded' ? { foundedOn: addMonths(context.today, -entry.months) } : null
    case 'revenue': return entry?.kind === 'revenue' ? { revenueBand: entry.from } : null
    case 'tax': return entry?.kind === 'tax' ? { taxBand: entry.from } : null
    case 'staff': return entry?.kind === 'staff' ? { staffBand: entry.from } : null
    case 'tax_grade': return entry?.kind === 'tax_grade' && entry.grades[0] !== undefined ? { taxGrade: entry.grades[0] } : null
    case 'purpose': case 'renewal': case 'industry_in': case 'industry_out': case 'firm_kind': case 'not_first_loan': return null
  }
}
