import type { EntryRule, Fee, Pricing, ProductTerms } from '@dangqun/contracts/financing/products/schemas'
import type { EntryRuleKind } from '@dangqun/contracts/financing/vocabulary'

const wan = 1_000_000

/** The form's numbers, in the units that people write: wan yuan, per cent, basis points as they are. */
export const toWan = (fen: number): number => fen / wan
export const fromWan = (value: number | null): number => Math.round((value ?? 0) * 100) * (wan / 100)
export const toPercent = (bp: number): number => bp / 100
export const fromPercent = (value: number | null): number => Math.round((value ?? 0) * 100)

/** What a new product begins with; the contact stays empty, because only the bank knows it. */
export function emptyTerms(today: string): ProductTerms {
  return {
    name: '', amountMinFen: 5 * wan, amountMaxFen: 100 * wan, termMinMonths: 6, termMaxMonths: 12, purposes: ['turnover'], securities: ['credit'], loanToValueBp: null, hasOwnerGuarantee: false,
    pricing: { kind: 'lpr', tenor: '1y', spreadLowBp: 50, spreadHighBp: 150, reset: 'none' }, dayCount: 'act/360', repayments: ['equal_instalments'], fees: null, entryRules: [], acceptsRenewal: false, materials: [], promisedDays: null,
    contact: { outlet: '', managerNumber: '', managerPhone: '' }, validFrom: today, validTo: `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`,
  }
}

export function emptyFee(): Fee {
  return { name: '手续费', payee: 'bank', time: 'at_drawing', basis: 'amount', fen: 0, bp: 50 }
}

/** A rule of a kind as it begins. */
export function emptyRule(kind: EntryRuleKind): EntryRule {
  switch (kind) {
    case 'founded': return { kind, months: 12 }
    case 'revenue': return { kind, from: 'from_100' }
    case 'tax': return { kind, from: 'from_1' }
    case 'staff': return { kind, from: 'from_10' }
    case 'tax_grade': return { kind, grades: ['A', 'B', 'M'] }
    case 'industry_in': return { kind, industries: ['F'] }
    case 'industry_out': return { kind, industries: ['J', 'K'] }
    case 'firm_kind': return { kind, firmKinds: ['company'] }
    case 'not_first_loan': return { kind }
  }
}

/** The other way of pricing, from where the first one left off. */
export function otherPricing(pricing: Pricing, kind: Pricing['kind']): Pricing {
  if (pricing.kind === kind) return pricing
  return kind === 'fixed' ? { kind, lowBp: 400, highBp: 500 } : { kind: 'lpr', tenor: '1y', spreadLowBp: 50, spreadHighBp: 150, reset: 'none' }
}

/** Securities with what follows from them: a loan-to-value cap exactly where something of value secures the loan. */
export function withSecurities(terms: ProductTerms, securities: ProductTerms['securities']): ProductTerms {
  const needsCap = securities.includes('mortgage') || securities.includes('pledge')
  return { ...terms, securities, loanToValueBp: needsCap ? (terms.loanToValueBp ?? 7000) : null }
}
