import type { NeedAnswers } from '@dangqun/contracts/financing/schemas'
import { matchRules, optionalAnswers, scoreWeights, type MatchMark, type MatchOutcome, type MatchRule, type OptionalAnswer, type ScorePart } from '@dangqun/contracts/financing/vocabulary'
import { check, nominalBp, offerFor, remedy, type MatchContext, type MatchProduct, type Offer } from './financing-check.rules.js'
import { totalsOf } from './financing-loan.rules.js'

/** Raised with every change of what a score is made of; stored beside every result that is kept. */
export const matchVersion = 1

export interface OfferCost {
  /** null when the flows have no rate. */
  readonly allInPpm: number | null
  readonly totalCostFen: number
  readonly interestFen: number
  readonly feesFen: number
  /** As reckoned: a revolving loan for 12 months at most. */
  readonly months: number
  readonly firstPaymentFen: number
  readonly lastPaymentFen: number
}

/** What one product comes to for one need, in figures; financing-words.rules.ts says it. */
export interface Judgement {
  readonly product: MatchProduct
  readonly outcome: MatchOutcome
  readonly offer: Offer
  /** At the high end of the range. */
  readonly nominalHighBp: number
  readonly nominalLowBp: number
  readonly cost: OfferCost | null
  /** Hundredths of a point. */
  readonly parts: Readonly<Record<ScorePart, number>> | null
  readonly score: number | null
  readonly failed: readonly MatchRule[]
  readonly missing: readonly OptionalAnswer[]
}

/** One product for one need. It sees no other product, and nothing of who pays whom. */
export function judge(need: NeedAnswers, product: MatchProduct, context: MatchContext): Judgement {
  const { terms } = product
  const offer = offerFor(need, terms)
  const { failed, missing } = check(need, terms, offer, context)
  const { lowBp, highBp } = nominalBp(terms.pricing, context.lpr)
  const isStated = terms.fees !== null
  const cost = isStated && (failed.length === 0 || need.highestRateBp !== undefined) ? offerCost(product, offer, highBp, context) : null
  if (cost && need.highestRateBp !== undefined && (cost.allInPpm === null || cost.allInPpm > need.highestRateBp * 100)) failed.push('highest_rate')
  // One shape, written out: a need meets hundreds of products.
  const judged = (outcome: MatchOutcome, shown: OfferCost | null, parts: Judgement['parts'], score: number | null): Judgement => ({
    product, outcome, offer, nominalLowBp: lowBp, nominalHighBp: highBp, cost: shown, parts, score, failed, missing,
  })
  if (failed.length > 0) return judged('fails', null, null, null)
  // Without fee data there is no all-in rate, and without one no rank.
  if (!cost || cost.allInPpm === null) return judged('unranked', null, null, null)
  const parts = scoreOf(need, product, offer, cost.allInPpm, context)
  const score = parts.cost + parts.security + parts.amount + parts.speed + parts.term + parts.service
  return judged(missing.length > 0 ? 'unknown' : 'fits', cost, parts, score)
}

function offerCost({ terms }: MatchProduct, offer: Offer, annualBp: number, { dueDays }: MatchContext): OfferCost {
  return totalsOf({ principalFen: offer.amountFen, months: offer.months, annualBp, dayCount: terms.dayCount, repayment: offer.repayment, fees: terms.fees ?? [] }, dueDays)
}

const halfUp = (numerator: number, denominator: number) => Math.floor((2 * numerator + denominator) / (2 * denominator))
const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most)
/** Ten percentage points, in ppm. */
const costSpan = 100_000
const fewCases = 5

/**
 * The 100 points, in hundredths, each part rounded half-up. Weights are never redistributed.
 * cost: 30 × clamp(1 − (r − LPR1Y) / 10 pp) · security: 20 preferred, 10 acceptable · amount: 15 × min(1, most / asked) ·
 * speed: 15 × clamp((30 − working days) / 29), a promise less 5 points · term: 10, or 10 × shorter / longer · service: 10 × record.
 */
export function scoreOf(need: NeedAnswers, { terms, record }: Pick<MatchProduct, 'terms' | 'record'>, offer: Offer, allInPpm: number, { lpr }: MatchContext): Record<ScorePart, number> {
  const isKnown = record.cases >= fewCases
  const measured = isKnown ? record.medianWorkingDays : null
  const ofDays = (days: number) => halfUp(scoreWeights.speed * clamp(60 - Math.round(days * 2), 58), 58)
  return {
    cost: halfUp(scoreWeights.cost * clamp(costSpan - (allInPpm - lpr.oneYearBp * 100), costSpan), costSpan),
    security: offer.security === 'preferred' ? scoreWeights.security : offer.security === 'acceptable' ? scoreWeights.security / 2 : 0,
    amount: halfUp(scoreWeights.amount * Math.min(offer.amountFen, need.amountFen), need.amountFen),
    speed: measured !== null ? ofDays(measured) : terms.promisedDays === null ? 0 : Math.max(0, ofDays(terms.promisedDays) - 500),
    term: halfUp(scoreWeights.term * Math.min(offer.months, need.months), Math.max(offer.months, need.months)),
    service: isKnown ? halfUp(scoreWeights.service * (record.responsePermille + record.satisfactionPermille), 2000) : scoreWeights.service / 2,
  }
}

