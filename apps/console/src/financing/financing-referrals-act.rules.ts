import { actOnReferral, drawdownFigures, loanGrant, type ActOnReferral, type Drawdown, type DrawdownFigures, type Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { referralActionNeeds, type DeclineCode, type NotDrawnReason, type RatingTag, type ReferralAction, type ReferralActionPart } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { Security } from '@dangqun/contracts/financing/vocabulary'
import type { ZodType } from 'zod'
import { bpOfPercent, fenOfWan, monthsOf, percentOfBp, wanOfFen } from './financing-units.rules'

/** What an act's dialog holds, as typed: amounts in 万元, rates in per cent, lists one item a line, days as `yyyy-MM-dd`. */
export interface ActValues {
  productId: string | null
  materials: string
  isComplete: boolean | null
  gaps: string
  amount: string
  rate: string
  allIn: string
  months: string
  security: Security | null
  validUntil: string | null
  drawnOn: string | null
  declineCode: DeclineCode | null
  notDrawnReason: Exclude<NotDrawnReason, 'ran_out'> | null
  stars: number | null
  tags: RatingTag[]
}
export type ActErrors = Partial<Record<keyof ActValues, string>>

const emptyAct: ActValues = {
  productId: null, materials: '', isComplete: null, gaps: '', amount: '', rate: '', allIn: '', months: '', security: null, validUntil: null, drawnOn: null, declineCode: null, notDrawnReason: null, stars: null, tags: [],
}

/** One side's figures of a drawdown, as the dialog's own. */
export const figuresOf = ({ amountFen, allInBp, drawnOn }: DrawdownFigures) => ({ amount: wanOfFen(amountFen), allIn: percentOfBp(allInBp), drawnOn })

/** An act's dialog as it opens, with what is known already: the product's materials, what was asked for, what was granted, what one side reported. */
export function beginAct(action: ReferralAction, { outline, product, grant, materials }: Pick<Referral, 'outline' | 'product' | 'grant' | 'materials'>, drawdown: Drawdown | null, today: string): ActValues {
  switch (action) {
    case 'contact': return { ...emptyAct, materials: (materials.asked.length > 0 ? materials.asked : (product?.terms.materials ?? [])).join('\n') }
    case 'grant': return { ...emptyAct, amount: wanOfFen(outline.amountFen), months: String(outline.months), security: outline.preferredSecurity }
    case 'report-drawdown': return { ...emptyAct, amount: grant ? wanOfFen(grant.amountFen) : '', allIn: grant ? percentOfBp(grant.allInBp) : '', drawnOn: today }
    // Of a dispute nothing is filled in: whoever settles it writes down what they found.
    case 'dispute-drawdown': return drawdown ? { ...emptyAct, ...figuresOf(drawdown) } : emptyAct
    default: return emptyAct
  }
}

const linesOf = (text: string) => text.split(/\n|；|;/).map((line) => line.trim()).filter(Boolean)

const firstIssue = (schema: ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message
/** What is wrong with a typed figure: nothing there, not readable, or not allowed. */
function figureError(typed: string, value: number | null, { missing, unreadable, schema }: { missing: string; unreadable: string; schema: ZodType }): string | undefined {
  if (typed.trim() === '') return missing
  return value === null ? unreadable : firstIssue(schema, value)
}

const amountError = (typed: string) => figureError(typed, fenOfWan(typed), { missing: '请填写金额', unreadable: '只填数字，单位是万元，例如 50 或 12.5', schema: loanGrant.shape.amountFen })
const rateError = (typed: string, missing: string, schema: ZodType) => figureError(typed, bpOfPercent(typed), { missing, unreadable: '只填数字，最多两位小数，例如 4.35', schema })

/** Two fields mixed up, nearly always: costs are never below nought. */
function isBelowNominal({ rate, allIn }: Pick<ActValues, 'rate' | 'allIn'>): boolean {
  const [nominal, whole] = [bpOfPercent(rate), bpOfPercent(allIn)]
  return nominal !== null && whole !== null && whole < nominal
}

/** What is still missing or wrong, by field, in the order of the fields. */
export function checkAct(parts: readonly ReferralActionPart[], values: ActValues, today: string): ActErrors {
  const errors: [keyof ActValues, string | undefined][] = []
  const needs = (part: ReferralActionPart) => parts.includes(part)
  if (needs('materials')) errors.push(['materials', firstIssue(actOnReferral.shape.materials, linesOf(values.materials))])
  if (needs('answer')) {
    if (values.isComplete === null) errors.push(['isComplete', '请选择材料是否齐全'])
    else if (!values.isComplete) errors.push(['gaps', linesOf(values.gaps).length === 0 ? '请把缺的材料一次列全，一行一项' : firstIssue(actOnReferral.shape.answer, { gaps: linesOf(values.gaps) })])
  }
  if (needs('grant') || needs('drawdown')) errors.push(['amount', amountError(values.amount)])
  if (needs('grant')) errors.push(['rate', rateError(values.rate, '请填写利率', loanGrant.shape.rateBp)])
  if (needs('grant') || needs('drawdown')) errors.push(['allIn', rateError(values.allIn, '请填写综合年化利率', drawdownFigures.shape.allInBp) ?? (needs('grant') && isBelowNominal(values) ? '综合年化利率包含全部费用，不会低于名义利率，请核对有没有填反' : undefined)])
  if (needs('grant')) {
    errors.push(['months', figureError(values.months, monthsOf(values.months), { missing: '请填写月数', unreadable: '只填整月数，例如 12', schema: loanGrant.shape.months })])
    errors.push(['security', values.security === null ? '请选择担保方式' : undefined])
    errors.push(['validUntil', values.validUntil === null ? '请选择批准有效到哪天' : values.validUntil < today ? '不能早于今天' : undefined])
  }
  if (needs('drawdown')) errors.push(['drawnOn', values.drawnOn === null ? '请选择放款日期' : values.drawnOn > today ? '不能晚于今天' : undefined])
  if (needs('declineCode')) errors.push(['declineCode', values.declineCode === null ? '请选择原因' : undefined])
  if (needs('notDrawnReason')) errors.push(['notDrawnReason', values.notDrawnReason === null ? '请选择原因' : undefined])
  if (needs('rating')) errors.push(['stars', values.stars === null ? '请选几颗星' : undefined])
  return Object.fromEntries(errors.filter(([, words]) => words !== undefined))
}

/** What is sent of a dialog without errors. */
export function toAct(action: ReferralAction, values: ActValues, { version, ratings }: Pick<Referral, 'version' | 'ratings'>, drawdown: Pick<Drawdown, 'id'> | null): ActOnReferral {
  const needs = (part: ReferralActionPart) => referralActionNeeds[action].includes(part)
  const figures = { amountFen: fenOfWan(values.amount) ?? 0, allInBp: bpOfPercent(values.allIn) ?? 0 }
  return {
    version,
    ...(action === 'claim' && values.productId ? { productId: values.productId } : {}),
    ...(needs('materials') ? { materials: linesOf(values.materials) } : {}),
    ...(needs('answer') ? { answer: { gaps: values.isComplete ? [] : linesOf(values.gaps) } } : {}),
    ...(needs('grant') && values.security ? { grant: { ...figures, rateBp: bpOfPercent(values.rate) ?? 0, months: monthsOf(values.months) ?? 0, security: values.security, validUntil: values.validUntil ?? '' } } : {}),
    ...(needs('drawdown') ? { drawdown: { ...figures, drawnOn: values.drawnOn ?? '' } } : {}),
    ...(needs('drawdownId') && drawdown ? { drawdownId: drawdown.id } : {}),
    ...(needs('declineCode') && values.declineCode ? { declineCode: values.declineCode } : {}),
    ...(needs('notDrawnReason') && values.notDrawnReason ? { notDrawnReason: values.notDrawnReason } : {}),
    ...(needs('rating') && ratings.open ? { rating: { round: ratings.open, stars: values.stars ?? 0, tags: values.tags } } : {}),
  }
}

const fieldOfPath: Readonly<Record<string, keyof ActValues>> = {
  productId: 'productId', materials: 'materials', answer: 'gaps', 'answer.gaps': 'gaps', grant: 'amount', 'grant.amountFen': 'amount', 'grant.rateBp': 'rate', 'grant.allInBp': 'allIn', 'grant.months': 'months', 'grant.security': 'security',
  'grant.validUntil': 'validUntil', drawdown: 'amount', 'drawdown.amountFen': 'amount', 'drawdown.allInBp': 'allIn', 'drawdown.drawnOn': 'drawnOn', declineCode: 'declineCode', notDrawnReason: 'notDrawnReason', rating: 'stars', 'rating.stars': 'stars',
}

/** Where the server's own words about a field belong; an item of a list belongs to its list. */
export function refusedFields(fields: Readonly<Record<string, string>>): ActErrors {
  return Object.fromEntries(Object.entries(fields).flatMap(([path, words]) => {
    const field = fieldOfPath[path] ?? fieldOfPath[path.replace(/\.\d+$/, '')]
    return field ? [[field, words]] : []
  }))
}
