import type { NeedAnswers } from '@dangqun/contracts/financing/schemas'
import { sayNeed, saySecurities } from './financing-need-words.rules'

const need: NeedAnswers = { amountFen: 50_000_000, leastAmountFen: 30_000_000, months: 12, isTermAdjustable: true, purpose: 'stock', wantsRenewal: false, preferredSecurity: 'credit', acceptableSecurities: ['credit', 'guarantee'], isFirstLoan: true }

test('a need reads as somebody would say it, and what was not answered is not there', () => {
  expect(sayNeed(need, '冬季备货')).toEqual([
    ['金额', '50 万元，最少 30 万元'], ['期限', '12 个月，可以商量'], ['用途', '进货备货：冬季备货'], ['担保', '信用；也接受保证'], ['贷款经历', '第一次贷款'],
  ])
  expect(sayNeed({ ...need, leastAmountFen: 50_000_000 }, null)[0]).toEqual(['金额', '50 万元'])
})

test('a preferred security is not said twice', () => {
  expect(saySecurities('mortgage', ['mortgage'])).toBe('抵押')
})