/**
 * All products for one need: those that fit by score, then those that one more answer decides, the unranked, the failed.
 * The order of the products given, and their company, change nothing.
 */
export function rank(need: NeedAnswers, products: readonly MatchProduct[], context: MatchContext): Judgement[] {
  const ofNeed = hash(JSON.stringify(need, Object.keys(need).sort()))
  const judged = products.map((product) => ({ judgement: judge(need, product, context), tie: hash(product.id, ofNeed) }))
  judged.sort((one, other) => {
    const [a, b] = [one.judgement, other.judgement]
    return outcomeOrder[a.outcome] - outcomeOrder[b.outcome] || byScore(a, b) || byCost(a, b) || one.tie - other.tie || (a.product.id < b.product.id ? -1 : 1)
  })
  return judged.map(({ judgement }) => judgement)
}

const outcomeOrder: Record<MatchOutcome, number> = { fits: 0, unknown: 1, unranked: 2, fails: 3 }
const byScore = (a: Judgement, b: Judgement) => (b.score ?? 0) - (a.score ?? 0) || a.failed.length - b.failed.length
const byCost = (a: Judgement, b: Judgement) => (a.cost?.allInPpm ?? 0) - (b.cost?.allInPpm ?? 0) || (a.cost?.totalCostFen ?? 0) - (b.cost?.totalCostFen ?? 0)

/** FNV-1a, 32 bits: the same everywhere, and no bank can choose it. @param from the hash of what stands before */
export function hash(text: string, from = 0x811c9dc5): number {
  let value = from
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}

/** What stands beside the ranked: the lowest rate, and nominal rates below its own that cost at least half a point more. */
export function markOf(judged: readonly Judgement[]): ReadonlyMap<string, MatchMark> {
  const ranked = judged.filter(({ outcome }) => outcome === 'fits')
  const cheapest = ranked.reduce<Judgement | null>((best, each) => (best === null || byCost(each, best) < 0 ? each : best), null)
  const marks = new Map<string, MatchMark>()
  if (!cheapest?.cost || ranked.length < 2) return marks
  marks.set(cheapest.product.id, 'cheapest')
  const least = cheapest.cost.allInPpm ?? 0
  for (const { product, nominalHighBp, cost } of ranked) {
    if (nominalHighBp <= cheapest.nominalHighBp && (cost?.allInPpm ?? 0) >= least + 5000) marks.set(product.id, 'looks_low')
  }
  return marks
}

export interface Change {
  readonly rules: readonly MatchRule[]
  /** The need as it would have to be. */
  readonly need: NeedAnswers
  /** Answers that would still be missing then. */
  readonly missing: readonly OptionalAnswer[]
}

/** The smallest change after which no rule fails: one remedy for each that failed, and for what the remedies bring up. */
export function smallestChange(need: NeedAnswers, judgement: Judgement, context: MatchContext): Change | null {
  let changed = need
  let current = judgement
  const rules: MatchRule[] = []
  for (let round = 0; round < 4; round++) {
    if (current.outcome !== 'fails') return current.outcome === 'unranked' ? null : { rules: matchRules.filter((rule) => rules.includes(rule)), need: changed, missing: current.missing }
    for (const rule of current.failed) {
      const patch = remedy(rule, changed, current.product.terms, context, allInOf(current, context))
      if (patch === null) return null
      changed = { ...changed, ...patch }
      rules.push(rule)
    }
    current = judge(changed, current.product, context)
  }
  return null
}

/** The rate of a product that failed, for the words of its highest-rate rule. */
export function allInOf({ product, offer, nominalHighBp, failed }: Judgement, context: MatchContext): number | null {
  return failed.includes('highest_rate') && product.terms.fees !== null ? offerCost(product, offer, nominalHighBp, context).allInPpm : null
}

/** The answer that would decide most products, earliest first among equals; null when none is missing. */
export function nextAnswer(judged: readonly Judgement[]): OptionalAnswer | null {
  let best: OptionalAnswer | null = null
  let most = 0
  for (const answer of optionalAnswers) {
    const count = judged.filter(({ outcome, missing }) => outcome === 'unknown' && missing.includes(answer)).length
    if (count > most) [best, most] = [answer, count]
  }
  return best
}

/** Needs re-matched after a product changed, in portions, so that a job can say how far it is. */
export function* rankAll<Id>(needs: readonly { id: Id; need: NeedAnswers }[], products: readonly MatchProduct[], context: MatchContext, portion = 50): Generator<{ done: number; of: number; results: { id: Id; judged: Judgement[] }[] }> {
  for (let done = 0; done < needs.length; done += portion) {
    const results = needs.slice(done, done + portion).map(({ id, need }) => ({ id, judged: rank(need, products, context) }))
    yield { done: Math.min(done + portion, needs.length), of: needs.length, results }
  }
}
