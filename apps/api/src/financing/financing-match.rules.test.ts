import type { EntryRule, ProductTerms } from '@dangqun/contracts/financing/products/schemas'
import type { NeedAnswers } from '@dangqun/contracts/financing/schemas'
import { collateralBands, feeTimes, industries, purposes, repayments, revenueBands, scoreParts, securities, taxBands, taxGrades } from '@dangqun/contracts/financing/vocabulary'
import fc from 'fast-check'
import { monthsBetween, type MatchContext, type MatchProduct } from './financing-check.rules.js'
import { dueDaysFrom } from './financing-loan.rules.js'
import { allInOf, judge, markOf, nextAnswer, rank, rankAll, scoreOf, smallestChange } from './financing-match.rules.js'
import { sayChange, sayFailure, sayReasons, toMatch } from './financing-words.rules.js'
import { aFee, aNeed, someTerms } from './financing.factory.js'

const context: MatchContext = { today: '2026-12-01', lpr: { publishedOn: '2026-11-20', oneYearBp: 300, fiveYearBp: 350 }, dueDays: dueDaysFrom('2026-12-01', 360) }
const nothing = { cases: 0, medianWorkingDays: null, responsePermille: 0, satisfactionPermille: 0 }
const product = (terms: Partial<ProductTerms> = {}, given: Partial<MatchProduct> = {}): MatchProduct => ({ id: 'a', number: 1, bank: { id: 'b', name: '徽远银行', kind: '城市商业银行' }, record: nothing, ...given, terms: someTerms(terms) })
const offer = { amountFen: 50_000_000, months: 12, repayment: 'equal_instalments', security: 'preferred' } as const
const failure = (need: NeedAnswers, one: MatchProduct) => {
  const judged = judge(need, one, context)
  return judged.failed.map((rule) => sayFailure(rule, need, judged, context, allInOf(judged, context)))
}

describe('the score, part by part', () => {
  const score = (need: Partial<NeedAnswers>, one: MatchProduct, ppm: number, given: Partial<typeof offer> | object = {}) => scoreOf(aNeed(need), one, { ...offer, ...given }, ppm, context)

  test.each([[30_000, 3000], [20_000, 3000], [130_000, 0], [200_000, 0], [80_000, 1500], [47_200, 2484], [47_183, 2485], [47_184, 2484]])('cost: an all-in rate of %i ppm gives %i', (ppm, points) => {
    expect(score({}, product(), ppm).cost).toBe(points)
  })

  test('security: 20 preferred, 10 acceptable', () => {
    expect(score({}, product(), 0).security).toBe(2000)
    expect(score({}, product(), 0, { security: 'acceptable' }).security).toBe(1000)
  })

  test('amount and term: shares, half-up to the hundredth', () => {
    expect(score({ amountFen: 90_000_000 }, product(), 0).amount).toBe(833)
    expect(score({ months: 9 }, product(), 0).term).toBe(750)
    expect(score({ months: 36 }, product(), 0).term).toBe(333)
  })

  test.each([[1, 1000], [3, 897], [30, 0], [21, 0], [20, 17]])('speed: a promise of %i working days gives %i', (promisedDays, points) => {
    expect(score({}, product({ promisedDays }), 0).speed).toBe(points)
  })

  test('speed and service: measured over five cases and more, else the promise and 5 points; neither is nothing', () => {
    const record = { cases: 5, medianWorkingDays: 2.5, responsePermille: 900, satisfactionPermille: 800 }
    expect(score({}, product({}, { record }), 0)).toMatchObject({ speed: 1422, service: 850 })
    expect(score({}, product({}, { record: { ...record, cases: 4 } }), 0)).toMatchObject({ speed: 897, service: 500 })
    expect(score({}, product({ promisedDays: null }), 0).speed).toBe(0)
  })
})

