import { sayAmount, sayBp, sayMonths, sayPpm, sayYuan } from '@dangqun/contracts/kit/figures'
import type { Fee } from '@dangqun/contracts/financing/products/schemas'
import type { Match, NeedAnswers } from '@dangqun/contracts/financing/schemas'
import {
  answerLabels, collateralBandLabels, feeTimeLabels, industryLabels, lprTenorLabels, purposeLabels, repaymentLabels, revenueBandLabels, revenueFloorLabels, scoreWeights, securityLabels, staffBandLabels, staffFloorLabels,
  taxBandLabels, taxFloorLabels, taxGradeLabels, type MatchMark, type MatchRule, type Repayment, type ScorePart,
} from '@dangqun/contracts/financing/vocabulary'
import { firmKindLabels } from '@dangqun/contracts/organization/vocabulary'
import { addMonths, type LocalDate } from '../platform/calendar/calendar.rules.js'
import { collateralLimitFen, monthsBetween, type LprValues, type MatchContext, type MatchProduct } from './financing-check.rules.js'
import { allInOf, smallestChange, type Judgement, type OfferCost } from './financing-match.rules.js'

const list = (words: readonly string[]) => words.join('、')
const sayDate = (date: LocalDate) => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year} 年 ${month} 月 ${day} 日`
}

/** `一年期 LPR 3.00%（2026-11-20 公布）+ 60 基点`, or `固定利率`. */
export function sayPricing(pricing: MatchProduct['terms']['pricing'], lpr: LprValues, bp: number): string {
  if (pricing.kind === 'fixed') return `固定利率 ${sayBp(bp)}`
  const base = pricing.tenor === '1y' ? lpr.oneYearBp : lpr.fiveYearBp
  const spread = bp - base
  return `${lprTenorLabels[pricing.tenor]} ${sayBp(base)}（${lpr.publishedOn} 公布）${spread < 0 ? '−' : '+'} ${Math.abs(spread)} 基点`
}

/** `放款时一次，1.00%（按借款金额）`, with the sum when it is known. */
export function sayFee({ time, basis, fen, bp }: Pick<Fee, 'time' | 'basis' | 'fen' | 'bp'>, totalFen?: number): string {
  const much = basis === 'fixed' ? sayYuan(fen) : `${basis === 'balance' ? '未还本金' : '借款金额'}的 ${sayBp(bp)}`
  return `${feeTimeLabels[time]}收${basis === 'fixed' ? ' ' : ''}${much}${totalFen === undefined || basis === 'fixed' ? '' : `，合计 ${sayYuan(totalFen)}`}`
}

/** How it is paid back, month by month. */
export function sayPayments(repayment: Repayment, { months, firstPaymentFen, lastPaymentFen }: Pick<OfferCost, 'months' | 'firstPaymentFen' | 'lastPaymentFen'>): string {
  switch (repayment) {
    case 'equal_instalments': return `每月还 ${sayYuan(firstPaymentFen)}`
    case 'equal_principal': return `首月还 ${sayYuan(firstPaymentFen)}，逐月减少到 ${sayYuan(lastPaymentFen)}`
    case 'interest_first': return months === 1 ? `到期还 ${sayYuan(lastPaymentFen)}` : `每月付息约 ${sayYuan(firstPaymentFen)}，到期还本`
    case 'bullet': return `到期一次还 ${sayYuan(lastPaymentFen)}`
    case 'revolving': return `用满 ${sayMonths(months)}：每月付息约 ${sayYuan(firstPaymentFen)}，随时可还`
  }
}

/** A failed rule in words, with both figures. */
export function sayFailure(rule: MatchRule, need: NeedAnswers, { product: { terms } }: Pick<Judgement, 'product'>, context: MatchContext, allInPpm: number | null): string {
  const entry = terms.entryRules.find(({ kind }) => kind === rule)
  const least = need.leastAmountFen ?? need.amountFen
  switch (rule) {
    case 'amount_min': return `${sayAmount(terms.amountMinFen)}起贷，你要 ${sayAmount(need.amountFen)}`
    case 'amount_max': return `最高 ${sayAmount(terms.amountMaxFen)}，你最少要 ${sayAmount(least)}`
    case 'collateral': {
      const limit = collateralLimitFen(need, terms) ?? 0
      const band = need.collateralBand === undefined ? '' : collateralBandLabels[need.collateralBand]
      return `抵押或质押物价值 ${band}，最多贷价值的 ${(terms.loanToValueBp ?? 0) / 100}%，即 ${sayAmount(limit)}，${limit < terms.amountMinFen ? `而这款 ${sayAmount(terms.amountMinFen)}起贷` : `你最少要 ${sayAmount(least)}`}`
    }
    case 'term': return `期限 ${terms.termMinMonths === terms.termMaxMonths ? '' : `${sayMonths(terms.termMinMonths)}到 `}${sayMonths(terms.termMaxMonths)}，你要 ${sayMonths(need.months)}`
    case 'security': return `需要${list(terms.securities.map((each) => securityLabels[each]))}，你选的是${list([...new Set([need.preferredSecurity, ...need.acceptableSecurities])].map((each) => securityLabels[each]))}`
    case 'purpose': return `只用于${list(terms.purposes.map((each) => purposeLabels[each]))}，你的用途是${purposeLabels[need.purpose]}`
    case 'renewal': return '不办无还本续贷、置换，你要办续贷或置换'
    case 'repayment': return `只能${list(terms.repayments.map((each) => repaymentLabels[each]))}，你选的是${need.repayment === undefined ? '其他' : repaymentLabels[need.repayment]}`
    case 'highest_rate': return allInPpm === null ? '费用超过所借，算不出年化利率' : `综合年化 ${sayPpm(allInPpm)}，你最高接受 ${sayBp(need.highestRateBp ?? 0)}`
    case 'founded': return entry?.kind === 'founded' && need.foundedOn ? `成立 ${monthsBetween(need.foundedOn, context.today)} 个月，要求满 ${entry.months} 个月` : ''
    case 'revenue': return entry?.kind === 'revenue' && need.revenueBand ? `年营业收入 ${revenueBandLabels[need.revenueBand]}，要求 ${revenueFloorLabels[entry.from]}以上` : ''
    case 'tax': return entry?.kind === 'tax' && need.taxBand ? `年纳税额 ${taxBandLabels[need.taxBand]}，要求 ${taxFloorLabels[entry.from]}以上` : ''
    case 'staff': return entry?.kind === 'staff' && need.staffBand ? `员工 ${staffBandLabels[need.staffBand]}，要求 ${staffFloorLabels[entry.from]}以上` : ''
    case 'tax_grade': return entry?.kind === 'tax_grade' && need.taxGrade ? `纳税信用 ${taxGradeLabels[need.taxGrade]}，要求 ${list(entry.grades.map((each) => taxGradeLabels[each]))}` : ''
    case 'industry_in': return entry?.kind === 'industry_in' && need.industry ? `只做${list(entry.industries.map((each) => industryLabels[each]))}，你是${industryLabels[need.industry]}` : ''
    case 'industry_out': return entry?.kind === 'industry_out' && need.industry ? `不做${industryLabels[need.industry]}` : ''
    case 'firm_kind': return entry?.kind === 'firm_kind' && need.firmKind ? `只给${list(entry.firmKinds.map((each) => firmKindLabels[each]))}，你是${firmKindLabels[need.firmKind]}` : ''
    case 'not_first_loan': return '不接受第一次贷款的企业，你是首贷'
  }
}

/** What to do for each rule that failed; the whole is the smallest change that would make the product fit. */
export function sayChange(need: NeedAnswers, judgement: Judgement, context: MatchContext): string | null {
  if (judgement.outcome !== 'fails') return null
  const change = smallestChange(need, judgement, context)
  if (change === null) return null
  const { terms } = judgement.product
  const words = change.rules.map((rule) => {
    switch (rule) {
      case 'amount_min': return `金额提到 ${sayAmount(change.need.amountFen)}`
      case 'amount_max': case 'collateral': return `能接受 ${sayAmount(change.need.leastAmountFen ?? change.need.amountFen)}`
      case 'term': return `期限能调到 ${sayMonths(Math.max(terms.termMinMonths, Math.min(need.months, terms.termMaxMonths)))}`
      case 'security': return `能接受${terms.securities[0] === undefined ? '' : securityLabels[terms.securities[0]]}`
      case 'repayment': return `改为${change.need.repayment === undefined ? '' : repaymentLabels[change.need.repayment]}`
      case 'highest_rate': return `能接受综合年化 ${sayBp(change.need.highestRateBp ?? 0)}`
      case 'founded': {
        const entry = terms.entryRules.find(({ kind }) => kind === 'founded')
        return entry?.kind === 'founded' && need.foundedOn ? `等到 ${sayDate(addMonths(need.foundedOn, entry.months))}` : ''
      }
      case 'revenue': return `年营业收入达到 ${change.need.revenueBand ? revenueFloorLabels[change.need.revenueBand] : ''}`
      case 'tax': return `年纳税额达到 ${change.need.taxBand ? taxFloorLabels[change.need.taxBand] : ''}`
      case 'staff': return `员工达到 ${change.need.staffBand ? staffFloorLabels[change.need.staffBand] : ''}`
      case 'tax_grade': return `纳税信用达到 ${change.need.taxGrade ? taxGradeLabels[change.need.taxGrade] : ''}`
      default: return ''
    }
  })
  const asks = change.missing.length > 0 ? `，再补充${list(change.missing.map((answer) => answerLabels[answer].name))}` : ''
  return `${[...new Set(words)].join('，')}，就符合条件${asks}`
}

/** Why it ranks where it does: the three parts that bring most points, of those that bring at least half of theirs. */
export function sayReasons(need: NeedAnswers, judgement: Judgement, context: MatchContext): string[] {
  const { parts, cost, offer, product: { terms, record } } = judgement
  if (!parts || cost?.allInPpm == null) return []
  const gap = cost.allInPpm - context.lpr.oneYearBp * 100
  const words: Record<ScorePart, string | null> = {
    cost: terms.fees?.length === 0 ? '没有其他费用' : gap <= 20_000 ? `综合年化只比一年期 LPR 高 ${sayPpm(Math.max(0, gap)).replace('%', ' 个百分点')}` : null,
    security: offer.security === 'preferred' ? (need.preferredSecurity === 'credit' ? '信用贷款，不用抵押' : `按你想要的方式：${securityLabels[need.preferredSecurity]}`) : '担保方式你能接受',
    amount: offer.amountFen >= need.amountFen ? `最高 ${sayAmount(terms.amountMaxFen)}，够你要的 ${sayAmount(need.amountFen)}` : `最多 ${sayAmount(offer.amountFen)}`,
    speed: record.cases >= 5 && record.medianWorkingDays !== null ? `通常 ${record.medianWorkingDays} 个工作日答复` : terms.promisedDays === null ? null : `承诺 ${terms.promisedDays} 个工作日答复`,
    term: offer.months === need.months ? `能借满 ${sayMonths(need.months)}` : `期限 ${sayMonths(offer.months)}`,
    service: record.cases >= 5 ? '近 90 天服务评价好' : null,
  }
  const inOrder = (Object.keys(words) as ScorePart[]).filter((part) => words[part] !== null && parts[part] * 2 >= scoreWeights[part])
  return inOrder.sort((a, b) => parts[b] - parts[a]).slice(0, 3).map((part) => words[part] ?? '')
}

/** What else to know before choosing: fees, whose guarantee, which amount or term is meant. */
export function sayNotes(need: NeedAnswers, { outcome, product: { terms }, offer, cost }: Judgement): string[] {
  const notes: string[] = []
  if (terms.fees === null) notes.push('银行没有填写费用，也没有写“无其他费用”，所以不参加排序')
  for (const fee of terms.fees ?? []) notes.push(`${fee.name}：${sayFee(fee)}`)
  if (terms.hasOwnerGuarantee) notes.push(need.firmKind === 'individual' ? '需要家庭成员共同签字' : '需要实际控制人保证')
  if (cost && offer.repayment === 'revolving') notes.push('按借满最长 12 个月测算，用几天算几天利息')
  if (outcome !== 'fails' && offer.amountFen < need.amountFen) notes.push(`按能贷的 ${sayAmount(offer.amountFen)}测算`)
  if (outcome !== 'fails' && offer.months !== need.months) notes.push(`按 ${sayMonths(offer.months)}测算`)
  return notes
}

/** One product as it is answered. */
export function toMatch(need: NeedAnswers, judgement: Judgement, context: MatchContext, place: { rank: number | null; mark: MatchMark | null }): Match {
  const { product, outcome, offer, cost, failed, missing, parts, score, nominalLowBp, nominalHighBp } = judgement
  const { terms } = product
  const failedRate = outcome === 'fails' ? allInOf(judgement, context) : null
  return {
    product: { id: product.id, number: product.number, name: terms.name, bank: product.bank, nominalLowBp, nominalHighBp, hasOwnerGuarantee: terms.hasOwnerGuarantee, securities: terms.securities, promisedDays: terms.promisedDays },
    outcome,
    rank: place.rank,
    scoreHundredths: score,
    parts,
    cost: cost && {
      amountFen: offer.amountFen, months: cost.months, repayment: offer.repayment, allInPpm: cost.allInPpm, totalCostFen: cost.totalCostFen, interestFen: cost.interestFen, feesFen: cost.feesFen,
      monthlyCostFen: Math.floor(cost.totalCostFen / cost.months + 0.5), payments: sayPayments(offer.repayment, cost),
    },
    mark: place.mark,
    reasons: sayReasons(need, judgement, context),
    notes: sayNotes(need, judgement),
    failures: failed.map((rule) => ({ rule, words: sayFailure(rule, need, judgement, context, failedRate) })),
    missing: outcome === 'unknown' ? [...missing] : [],
    change: sayChange(need, judgement, context),
  }
}
