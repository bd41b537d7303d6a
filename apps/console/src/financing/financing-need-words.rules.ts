import type { NeedAnswers } from '@dangqun/contracts/financing/schemas'
import { collateralBandLabels, industryLabels, purposeLabels, repaymentLabels, revenueBandLabels, securityLabels, staffBandLabels, taxBandLabels, taxGradeLabels, type Security } from '@dangqun/contracts/financing/vocabulary'
import { sayAmount, sayBp, sayMonths } from '@dangqun/contracts/kit/figures'

/** `信用；也接受抵押、保证`: the preferred one first, and not said twice. */
export function saySecurities(preferred: Security, acceptable: readonly Security[]): string {
  const others = acceptable.filter((each) => each !== preferred)
  return `${securityLabels[preferred]}${others.length > 0 ? `；也接受${others.map((each) => securityLabels[each]).join('、')}` : ''}`
}

/** A need as lines of label and words, in the order in which a bank asks; what was not answered has none. */
export function sayNeed(need: NeedAnswers, purposeText: string | null): (readonly [label: string, words: string])[] {
  const { amountFen, leastAmountFen, months, collateralBand, highestRateBp, repayment, industry, revenueBand, taxBand, taxGrade, staffBand } = need
  const lines: (readonly [string, string | undefined])[] = [
    ['金额', `${sayAmount(amountFen)}${leastAmountFen !== undefined && leastAmountFen < amountFen ? `，最少 ${sayAmount(leastAmountFen)}` : ''}`],
    ['期限', `${sayMonths(months)}${need.isTermAdjustable ? '，可以商量' : ''}`],
    ['用途', `${purposeLabels[need.purpose]}${purposeText ? `：${purposeText}` : ''}${need.wantsRenewal ? '（续贷或置换）' : ''}`],
    ['担保', `${saySecurities(need.preferredSecurity, need.acceptableSecurities)}${collateralBand ? `；押品价值 ${collateralBandLabels[collateralBand]}` : ''}`],
    ['最高年化', highestRateBp === undefined ? undefined : sayBp(highestRateBp)],
    ['还款方式', repayment && repaymentLabels[repayment]],
    ['行业', industry && industryLabels[industry]],
    ['年营业收入', revenueBand && revenueBandLabels[revenueBand]],
    ['年纳税额', taxBand && taxBandLabels[taxBand]],
    ['纳税信用', taxGrade && taxGradeLabels[taxGrade]],
    ['员工', staffBand && staffBandLabels[staffBand]],
    ['贷款经历', need.isFirstLoan === undefined ? undefined : need.isFirstLoan ? '第一次贷款' : '以前贷过'],
  ]
  return lines.flatMap(([label, words]) => (words === undefined ? [] : [[label, words] as const]))
}