describe('rules in words, with both figures', () => {
  test.each<[string, Partial<NeedAnswers>, Partial<ProductTerms>]>([
    ['成立 8 个月，要求满 12 个月', { foundedOn: '2026-03-10' }, {}],
    ['50 万元起贷，你要 30 万元', { amountFen: 30_000_000 }, { amountMinFen: 50_000_000 }],
    ['最高 20 万元，你最少要 30 万元', { leastAmountFen: 30_000_000 }, { amountMaxFen: 20_000_000 }],
    ['期限 6 个月到 12 个月，你要 2 年', { months: 24 }, { termMaxMonths: 12 }],
    ['需要抵押、质押，你选的是信用、保证', { acceptableSecurities: ['guarantee'] }, { securities: ['mortgage', 'pledge'], loanToValueBp: 7000 }],
    ['抵押或质押物价值 50 万元以下，最多贷价值的 70%，即 35 万元，你最少要 50 万元', { preferredSecurity: 'mortgage', collateralBand: 'under_50' }, { securities: ['mortgage'], loanToValueBp: 7000 }],
    ['只用于日常周转、进货备货，你的用途是装修改造', { purpose: 'fit_out' }, {}],
    ['不办无还本续贷、置换，你要办续贷或置换', { wantsRenewal: true }, { acceptsRenewal: false }],
    ['只能等额本息、先息后本，你选的是随借随还', { repayment: 'revolving' }, {}],
    ['综合年化 6.68%，你最高接受 5.00%', { highestRateBp: 500 }, { fees: [aFee()] }],
    ['年营业收入 500 万–2000 万元，要求 2000 万元以上', {}, { entryRules: [{ kind: 'revenue', from: 'from_2000' }] }],
    ['年纳税额 5 万–20 万元，要求 20 万元以上', {}, { entryRules: [{ kind: 'tax', from: 'from_20' }] }],
    ['员工 10–49 人，要求 50 人以上', {}, { entryRules: [{ kind: 'staff', from: 'from_50' }] }],
    ['纳税信用 B 级，要求 A 级', {}, { entryRules: [{ kind: 'tax_grade', grades: ['A'] }] }],
    ['只做制造业，你是批发和零售业', {}, { entryRules: [{ kind: 'industry_in', industries: ['C'] }] }],
    ['不做批发和零售业', {}, { entryRules: [{ kind: 'industry_out', industries: ['F'] }] }],
    ['只给个体工商户，你是企业', {}, { entryRules: [{ kind: 'firm_kind', firmKinds: ['individual'] }] }],
    ['不接受第一次贷款的企业，你是首贷', { isFirstLoan: true }, { entryRules: [{ kind: 'not_first_loan' }] }],
  ])('%s', (words, need, terms) => {
    expect(failure(aNeed(need), product(terms))).toEqual([words])
  })

  test('every failed rule is said, not the first only', () => {
    expect(failure(aNeed({ foundedOn: '2026-11-10', purpose: 'rent', months: 60 }), product())).toHaveLength(3)
  })

  test('a tax grade that does not apply is never a fail', () => {
    const one = product({ entryRules: [{ kind: 'tax_grade', grades: ['A'] }] })
    expect(judge(aNeed({ taxGrade: 'not_applicable', firmKind: 'individual' }), one, context).outcome).toBe('fits')
    expect(judge(aNeed({ taxGrade: undefined }), one, context)).toMatchObject({ outcome: 'unknown', missing: ['taxGrade'] })
  })

  test('a failed rule decides, whatever is missing', () => {
    expect(judge(aNeed({ taxGrade: undefined, purpose: 'rent' }), product({ entryRules: [{ kind: 'tax_grade', grades: ['A'] }] }), context)).toMatchObject({ outcome: 'fails', failed: ['purpose'] })
  })

  test('without fee data there is no rank', () => {
    expect(judge(aNeed(), product({ fees: null }), context)).toMatchObject({ outcome: 'unranked', score: null, cost: null })
  })
})

test('the smallest change, in words', () => {
  const change = (need: Partial<NeedAnswers>, terms: Partial<ProductTerms> = {}) => sayChange(aNeed(need), judge(aNeed(need), product(terms), context), context)
  expect(change({ foundedOn: '2026-03-10' })).toBe('等到 2027 年 3 月 10 日，就符合条件')
  expect(change({ amountFen: 5_000_000, months: 60 })).toBe('金额提到 10 万元，期限能调到 3 年，就符合条件')
  expect(change({ collateralBand: undefined }, { securities: ['mortgage'], loanToValueBp: 7000 })).toBe('能接受抵押，就符合条件，再补充抵押或质押物价值')
  expect(change({ purpose: 'rent' })).toBeNull()
})

test('reasons: at most three, those of most points first; fees and guarantees are notes', () => {
  const judged = judge(aNeed(), product(), context)
  expect(sayReasons(aNeed(), judged, context)).toEqual(['没有其他费用', '信用贷款，不用抵押', '最高 300 万元，够你要的 50 万元'])
  const { notes } = toMatch(aNeed(), judge(aNeed(), product({ fees: [aFee()], hasOwnerGuarantee: true }), context), context, { rank: 1, mark: null })
  expect(notes).toEqual(['手续费：放款时一次收借款金额的 1.00%', '需要实际控制人保证'])
})

test('a low nominal rate that costs more is marked as such', () => {
  const plain = product({ pricing: { kind: 'fixed', lowBp: 460, highBp: 460 } }, { id: 'plain' })
  const hidden = product({ pricing: { kind: 'fixed', lowBp: 420, highBp: 420 }, fees: [aFee()] }, { id: 'hidden' })
  const judged = rank(aNeed(), [hidden, plain], context)
  expect(judged.map((each) => each.product.id)).toEqual(['plain', 'hidden'])
  expect(Object.fromEntries(markOf(judged))).toEqual({ plain: 'cheapest', hidden: 'looks_low' })
})

