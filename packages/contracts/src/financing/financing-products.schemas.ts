import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { date, id, line, mobile } from '../kit/text.schemas.js'
import { firmKinds } from '../organization/organization.vocabulary.js'
import type { financingProductsRoutes } from './financing-products.routes.js'
import { dayCounts, feeBases, feePayees, feeTimes, industries, lprResets, lprTenors, purposes, repayments, revenueBands, securities, staffBands, taxBands, taxGrades } from './financing.vocabulary.js'

const bp = (most: number) => z.number({ error: '请填写利率' }).int('最多两位小数').min(0, '不能是负数').max(most, `最高 ${most / 100}%`)
const fen = (most: number) => z.number({ error: '请填写金额' }).int().min(0, '不能是负数').max(most, '金额太大')
const months = z.number({ error: '请填写月数' }).int('要填整月').min(1, '最少 1 个月').max(360, '最多 360 个月')
const some = <Values extends readonly [string, ...string[]]>(values: Values) => z.array(z.enum(values)).min(1, '至少选一项').max(values.length).refine((chosen) => new Set(chosen).size === chosen.length, '选重了')

/** 1,000 yuan to 100 million. */
export const amountFen = z.number({ error: '请填写金额' }).int('要填整数').min(100_000, '最少 1000 元').max(10_000_000_000, '最多 1 亿元')
export const loanMonths = months

export const fee = z.object({
  name: line(20),
  payee: z.enum(feePayees),
  time: z.enum(feeTimes),
  basis: z.enum(feeBases),
  /** Of a fixed fee; 0 otherwise. */
  fen: fen(1_000_000_000),
  /** Of a share; 0 otherwise. */
  bp: bp(2000),
}).refine(({ basis, fen: fixed, bp: share }) => (basis === 'fixed' ? fixed > 0 && share === 0 : share > 0 && fixed === 0), { path: ['basis'], message: '请填写费用是多少' })
export type Fee = z.infer<typeof fee>

const rule = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) => z.object({ kind: z.literal(kind), ...shape })
/** Who may apply, as data: each is answered pass, fail or unknown. A `from` means "at least the lower end of this band". */
export const entryRule = z.discriminatedUnion('kind', [
  rule('founded', { months: z.number().int().min(1).max(240) }),
  rule('revenue', { from: z.enum(revenueBands) }),
  rule('tax', { from: z.enum(taxBands) }),
  rule('tax_grade', { grades: some(taxGrades) }),
  rule('staff', { from: z.enum(staffBands) }),
  rule('industry_in', { industries: some(industries) }),
  rule('industry_out', { industries: some(industries) }),
  rule('firm_kind', { firmKinds: some(firmKinds) }),
  rule('not_first_loan', {}),
])
export type EntryRule = z.infer<typeof entryRule>

const lprPricing = z.object({ kind: z.literal('lpr'), tenor: z.enum(lprTenors), spreadLowBp: z.number().int().min(-300).max(2000), spreadHighBp: z.number().int().min(-300).max(2000), reset: z.enum(lprResets) })
const fixedPricing = z.object({ kind: z.literal('fixed'), lowBp: bp(2400), highBp: bp(2400) })
export const pricing = z.discriminatedUnion('kind', [lprPricing, fixedPricing])
export type Pricing = z.infer<typeof pricing>

const contact = z.object({ outlet: line(40), managerNumber: line(20), managerPhone: mobile.or(z.string().regex(/^0\d{2,3}-?\d{7,8}$/)) })

/** Everything that a bank says of a product; one version holds it whole. */
export const productTermsShape = z.object({
  name: line(24, 2),
  amountMinFen: amountFen,
  amountMaxFen: amountFen,
  termMinMonths: months,
  termMaxMonths: months,
  purposes: some(purposes),
  securities: some(securities),
  /** At most this share of the collateral's value; null: nothing that has a value secures it. */
  loanToValueBp: z.number().int().min(1000, '最低 10%').max(10_000, '最高 100%').nullable(),
  /** 实控人保证, apart from the security. */
  hasOwnerGuarantee: z.boolean(),
  pricing,
  dayCount: z.enum(dayCounts),
  /** The first is the usual one. */
  repayments: some(repayments),
  /** null: the bank has not said, and the product is not ranked; an empty list is the statement 无其他费用. */
  fees: z.array(fee).max(8, '最多 8 项').nullable(),
  entryRules: z.array(entryRule).max(12, '最多 12 条').refine((rules) => new Set(rules.map(({ kind }) => kind)).size === rules.length, '同一种条件只写一条'),
  /** 无还本续贷, 置换. */
  acceptsRenewal: z.boolean(),
  materials: z.array(line(40)).max(20, '最多 20 项'),
  /** Working days from complete materials to an answer; null: not promised. */
  promisedDays: z.number().int().min(1).max(60).nullable(),
  contact,
  validFrom: date,
  validTo: date,
})

export const productTerms = productTermsShape.superRefine((terms, context) => {
  const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: path.split('.'), message })
  if (terms.amountMaxFen < terms.amountMinFen) refuse('amountMaxFen', '不能低于最低额度')
  if (terms.termMaxMonths < terms.termMinMonths) refuse('termMaxMonths', '不能短于最短期限')
  if (terms.validTo < terms.validFrom) refuse('validTo', '不能早于开始日期')
  if (terms.pricing.kind === 'lpr' && terms.pricing.spreadHighBp < terms.pricing.spreadLowBp) refuse('pricing.spreadHighBp', '不能低于最低加点')
  if (terms.pricing.kind === 'fixed' && terms.pricing.highBp < terms.pricing.lowBp) refuse('pricing.highBp', '不能低于最低利率')
  if (terms.securities.some((each) => each === 'mortgage' || each === 'pledge') !== (terms.loanToValueBp !== null)) refuse('loanToValueBp', terms.loanToValueBp === null ? '抵押、质押要写最高抵押率' : '没有抵押、质押，不写抵押率')
})
export type ProductTerms = z.infer<typeof productTerms>

export const bank = z.object({ id, name: z.string(), kind: z.string() })
export type Bank = z.infer<typeof bank>

/** A product on offer, as anybody reads it. */
export const product = z.object({
  id,
  bank,
  number: z.number().int(),
  terms: productTermsShape,
  /** What the pricing comes to under the newest LPR; null while none is on file. */
  nominalLowBp: z.number().int().nullable(),
  nominalHighBp: z.number().int().nullable(),
  lprOn: date.nullable(),
})
export type Product = z.infer<typeof product>

export const productParams = z.object({ center: centerParams.shape.center, id })
export type ProductParams = z.input<typeof productParams>
export const productsQuery = z.object({ bankId: id.optional(), ...pageQuery })
export type ProductsQuery = z.input<typeof productsQuery>
export const productsPage = page(product)
export type ProductsPage = z.infer<typeof productsPage>

export const banks = z.object({ items: z.array(bank) })
export type Banks = z.infer<typeof banks>

export const financingProductsSchemas = {
  listBanks: { params: centerParams, reply: banks },
  list: { params: centerParams, query: productsQuery, reply: productsPage },
  get: { params: productParams, reply: product },
} satisfies SchemasFor<typeof financingProductsRoutes>
