import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { fileReply } from '../kit/file.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { date, id } from '../kit/text.schemas.js'
import { firmKinds } from '../organization/organization.vocabulary.js'
import { amountFen, bank, loanMonths, productParams, productTerms } from './financing-products.schemas.js'
import type { financingRoutes } from './financing.routes.js'
import { collateralBands, feePayees, industries, matchMarks, matchOutcomes, matchRules, optionalAnswers, purposes, repayments, revenueBands, securities, staffBands, taxBands, taxGrades } from './financing.vocabulary.js'

/** What a firm needs, as declared: never more than bands, no name, no code. */
export const need = z.object({
  amountFen,
  /** Below this a loan is of no use; default: the whole amount. */
  leastAmountFen: amountFen.optional(),
  months: loanMonths,
  isTermAdjustable: z.boolean().default(false),
  purpose: z.enum(purposes),
  wantsRenewal: z.boolean().default(false),
  preferredSecurity: z.enum(securities),
  acceptableSecurities: z.array(z.enum(securities)).max(securities.length).default([]),
  collateralBand: z.enum(collateralBands).optional(),
  highestRateBp: z.number().int().min(1).max(3600).optional(),
  repayment: z.enum(repayments).optional(),
  firmKind: z.enum(firmKinds).optional(),
  industry: z.enum(industries).optional(),
  foundedOn: date.optional(),
  revenueBand: z.enum(revenueBands).optional(),
  taxBand: z.enum(taxBands).optional(),
  taxGrade: z.enum(taxGrades).optional(),
  staffBand: z.enum(staffBands).optional(),
  isFirstLoan: z.boolean().optional(),
}).refine(({ amountFen: asked, leastAmountFen: least }) => least === undefined || least <= asked, { path: ['leastAmountFen'], message: '不能高于需要的金额' })
export type Need = z.input<typeof need>
export type NeedAnswers = z.output<typeof need>

const score = z.object({ cost: z.number().int(), security: z.number().int(), amount: z.number().int(), speed: z.number().int(), term: z.number().int(), service: z.number().int() })

/** What one product comes to for one need. Scores are hundredths of a point, rates millionths. */
export const match = z.object({
  product: z.object({ id, number: z.number().int(), name: z.string(), bank, nominalLowBp: z.number().int(), nominalHighBp: z.number().int(), hasOwnerGuarantee: z.boolean(), securities: z.array(z.enum(securities)), promisedDays: z.number().int().nullable() }),
  outcome: z.enum(matchOutcomes),
  /** From 1; null unless it fits. */
  rank: z.number().int().nullable(),
  scoreHundredths: z.number().int().nullable(),
  parts: score.nullable(),
  /** At the high end of the product's range; null when a rule has failed. */
  cost: z.object({
    amountFen: z.number().int(),
    months: z.number().int(),
    repayment: z.enum(repayments),
    allInPpm: z.number().int().nullable(),
    totalCostFen: z.number().int(),
    interestFen: z.number().int(),
    feesFen: z.number().int(),
    /** The total spread over the months. */
    monthlyCostFen: z.number().int(),
    /** What is paid back month by month, in words. */
    payments: z.string(),
  }).nullable(),
  mark: z.enum(matchMarks).nullable(),
  reasons: z.array(z.string()),
  /** Its fees, and what else to know, in words. */
  notes: z.array(z.string()),
  failures: z.array(z.object({ rule: z.enum(matchRules), words: z.string() })),
  /** What one more answer would decide. */
  missing: z.array(z.enum(optionalAnswers)),
  /** The smallest change that would make it fit; null when none would, or none is needed. */
  change: z.string().nullable(),
})
export type Match = z.infer<typeof match>

export const matches = z.object({
  algorithm: z.object({ version: z.number().int(), lprOn: date, lpr1yBp: z.number().int() }),
  /** Those that fit by rank, then those that one more answer decides, then the unranked, then the failed. */
  items: z.array(match),
  /** The answer that would decide most products; null when none is missing. */
  nextAnswer: z.enum(optionalAnswers).nullable(),
})
export type Matches = z.infer<typeof matches>

const instalment = z.object({ month: z.number().int(), on: date, principalFen: z.number().int(), interestFen: z.number().int(), feesFen: z.number().int(), balanceFen: z.number().int() })
const totals = z.object({ allInPpm: z.number().int().nullable(), totalCostFen: z.number().int(), interestFen: z.number().int(), feesFen: z.number().int() })

/** 融资成本测算（参考）: never an offer. */
export const costSheet = z.object({
  bankName: z.string(),
  productName: z.string(),
  amountFen: z.number().int(),
  /** As reckoned: a revolving loan for 12 months at most. */
  months: z.number().int(),
  repayment: z.enum(repayments),
  drawnOn: date,
  nominalBp: z.number().int(),
  /** `一年期 LPR 3.00%（2026-11-20）+ 60 基点`, or `固定利率`. */
  pricingWords: z.string(),
  dayCountWords: z.string(),
  ...totals.shape,
  monthlyCostFen: z.number().int(),
  payments: z.string(),
  /** null: the bank has not said what fees there are. */
  fees: z.array(z.object({ name: z.string(), payee: z.enum(feePayees), words: z.string(), totalFen: z.number().int() })).nullable(),
  instalments: z.array(instalment),
  /** Should the LPR be half a point higher: for terms over a year that follow it. */
  plus50: totals.nullable(),
  /** Of a revolving loan that is paid back after 90 days. */
  ninetyDays: totals.nullable(),
  assumptions: z.array(z.string()),
})
export type CostSheet = z.infer<typeof costSheet>

export const costQuestion = z.object({ amountFen, months: loanMonths, repayment: z.enum(repayments).optional(), rateEnd: z.enum(['low', 'high']).default('high') })
export type CostQuestion = z.input<typeof costQuestion>
export const draftCostQuestion = costQuestion.extend({ bankName: z.string().max(40).default(''), terms: productTerms })
export type DraftCostQuestion = z.input<typeof draftCostQuestion>

export const lpr = z.object({ publishedOn: date, oneYearBp: z.number().int().min(1, '请填写利率').max(1500, '最高 15%'), fiveYearBp: z.number().int().min(1, '请填写利率').max(1500, '最高 15%') })
export type Lpr = z.infer<typeof lpr>
export const lprs = z.object({ items: z.array(lpr), allowedActions: z.array(z.enum(['enter', 'remove'])) })
export type Lprs = z.infer<typeof lprs>
export const lprParams = z.object({ center: centerParams.shape.center, publishedOn: date })
export type LprParams = z.input<typeof lprParams>

export const financingSchemas = {
  previewMatches: { params: centerParams, body: need, reply: matches },
  readCost: { params: productParams, body: costQuestion, reply: costSheet },
  printCost: { params: productParams, body: costQuestion, reply: fileReply },
  readDraftCost: { params: centerParams, body: draftCostQuestion, reply: costSheet },
  listLprs: { params: centerParams, reply: lprs },
  enterLpr: { params: centerParams, body: lpr, reply: lprs },
  removeLpr: { params: lprParams, reply: lprs },
} satisfies SchemasFor<typeof financingRoutes>
