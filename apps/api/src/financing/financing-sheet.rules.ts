import type { ProductTerms } from '@dangqun/contracts/financing/products/schemas'
import type { CostSheet } from '@dangqun/contracts/financing/schemas'
import { dayCountLabels, type Repayment } from '@dangqun/contracts/financing/vocabulary'
import { addMonths, type LocalDate } from '../platform/calendar/calendar.rules.js'
import { nominalBp, type LprValues } from './financing-check.rules.js'
import { costOf, dueDaysFrom, dueFees, interestOfDays, type Cost, type LoanTerms } from './financing-loan.rules.js'
import { internalRate, toPpm } from './financing-rate.rules.js'
import { sayFee, sayPayments, sayPricing } from './financing-words.rules.js'

export interface SheetQuestion {
  readonly bankName: string
  readonly terms: ProductTerms
  readonly amountFen: number
  readonly months: number
  readonly repayment: Repayment | undefined
  readonly rateEnd: 'low' | 'high'
  readonly drawnOn: LocalDate
  readonly lpr: LprValues
}

/** 融资成本测算（参考） of one product: what the firm would pay, when and to whom, and the one annualised rate. */
export function sheetOf({ bankName, terms, amountFen, months, repayment: wished, rateEnd, drawnOn, lpr }: SheetQuestion): CostSheet {
  const range = nominalBp(terms.pricing, lpr)
  const annualBp = rateEnd === 'high' ? range.highBp : range.lowBp
  const repayment = wished ?? terms.repayments[0] ?? 'equal_instalments'
  const dueDays = dueDaysFrom(drawnOn, months)
  const loan: LoanTerms = { principalFen: amountFen, months, annualBp, dayCount: terms.dayCount, repayment, fees: terms.fees ?? [] }
  const cost = costOf(loan, dueDays)
  const due = dueFees(loan.fees, amountFen, cost.instalments.map(({ balanceFen }) => balanceFen))
  const paid = (month: number) => (cost.instalments[month]?.principalFen ?? 0) + (cost.instalments[month]?.interestFen ?? 0)
  const followsLpr = terms.pricing.kind === 'lpr' && cost.months > 12
  return {
    bankName, productName: terms.name, amountFen, months: cost.months, repayment, drawnOn, nominalBp: annualBp,
    pricingWords: sayPricing(terms.pricing, lpr, annualBp),
    dayCountWords: dayCountLabels[terms.dayCount],
    ...totalsOf(cost),
    monthlyCostFen: Math.floor(cost.totalCostFen / cost.months + 0.5),
    payments: sayPayments(repayment, { months: cost.months, firstPaymentFen: paid(1), lastPaymentFen: paid(cost.months) }),
    fees: terms.fees && loan.fees.map((fee) => {
      const totalFen = due.filter((each) => each.fee === fee).reduce((sum, { fen }) => sum + fen, 0)
      return { name: fee.name, payee: fee.payee, words: sayFee(fee, totalFen), totalFen }
    }),
    instalments: cost.instalments.map(({ month, principalFen, interestFen, feesFen, balanceFen }) => ({ month, on: addMonths(drawnOn, month), principalFen, interestFen, feesFen, balanceFen })),
    plus50: followsLpr ? totalsOf(costOf({ ...loan, annualBp: annualBp + 50 }, dueDays)) : null,
    ninetyDays: repayment === 'revolving' ? ninetyDays(loan) : null,
    assumptions: assumptions(terms, repayment, rateEnd, drawnOn, cost.months),
  }
}

function totalsOf({ allInPpm, totalCostFen, interestFen, feesFen }: Cost) {
  return { allInPpm, totalCostFen, interestFen, feesFen }
}

/** Drawn in full and paid back after 90 days: interest then, fees of the start and one of each that falls due by the end. */
function ninetyDays(loan: LoanTerms) {
  const interestFen = interestOfDays(loan.principalFen, loan.annualBp, loan.dayCount, 90)
  const due = dueFees(loan.fees, loan.principalFen, [loan.principalFen, loan.principalFen])
  const atStart = due.filter(({ month }) => month === 0).reduce((sum, { fen }) => sum + fen, 0)
  const feesFen = due.reduce((sum, { fen }) => sum + fen, 0)
  const rate = internalRate([{ years: 0, fen: loan.principalFen - atStart }, { years: 90 / 365, fen: -(loan.principalFen + interestFen + feesFen - atStart) }], loan.annualBp / 10_000)
  return { allInPpm: rate.hasConverged ? toPpm(rate.rate) : null, totalCostFen: interestFen + feesFen, interestFen, feesFen }
}

function assumptions(terms: ProductTerms, repayment: Repayment, rateEnd: 'low' | 'high', drawnOn: LocalDate, months: number): string[] {
  const { pricing } = terms
  return [
    `假设 ${drawnOn} 放款，${addMonths(drawnOn, months)} 到期，每月同一天还款（没有这一天的月份为月末）。`,
    rateEnd === 'high' ? '按利率区间的高端测算，实际利率由银行审批决定。' : '按利率区间的低端测算，实际利率由银行审批决定。',
    '综合年化利率按内部收益率计算：把每笔利息和费用放在实际支付的日期，折算成一年（365 天）的复利利率。',
    ...(pricing.kind === 'lpr' && months > 12 ? ['LPR 按目前公布值不变测算，另列上调 50 基点的结果。'] : []),
    ...(repayment === 'revolving' ? ['随借随还按一次借满、用满期限（最长 12 个月）、按月付息测算，另列用 90 天的结果。'] : []),
    ...(terms.fees === null ? ['银行没有填写利息以外的费用，实际成本可能更高。'] : terms.fees.length === 0 ? ['银行声明无其他费用。'] : ['按年收取的费用，不满一年按一年计。']),
    '金额四舍五入到分，差额计入最后一期；年化利率四舍五入到万分之一。',
  ]
}
