import { demandActions, demandClockActions, demandEnds, demandStates } from '@dangqun/contracts/financing/demands/vocabulary'
import { aDemand, aReferralSummary } from '../../test/financing'
import { advice, aheadOf, banksTaken, currentStep, headline, placesLeft, sayDemandStep } from './financing-demand.rules'
import { summaryLine } from './financing-summary.rules'

test('one line says who has it and until when, or that the day went by', () => {
  expect(summaryLine(aDemand())).toBe('等党群服务中心核对，最晚 12 月 3 日')
  expect(summaryLine(aDemand({ isOverdue: true }))).toBe('等党群服务中心核对，已过 12 月 3 日')
  expect(summaryLine(aDemand({ state: 'matched', holder: 'firm', dueAt: null }))).toBe('可以选银行了')
  expect(summaryLine(aDemand({ state: 'open', holder: 'firm', banks: 2, dueAt: null }))).toBe('有银行等你办一步')
  expect(summaryLine(aDemand({ state: 'open', holder: 'bank', banks: 2, dueAt: null }))).toBe('2 家银行在办')
  expect(summaryLine(aDemand({ state: 'open', holder: 'firm', banks: 0, dueAt: null }))).toBe('没有银行在办了，可以再选')
  expect(headline(aDemand({ state: 'open', holder: 'bank', banks: 2, referrals: [aReferralSummary(1), aReferralSummary(2, { state: 'claimed', holder: 'firm' })] }))).toBe('1 家银行等你办一步')
  expect(headline(aDemand({ state: 'open', holder: 'firm', banks: 1, referrals: [aReferralSummary(1, { state: 'disbursed', holder: 'firm' })] }))).toBe('1 家银行等你办一步')
  expect(headline(aDemand({ state: 'open', holder: 'bank', banks: 2, referrals: [1, 2].map((n) => aReferralSummary(n, { state: 'offered' })) }))).toBe('等 2 家银行接单')
  expect(currentStep(aDemand({ state: 'open', holder: 'firm', banks: 0 }))).toBe('你来再选银行，或结束需求')
  expect(currentStep(aDemand({ state: 'open', holder: 'firm', banks: 1 }))).toBe('你来办一步，有银行在等')
  expect(summaryLine(aDemand({ state: 'open', holder: 'bank', banks: 0 }))).toBe('等银行接单，最晚 12 月 3 日')
  expect(summaryLine(aDemand({ state: 'withdrawn', holder: null, dueAt: null }))).toBe('已撤回')
})

test('a demand that was sent back asks to be changed, an end says why', () => {
  expect(headline(aDemand({ state: 'draft', note: '金额和用途对不上' }))).toBe('请改一改，再提交')
  expect(currentStep(aDemand({ state: 'draft', note: '金额和用途对不上' }))).toBe('你来修改，再提交')
  expect(headline(aDemand({ state: 'closed', closeReason: 'elsewhere' }))).toBe('通过其他渠道解决了')
})

test.each(demandStates)('%s: a headline, what it means, one current step unless it has ended, and what comes', (state) => {
  const demand = aDemand({ state, closeReason: state === 'closed' ? 'satisfied' : null })
  expect(headline(demand)).not.toMatch(/undefined|null/)
  expect(advice(demand)).toMatch(/。$/)
  expect(currentStep(demand) === null).toBe(demandEnds.includes(state))
  expect(aheadOf(demand).length > 0).toBe(!demandEnds.includes(state))
  expect(aheadOf(demand)).not.toContain(currentStep(demand))
})

test('every deed is said with who did it', () => {
  const said = [...demandActions, ...demandClockActions, 'create' as const].map((action) => sayDemandStep({ action, to: 'open' }, 'picked'))
  expect(new Set(said).size).toBe(said.length)
  expect(sayDemandStep({ action: 'open', to: 'open' }, 'all')).toBe('你把需求发给了所有银行')
})

test('five banks at once; one that answered is through, one that lapsed can be asked again, one asked without a name can be named', () => {
  expect([0, 3, 5].map((banks) => placesLeft({ banks }))).toEqual([5, 2, 0])
  expect([...banksTaken({ referrals: [aReferralSummary(1), aReferralSummary(2, { state: 'declined' }), aReferralSummary(3, { state: 'offered' }), aReferralSummary(4, { state: 'lapsed' }), aReferralSummary(5, { state: 'offered', productName: null })] })]).toEqual(['b1', 'b2', 'b3'])
})
