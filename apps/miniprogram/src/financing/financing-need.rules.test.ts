import { amountError, amountSteps, barsOf, costQuestionOf, draftOf, firstDraft, nearestStep, sayNeed, toNeed } from './financing-need.rules'

test('only what was answered is sent', () => {
  expect(toNeed(firstDraft)).toEqual({ amountFen: 30_000_000, months: 12, isTermAdjustable: true, purpose: 'turnover', preferredSecurity: 'credit', acceptableSecurities: [] })
  expect(toNeed({ ...firstDraft, amountWan: '12.5', taxGrade: 'B', isFirstLoan: 'no', acceptableSecurities: ['credit', 'guarantee'] })).toMatchObject({ amountFen: 12_500_000, taxGrade: 'B', isFirstLoan: false, acceptableSecurities: ['guarantee'] })
})

test('an amount that cannot be used says what to do', () => {
  expect(['', 'abc', '0.5', '10001', '３０', ' 12.5 '].map(amountError)).toEqual(['请填写要借多少万元，如 30', '请填写要借多少万元，如 30', '最少 1 万元', '最多 1 亿元', null, null])
})

test('a need is said as people say it', () => {
  expect(sayNeed({ amountFen: 50_000_000, months: 24, preferredSecurity: 'mortgage' })).toBe('50 万元 · 2 年 · 抵押')
})

test('a slider stands where the value is nearest', () => {
  expect(amountSteps[nearestStep(amountSteps, 30)]).toBe(30)
  expect(amountSteps[nearestStep(amountSteps, 33)]).toBe(32)
  expect(amountSteps[nearestStep(amountSteps, 99_999)]).toBe(1000)
  expect(amountSteps.every((step, index) => index === 0 || step > (amountSteps[index - 1] ?? 0))).toBe(true)
})

test('bars: nothing is lost when months are put together, and the drawing counts to the first', () => {
  const instalments = Array.from({ length: 61 }, (_, month) => ({ month, principalFen: month === 0 ? 0 : 100, interestFen: month === 0 ? 0 : 10, feesFen: month === 0 ? 7 : 0 }))
  const bars = barsOf(instalments)
  expect(bars).toHaveLength(20)
  expect(bars[0]).toEqual({ months: '第 1–3 期', principalFen: 300, interestFen: 30, feesFen: 7 })
  expect(bars.reduce((sum, { principalFen }) => sum + principalFen, 0)).toBe(6000)
  expect(barsOf(instalments.slice(0, 13))).toHaveLength(12)
  expect(barsOf(instalments.slice(0, 2))[0]?.months).toBe('第 1 期')
})

test('a product is asked for what is needed, or the nearest to it that it allows', () => {
  const terms = { amountMinFen: 10_000_000, amountMaxFen: 50_000_000, termMinMonths: 6, termMaxMonths: 24, repayments: ['interest_first' as const] }
  expect(costQuestionOf(terms, null)).toEqual({ amountFen: 10_000_000, months: 12 })
  expect(costQuestionOf(terms, { amountFen: 80_000_000, months: 36, repayment: 'bullet' })).toEqual({ amountFen: 50_000_000, months: 24 })
  expect(costQuestionOf(terms, { amountFen: 20_000_000, months: 3, repayment: 'interest_first' })).toEqual({ amountFen: 20_000_000, months: 6, repayment: 'interest_first' })
})

test('a need goes back into the form as it came out', () => {
  const draft = { ...firstDraft, amountWan: '12.5', isTermAdjustable: false, taxGrade: 'B' as const, foundedOn: '2023-01-01', isFirstLoan: 'no' as const, acceptableSecurities: ['guarantee' as const] }
  expect(draftOf(toNeed(draft))).toEqual(draft)
  expect(draftOf(toNeed(firstDraft))).toEqual(firstDraft)
})
