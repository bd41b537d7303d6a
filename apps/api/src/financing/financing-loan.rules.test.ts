import { dayCounts, feeBases, feeTimes, repayments } from '@dangqun/contracts/financing/vocabulary'
import fc from 'fast-check'
import { costOf, dueDaysFrom, interestFen, multiplyDivide, type Fee, type LoanTerms } from './financing-loan.rules.js'
import { effectiveRate, internalRate } from './financing-rate.rules.js'

const days = dueDaysFrom('2026-12-01', 360)
const loan = (given: Partial<LoanTerms> = {}): LoanTerms => ({ principalFen: 50_000_000, months: 12, annualBp: 460, dayCount: '30/360', repayment: 'equal_instalments', fees: [], ...given })
const fee = (given: Partial<Fee> = {}): Fee => ({ name: '手续费', payee: 'bank', time: 'at_drawing', basis: 'amount', fen: 0, bp: 100, ...given })
const sums = (terms: LoanTerms) => costOf(terms, days).instalments.reduce((sum, each) => ({ principal: sum.principal + each.principalFen, interest: sum.interest + each.interestFen, fees: sum.fees + each.feesFen }), { principal: 0, interest: 0, fees: 0 })
const exactRate = (terms: LoanTerms) => {
  const { rate } = costOf(terms, days)
  return rate.hasConverged ? rate.rate : NaN
}

describe('vectors', () => {
  // The annuity formula P·i·(1+i)^n / ((1+i)^n − 1), as every textbook has it: 500,000 yuan, 4.6 % / 12, 12 months.
  test('等额本息: the level instalment is the annuity', () => {
    const i = 0.046 / 12
    const annuity = Math.round((50_000_000 * i * (1 + i) ** 12) / ((1 + i) ** 12 - 1))
    const instalments = costOf(loan(), days).instalments.slice(1)
    for (const each of instalments.slice(0, -1)) expect(each.principalFen + each.interestFen).toBe(annuity)
    expect(instalments[0]).toMatchObject({ interestFen: 191_667, balanceFen: 50_000_000 - annuity + 191_667 })
    expect(annuity).toBe(4_271_214)
  })

  test('等额本金: 120,000 yuan at 6 % over 12 months: interest falls by 50 yuan a month, 3,900 in all', () => {
    const terms = loan({ principalFen: 12_000_000, annualBp: 600, repayment: 'equal_principal' })
    expect(costOf(terms, days).instalments.slice(1).map(({ interestFen: interest }) => interest)).toEqual([60_000, 55_000, 50_000, 45_000, 40_000, 35_000, 30_000, 25_000, 20_000, 15_000, 10_000, 5_000])
    expect(sums(terms)).toEqual({ principal: 12_000_000, interest: 390_000, fees: 0 })
  })

  test('先息后本 and 到期一次还本付息 by the three day counts: 100,000 yuan, 3.6 %, 1 December 2026 to 1 December 2027', () => {
    const plain = { principalFen: 10_000_000, annualBp: 360 }
    const interest = (given: Partial<LoanTerms>) => sums(loan({ ...plain, ...given })).interest
    expect(interest({ repayment: 'interest_first' })).toBe(360_000)
    expect(interest({ repayment: 'bullet', dayCount: 'act/360' })).toBe(365_000)
    expect(interest({ repayment: 'bullet', dayCount: 'act/365' })).toBe(360_000)
    // 31 days of December at act/360: 10,000,000 × 3.6 % × 31 / 360.
    expect(costOf(loan({ ...plain, repayment: 'interest_first', dayCount: 'act/360' }), days).instalments[1]?.interestFen).toBe(31_000)
  })

  test('随借随还 is reckoned for 12 months at most', () => {
    expect(costOf(loan({ repayment: 'revolving', months: 36 }), days).instalments).toHaveLength(13)
    expect(costOf(loan({ repayment: 'revolving', months: 6 }), days).instalments).toHaveLength(7)
  })

  test('a month without that day pays on its last day', () => {
    expect(dueDaysFrom('2027-01-31', 3)).toEqual([0, 28, 59, 89])
  })
})

// docs/decisions/0023: computed apart from this code, with 40 digits.
test.each([
  ['4.60 %, 30/360, level, no fees', loan(), 1_254_572, 0.047_033_438_025_693_9],
  ['4.20 %, ACT/365, level, 1 % at the drawing', loan({ annualBp: 420, dayCount: 'act/365', fees: [fee()] }), 1_643_560, 0.062_524_323_276_068_7],
  ['4.00 %, ACT/360, interest first, 18 months, 1 % a year of the balance', loan({ annualBp: 400, months: 18, dayCount: 'act/360', repayment: 'interest_first', fees: [fee({ time: 'year_start', basis: 'balance' })] }), 4_044_444, 0.055_450_943_669_927_0],
])('as a spreadsheet’s XIRR has it: %s', (_, terms, totalCostFen, rate) => {
  expect(costOf(terms, days).totalCostFen).toBe(totalCostFen)
  expect(exactRate(terms)).toBeCloseTo(rate, 13)
})

