import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { date, id, line, moment } from '../kit/text.schemas.js'
import { firmKinds } from '../organization/organization.vocabulary.js'
import { ageBands, closeReasons } from './financing-demands.vocabulary.js'
import { amountFen, bank, loanMonths, productTermsShape } from './financing-products.schemas.js'
import type { financingReferralsRoutes } from './financing-referrals.routes.js'
import {
  declineCodes, drawdownStates, neededPurposes, notDrawnReasons, parties, ratingRounds, ratingTags, referralActions, referralClockActions, referralStates, referralViews, sharingPurposes, sharingVersion,
} from './financing-referrals.vocabulary.js'
import { need } from './financing.schemas.js'
import { revenueBands, securities } from './financing.vocabulary.js'

export const referralParams = centerParams.extend({ id })
export type ReferralParams = z.input<typeof referralParams>
export const referralActParams = referralParams.extend({ action: z.enum(referralActions) })
export type ReferralActParams = z.input<typeof referralActParams>

export const referralSummary = z.object({
  id,
  demandId: id,
  bank,
  state: z.enum(referralStates),
  /** Of the product that the firm picked; null on a demand that is open to all. */
  productName: z.string().nullable(),
  /** null for a bank that may not know it: before consent, after its end. */
  firmName: z.string().nullable(),
  /** Two digits of GB/T 4754. */
  industry: z.string().nullable(),
  amountFen: z.number().int(),
  months: z.number().int(),
  holder: z.enum(parties).nullable(),
  dueAt: moment.nullable(),
  isOverdue: z.boolean(),
  /** Working days left until `dueAt`, today not counted; negative when overdue; null without a clock. */
  daysLeft: z.number().int().nullable(),
  changedAt: moment,
})
export type ReferralSummary = z.infer<typeof referralSummary>

const allInBp = z.number({ error: '请填写综合年化利率' }).int('最多两位小数').min(0, '不能是负数').max(3600, '最高 36%')
export const loanGrant = z.object({
  amountFen,
  /** Nominal, as the contract will say. */
  rateBp: z.number({ error: '请填写利率' }).int('最多两位小数').min(0, '不能是负数').max(2400, '最高 24%'),
  /** 贷款年化利率 of the 贷款明白纸, every cost included (中国人民银行公告〔2021〕第3号). */
  allInBp,
  months: loanMonths,
  security: z.enum(securities),
  validUntil: date,
})
export type LoanGrant = z.infer<typeof loanGrant>

export const drawdownFigures = z.object({ amountFen, allInBp, drawnOn: date })
export type DrawdownFigures = z.infer<typeof drawdownFigures>

export const drawdown = drawdownFigures.extend({
  id,
  state: z.enum(drawdownStates),
  by: z.enum(parties),
  /** What the other side says it was; null unless disputed. */
  disputed: drawdownFigures.nullable(),
  dueAt: moment.nullable(),
  allowedActions: z.array(z.enum(['confirm-drawdown', 'dispute-drawdown', 'reconcile-drawdown'])),
})
export type Drawdown = z.infer<typeof drawdown>

export const rating = z.object({ round: z.enum(ratingRounds), stars: z.number().int().min(1, '请选几颗星').max(5), tags: z.array(z.enum(ratingTags)).max(ratingTags.length) })
export type Rating = z.infer<typeof rating>

export const referralStep = z.object({
  action: z.enum([...referralActions, ...referralClockActions]),
  from: z.enum(referralStates).nullable(),
  to: z.enum(referralStates),
  at: moment,
  /** null: the house by itself. */
  party: z.enum(parties).nullable(),
})
export type ReferralStep = z.infer<typeof referralStep>

/** `none`: not named yet; `lapsed` hides the data and leaves the referral open for a result without identity; `withdrawn` ends it. */
export const sharingStates = ['none', 'standing', 'lapsed', 'withdrawn'] as const