test('whole months', () => {
  expect(monthsBetween('2026-03-10', '2026-12-01')).toBe(8)
  expect(monthsBetween('2026-01-31', '2026-02-28')).toBe(1)
  expect(monthsBetween('2026-12-02', '2026-12-01')).toBe(0)
})

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const anyNeed: fc.Arbitrary<NeedAnswers> = fc.record({
  amountFen: fc.integer({ min: 10, max: 1000 }).map((wan) => wan * 1_000_000), months: fc.integer({ min: 1, max: 60 }), isTermAdjustable: fc.boolean(), purpose: fc.constantFrom(...purposes), wantsRenewal: fc.boolean(),
  preferredSecurity: fc.constantFrom(...securities), acceptableSecurities: fc.subarray([...securities]), collateralBand: optional(fc.constantFrom(...collateralBands)), highestRateBp: optional(fc.integer({ min: 200, max: 1500 })),
  repayment: optional(fc.constantFrom(...repayments)), industry: optional(fc.constantFrom(...industries)), revenueBand: optional(fc.constantFrom(...revenueBands)), taxBand: optional(fc.constantFrom(...taxBands)),
  taxGrade: optional(fc.constantFrom(...taxGrades)), isFirstLoan: optional(fc.boolean()), foundedOn: optional(fc.integer({ min: 2010, max: 2026 }).map((year) => `${year}-06-15`)),
})
const anyRule: fc.Arbitrary<EntryRule> = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((months) => ({ kind: 'founded' as const, months })), fc.constantFrom(...revenueBands).map((from) => ({ kind: 'revenue' as const, from })),
  fc.constantFrom(...taxBands).map((from) => ({ kind: 'tax' as const, from })), fc.subarray([...taxGrades], { minLength: 1 }).map((grades) => ({ kind: 'tax_grade' as const, grades })),
  fc.subarray([...industries], { minLength: 1 }).map((chosen) => ({ kind: 'industry_out' as const, industries: chosen })), fc.constant({ kind: 'not_first_loan' as const }),
)
const anyTerms: fc.Arbitrary<Partial<ProductTerms>> = fc.record({
  amountMinFen: fc.integer({ min: 1, max: 50 }).map((wan) => wan * 1_000_000), amountMaxFen: fc.integer({ min: 50, max: 1000 }).map((wan) => wan * 1_000_000), termMinMonths: fc.integer({ min: 1, max: 12 }), termMaxMonths: fc.integer({ min: 12, max: 60 }),
  purposes: fc.subarray([...purposes], { minLength: 1 }), securities: fc.subarray([...securities], { minLength: 1 }), loanToValueBp: fc.constant(7000), pricing: fc.integer({ min: 300, max: 900 }).map((highBp) => ({ kind: 'fixed' as const, lowBp: 300, highBp })),
  repayments: fc.subarray([...repayments], { minLength: 1 }), acceptsRenewal: fc.boolean(), promisedDays: fc.option(fc.integer({ min: 1, max: 40 })), entryRules: fc.uniqueArray(anyRule, { maxLength: 3, selector: ({ kind }) => kind }),
  fees: fc.option(fc.array(fc.record({ time: fc.constantFrom(...feeTimes), bp: fc.integer({ min: 1, max: 200 }) }).map((given) => aFee(given)), { maxLength: 2 })),
})
const anyProducts = fc.array(anyTerms, { minLength: 1, maxLength: 8 }).map((all) => all.map((terms, index) => product(terms, { id: `product-${index}` })))