describe('fees', () => {
  test.each([
    ['1 % of the amount at the drawing', fee(), { 0: 500_000 }],
    ['a fixed sum at the end', fee({ time: 'at_end', basis: 'fixed', fen: 80_000, bp: 0 }), { 18: 80_000 }],
    ['0.5 % of what is owed, at the start of each year begun', fee({ time: 'year_start', basis: 'balance', bp: 50 }), { 0: 250_000, 12: 250_000 }],
    ['the same at its end', fee({ time: 'year_end', basis: 'amount', bp: 50 }), { 12: 250_000, 18: 250_000 }],
  ])('%s', (_, one, expected) => {
    const instalments = costOf(loan({ months: 18, repayment: 'interest_first', fees: [one] }), days).instalments
    expect(Object.fromEntries(instalments.filter(({ feesFen }) => feesFen > 0).map(({ month, feesFen }) => [month, feesFen]))).toEqual(expected)
  })

  test('of a balance that falls, the later year costs less', () => {
    const instalments = costOf(loan({ months: 24, repayment: 'equal_principal', fees: [fee({ time: 'year_start', basis: 'balance', bp: 100 })] }), days).instalments
    expect([instalments[0]?.feesFen, instalments[12]?.feesFen]).toEqual([500_000, 250_000])
  })
})

const anyLoan = fc.record({
  principalFen: fc.integer({ min: 100_000, max: 3_000_000_000 }),
  months: fc.integer({ min: 1, max: 120 }),
  annualBp: fc.integer({ min: 0, max: 2400 }),
  dayCount: fc.constantFrom(...dayCounts),
  repayment: fc.constantFrom(...repayments),
})

test('principal sums exactly, nothing is negative, and the balance ends at nothing', () => {
  fc.assert(fc.property(anyLoan, (given) => {
    const terms = loan(given)
    const instalments = costOf(terms, days).instalments
    expect(sums(terms).principal).toBe(terms.principalFen)
    expect(instalments.at(-1)?.balanceFen).toBe(0)
    for (const { principalFen, interestFen: interest, balanceFen } of instalments) expect(Math.min(principalFen, interest, balanceFen)).toBeGreaterThanOrEqual(0)
  }), { seed: 5, numRuns: 400 })
})

test('the last level instalment differs by rounding only, under every day count', () => {
  fc.assert(fc.property(anyLoan, (given) => {
    const terms = loan({ ...given, repayment: 'equal_instalments' })
    const paid = costOf(terms, days).instalments.slice(1).map(({ principalFen, interestFen: interest }) => principalFen + interest)
    // Half a fen a month in the instalment and half in the interest, each grown by the rate until the end.
    const grown = (1 + terms.annualBp / 110_000) ** terms.months
    expect(Math.abs((paid.at(-1) ?? 0) - (paid[0] ?? 0))).toBeLessThanOrEqual(terms.months * grown + 2)
  }), { seed: 5, numRuns: 300 })
})

test('any fee raises the rate', () => {
  const anyFee = fc.oneof(
    fc.record({ time: fc.constantFrom(...feeTimes), basis: fc.constant('fixed' as const), fen: fc.integer({ min: 1000, max: 100_000 }), bp: fc.constant(0) }),
    fc.record({ time: fc.constantFrom(...feeTimes), basis: fc.constantFrom(...feeBases.filter((basis) => basis !== 'fixed')), fen: fc.constant(0), bp: fc.integer({ min: 1, max: 300 }) }),
  )
  fc.assert(fc.property(anyLoan, anyFee, (given, one) => {
    const terms = loan({ ...given, principalFen: Math.max(given.principalFen, 1_000_000) })
    const withFee = costOf({ ...terms, fees: [fee(one)] }, days)
    if (withFee.feesFen === 0) return
    expect(withFee.rate.hasConverged ? withFee.rate.rate : Infinity).toBeGreaterThan(exactRate(terms))
  }), { seed: 5, numRuns: 300 })
})

test('without fees, at dates of k/12 years, the rate is the nominal one compounded monthly', () => {
  fc.assert(fc.property(anyLoan, (given) => {
    const { principalFen, annualBp, repayment } = given
    if (repayment === 'bullet') return
    const terms = loan({ ...given, dayCount: '30/360', principalFen: Math.max(principalFen, 10_000_000) })
    const flows = costOf(terms, days).instalments.map(({ month, principalFen: repaid, interestFen: interest }) => ({ years: month / 12, fen: (month === 0 ? terms.principalFen : 0) - repaid - interest }))
    const outcome = internalRate(flows)
    // Interest is rounded to the fen: half a fen a month on 100,000 yuan and more.
    expect(Math.abs((outcome.hasConverged ? outcome.rate : NaN) - effectiveRate(annualBp / 10_000, 12))).toBeLessThan(2e-6)
  }), { seed: 5, numRuns: 300 })
})

test('products beyond 2^53 stay exact', () => {
  expect(multiplyDivide(10_000_000_000, 2400 * 10_957, 3_650_000)).toBe(Number((10_000_000_000n * 2400n * 10_957n * 2n + 3_650_000n) / 7_300_000n))
  expect(interestFen(10_000_000_000, 2400, 'act/365', 360, 10_957)).toBe(72_046_027_397)
  expect(multiplyDivide(5, 1, 2)).toBe(3)
})

test.each([[{ principalFen: 99_999 }], [{ principalFen: 1.5e6 + 0.5 }], [{ months: 0 }], [{ months: 361 }], [{ months: 1.5 }]])('refused: %o', (given) => {
  expect(() => costOf(loan(given), days)).toThrow(RangeError)
})
