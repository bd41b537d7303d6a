import type { Fee, ProductTerms } from '@dangqun/contracts/financing/products/schemas'
import type { NeedAnswers } from '@dangqun/contracts/financing/schemas'
import type { VersionState } from '@dangqun/contracts/financing/vocabulary'
import type { Seeded } from '../platform/seeded/seeded.js'

/** A row of `financing_banks`, by column. */
export interface PlainBank {
  center_id: string
  id: string
  name: string
  kind: string
  place: number
}

/** A row of `financing_products`, by column. */
export interface PlainProduct {
  center_id: string
  id: string
  bank_id: string
  created_at: Date
}

/** A row of `financing_product_versions`, by column. */
export interface PlainVersion {
  center_id: string
  product_id: string
  bank_id: string
  number: number
  state: VersionState
  terms: ProductTerms
  valid_from: string
  valid_to: string
  created_at: Date
  submitted_at: Date | null
  decided_at: Date | null
  note: string | null
}

/** A row of `financing_lprs`, by column. */
export interface PlainLpr {
  center_id: string
  published_on: string
  one_year_bp: number
  five_year_bp: number
}

export function aBank(seeded: Seeded, now: Date, fixed: { center_id: string } & Partial<PlainBank>): PlainBank {
  return { id: seeded.uuid(now), name: `${seeded.pick(['徽远', '临湖', '丰穗', '云岭', '远帆', '青屿'])}银行${seeded.int(1, 1_000_000)}`, kind: '城市商业银行', place: 0, ...fixed }
}

export function aFee(fixed: Partial<Fee> = {}): Fee {
  return { name: '手续费', payee: 'bank', time: 'at_drawing', basis: 'amount', fen: 0, bp: 100, ...fixed }
}

/** What a plain credit loan for shops says, unless told otherwise. */
export function someTerms(fixed: Partial<ProductTerms> = {}): ProductTerms {
  return {
    name: '商户信用贷', amountMinFen: 10_000_000, amountMaxFen: 300_000_000, termMinMonths: 6, termMaxMonths: 36, purposes: ['turnover', 'stock'], securities: ['credit'], loanToValueBp: null, hasOwnerGuarantee: false,
    pricing: { kind: 'lpr', tenor: '1y', spreadLowBp: 60, spreadHighBp: 160, reset: 'none' }, dayCount: '30/360', repayments: ['equal_instalments', 'interest_first'], fees: [], entryRules: [{ kind: 'founded', months: 12 }],
    acceptsRenewal: true, materials: ['营业执照', '法定代表人身份证'], promisedDays: 3, contact: { outlet: '尚百商圈支行', managerNumber: 'HY0317', managerPhone: '19900000317' }, validFrom: '2026-01-01', validTo: '2027-12-31',
    ...fixed,
  }
}

export function aProduct(seeded: Seeded, now: Date, fixed: { center_id: string; bank_id: string } & Partial<PlainProduct>): PlainProduct {
  return { id: seeded.uuid(now), created_at: now, ...fixed }
}

/** An approved first version, unless told otherwise. */
export function aVersion(now: Date, product: PlainProduct, fixed: Partial<PlainVersion> = {}): PlainVersion {
  const terms = fixed.terms ?? someTerms()
  const state = fixed.state ?? 'approved'
  return {
    center_id: product.center_id, product_id: product.id, bank_id: product.bank_id, number: 1, state, terms, valid_from: terms.validFrom, valid_to: terms.validTo, created_at: now,
    submitted_at: state === 'draft' ? null : now, decided_at: state === 'draft' || state === 'submitted' ? null : now, note: null, ...fixed,
  }
}

export function anLpr(fixed: { center_id: string } & Partial<PlainLpr>): PlainLpr {
  return { published_on: '2026-11-20', one_year_bp: 300, five_year_bp: 350, ...fixed }
}

/** 500,000 yuan for 12 months on credit, with every optional answer given, unless told otherwise. */
export function aNeed(fixed: Partial<NeedAnswers> = {}): NeedAnswers {
  return {
    amountFen: 50_000_000, months: 12, isTermAdjustable: false, purpose: 'turnover', wantsRenewal: false, preferredSecurity: 'credit', acceptableSecurities: [], collateralBand: 'from_100', firmKind: 'company', industry: 'F',
    foundedOn: '2022-03-10', revenueBand: 'from_500', taxBand: 'from_5', taxGrade: 'B', staffBand: 'from_10', isFirstLoan: false, ...fixed,
  }
}