describe('properties', () => {
  test('no product changes another’s score, and the order of the input changes nothing', () => {
    fc.assert(fc.property(anyNeed, anyProducts, fc.infiniteStream(fc.nat()), (need, products, chance) => {
      const whole = rank(need, products, context)
      for (const judged of whole) expect(judge(need, judged.product, context)).toEqual(judged)
      const shuffled = products.map((each) => [chance.next().value, each] as const).sort(([a], [b]) => a - b).map(([, each]) => each)
      expect(rank(need, shuffled, context)).toEqual(whole)
      const fewer = products.filter((_, index) => index % 2 === 0)
      expect(rank(need, fewer, context)).toEqual(whole.filter((judged) => fewer.includes(judged.product)))
    }), { seed: 5, numRuns: 200 })
  })

  test('cheaper, all else equal, never ranks lower', () => {
    fc.assert(fc.property(anyNeed, anyTerms, fc.integer({ min: 1, max: 300 }), fc.boolean(), (need, terms, lessBp, isFirst) => {
      if (terms.pricing?.kind !== 'fixed' || !terms.fees) return
      const dear = product({ ...terms, fees: [...terms.fees, aFee({ bp: lessBp })] }, { id: isFirst ? 'a' : 'z' })
      const cheap = product(terms, { id: 'm' })
      const order = rank(need, [dear, cheap], context)
      expect(order.findIndex((each) => each.product === cheap)).toBeLessThanOrEqual(order[0]?.outcome === order[1]?.outcome && order[0]?.outcome === 'fails' ? 1 : 0)
    }), { seed: 5, numRuns: 300 })
  })

  test('nothing a bank pays, and no name of a bank, can matter', () => {
    fc.assert(fc.property(anyNeed, anyProducts, fc.array(fc.integer()), fc.string(), (need, products, paid, name) => {
      const plain = (judged: ReturnType<typeof rank>) => judged.map((each) => [each.product.id, each.score])
      const bribed = products.map((each, index) => ({ ...each, bank: { ...each.bank, name, id: name }, paidFen: paid[index] ?? 0, isSponsor: true, terms: { ...each.terms, contact: { outlet: name, managerNumber: name, managerPhone: name } } }))
      expect(plain(rank(need, bribed, context))).toEqual(plain(rank(need, products, context)))
    }), { seed: 5, numRuns: 150 })
  })

  test('parts stay in their weights and add up; what fits has no failed rule and nothing missing', () => {
    fc.assert(fc.property(anyNeed, anyProducts, (need, products) => {
      for (const { outcome, parts, score, failed, missing } of rank(need, products, context)) {
        expect(failed.length > 0).toBe(outcome === 'fails')
        if (outcome === 'fits') expect(missing).toEqual([])
        if (!parts) continue
        expect(score).toBe(scoreParts.reduce((sum, part) => sum + parts[part], 0))
        for (const part of scoreParts) expect(parts[part]).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(10_000)
      }
    }), { seed: 5, numRuns: 200 })
  })

  test('the smallest change makes it fit, as far as the answers are known; no part of it can be left out', () => {
    fc.assert(fc.property(anyNeed, anyTerms, (need, terms) => {
      const judged = judge(need, product(terms), context)
      const change = smallestChange(need, judged, context)
      if (judged.outcome !== 'fails' || change === null) return
      expect(judge(change.need, judged.product, context).outcome).not.toBe('fails')
      for (const field of Object.keys(change.need) as (keyof NeedAnswers)[]) {
        if (change.need[field] === need[field] || field === 'collateralBand') continue
        const without = { ...change.need, [field]: need[field] }
        if (judge(without, judged.product, context).outcome !== 'fails') throw new Error(`${field} need not change`)
      }
      expect(sayChange(need, judged, context)).toMatch(/，就符合条件/)
    }), { seed: 5, numRuns: 300 })
  })

  test('every product is explained, matched or not', () => {
    fc.assert(fc.property(anyNeed, anyProducts, (need, products) => {
      for (const judged of rank(need, products, context)) {
        const match = toMatch(need, judged, context, { rank: null, mark: null })
        const said = { fits: match.reasons.length, unknown: match.missing.length, unranked: match.notes.length, fails: match.failures.length }[match.outcome]
        expect(said).toBeGreaterThan(0)
        for (const { words } of match.failures) expect(words).not.toBe('')
        expect(match.reasons.length).toBeLessThanOrEqual(3)
      }
    }), { seed: 5, numRuns: 200 })
  })
})

test('the answer asked for next decides most', () => {
  const needs = aNeed({ taxGrade: undefined, revenueBand: undefined })
  const grade = { kind: 'tax_grade', grades: ['A'] } as const
  const products = [product({ entryRules: [{ ...grade, grades: ['A'] }] }, { id: '1' }), product({ entryRules: [{ ...grade, grades: ['B'] }] }, { id: '2' }), product({ entryRules: [{ kind: 'revenue', from: 'from_100' }] }, { id: '3' })]
  expect(nextAnswer(rank(needs, products, context))).toBe('taxGrade')
  expect(nextAnswer(rank(aNeed(), products, context))).toBeNull()
})

test('many needs come in portions, each as if it were alone', () => {
  const needs = Array.from({ length: 5 }, (_, id) => ({ id, need: aNeed({ months: 6 + id }) }))
  const portions = [...rankAll(needs, [product()], context, 2)]
  expect(portions.map(({ done, of }) => [done, of])).toEqual([[2, 5], [4, 5], [5, 5]])
  expect(portions.flatMap(({ results }) => results)).toEqual(needs.map(({ id, need }) => ({ id, judged: rank(need, [product()], context) })))
})