export const referral = referralSummary.extend({
  /** What a bank sees from the start, and nothing more (DOMAIN §2). */
  outline: z.object({
    amountFen: z.number().int(), months: z.number().int(), preferredSecurity: z.enum(securities), acceptableSecurities: z.array(z.enum(securities)),
    industry: z.string().nullable(), ageBand: z.enum(ageBands), revenueBand: z.enum(revenueBands).nullable(),
  }),
  /** Only while consent stands; null otherwise for a bank. */
  identity: z.object({
    firmName: z.string(), creditCode: z.string().nullable(), firmKind: z.enum(firmKinds), buildingName: z.string(), room: z.string(),
    need, purposeText: z.string().nullable(), neededBy: date.nullable(),
    contact: z.object({ name: z.string(), phone: z.string() }).nullable(),
  }).nullable(),
  sharing: z.object({ state: z.enum(sharingStates), purposes: z.array(z.enum(sharingPurposes)), until: moment.nullable(), isRenewable: z.boolean() }),
  /** Frozen when the firm picked or the bank claimed; the bank honours it until `honouredUntil`. */
  product: z.object({ id, number: z.number().int(), terms: productTermsShape, lprOn: date, honouredUntil: date }).nullable(),
  /** `asked`: what to bring to the bank, never to us. */
  materials: z.object({ asked: z.array(z.string()), state: z.enum(['none', 'asked', 'delivered', 'gaps', 'complete']), gaps: z.array(z.string()), isAssumed: z.boolean() }),
  /** null to the centre when the firm has not let the bank tell it. */
  grant: loanGrant.nullable(),
  isResultHidden: z.boolean(),
  declineCode: z.enum(declineCodes).nullable(),
  notDrawnReason: z.enum(notDrawnReasons).nullable(),
  /** `ended`: the firm ended its demand, and why is not the bank's business. */
  closeReason: z.enum([...closeReasons, 'done', 'ended']).nullable(),
  drawdowns: z.array(drawdown),
  ratings: z.object({ mine: z.array(rating), open: z.enum(ratingRounds).nullable() }),
  history: z.array(referralStep),
  version: z.number().int(),
  /** What the reader may do now. */
  allowedActions: z.array(z.enum(referralActions)),
})
export type Referral = z.infer<typeof referral>

const materialName = line(40)
/** Which parts an act needs: `referralActionNeeds`. */
export const actOnReferral = z.object({
  /** Of one's own product that the bank offers, when it claims a demand open to all; default: the best ranked. */
  productId: id.optional(),
  purposes: z.array(z.enum(sharingPurposes)).refine((given) => neededPurposes.every((purpose) => given.includes(purpose)), '不同意前两项，银行就没法办理').optional(),
  consentVersion: z.literal(sharingVersion, { error: '说明已更新，请重新打开这一页再提交' }).optional(),
  materials: z.array(materialName).max(20, '最多 20 项').optional(),
  /** 齐全, or one complete list of gaps. */
  answer: z.object({ gaps: z.array(materialName).max(20, '最多 20 项') }).optional(),
  grant: loanGrant.optional(),
  declineCode: z.enum(declineCodes).optional(),
  drawdown: drawdownFigures.optional(),
  drawdownId: id.optional(),
  notDrawnReason: z.enum(notDrawnReasons).exclude(['ran_out']).optional(),
  rating: rating.optional(),
  /** The version that was looked at: somebody else's act in between is told. */
  version: z.number().int().optional(),
})
export type ActOnReferral = z.input<typeof actOnReferral>

/** Nothing of the firm: what is kept under an idempotency key shows nothing after a withdrawal. */
export const referralMoved = z.object({ id, state: z.enum(referralStates), version: z.number().int() })
export type ReferralMoved = z.infer<typeof referralMoved>

export const referralsQuery = z.object({ view: z.enum(referralViews).default('waiting'), state: z.enum(referralStates).optional(), bankId: id.optional(), ...pageQuery })
export type ReferralsQuery = z.input<typeof referralsQuery>
export const referralsPage = page(referralSummary)
export type ReferralsPage = z.infer<typeof referralsPage>
/** Each up to `mostCounted`. */
export const referralCounts = z.object({ offered: z.number().int(), waiting: z.number().int(), overdue: z.number().int(), open: z.number().int(), ended: z.number().int() })
export type ReferralCounts = z.infer<typeof referralCounts>

export const financingReferralsSchemas = {
  list: { params: centerParams, query: referralsQuery, reply: referralsPage },
  count: { params: centerParams, reply: referralCounts },
  get: { params: referralParams, reply: referral },
  act: { params: referralActParams, body: actOnReferral, reply: referralMoved },
} satisfies SchemasFor<typeof financingReferralsRoutes>
