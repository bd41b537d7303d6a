import type { Security } from '@dangqun/contracts/financing/vocabulary'
import { aFee, aNeed, someTerms } from '../src/financing/financing.factory.js'
import type { MatchContext, MatchProduct } from '../src/financing/financing-check.rules.js'
import { dueDaysFrom } from '../src/financing/financing-loan.rules.js'
import { rank, rankAll } from '../src/financing/financing-match.rules.js'
import { toMatch } from '../src/financing/financing-words.rules.js'
import { Seeded } from '../src/platform/seeded/seeded.js'

const today = '2026-12-01'
const context: MatchContext = { today, lpr: { publishedOn: '2026-11-20', oneYearBp: 300, fiveYearBp: 350 }, dueDays: dueDaysFrom(today, 120) }

/** 500 products of the kinds that banks offer, from a fixed seed. */
export function someProducts(seeded: Seeded): MatchProduct[] {
  return Array.from({ length: 500 }, (_, index) => {
    const securities: Security[] = seeded.pick<Security[]>([['credit'], ['credit', 'guarantee'], ['mortgage'], ['state_guarantee']])
    return {
      id: seeded.uuid(new Date(0)), number: 1, bank: { id: String(index % 6), name: '银行', kind: '城市商业银行' }, record: { cases: 0, medianWorkingDays: null, responsePermille: 0, satisfactionPermille: 0 },
      terms: someTerms({
        name: `产品${index}`, amountMaxFen: seeded.int(30, 500) * 1_000_000, termMinMonths: 1, termMaxMonths: seeded.pick([12, 24, 36, 60]), purposes: ['turnover', 'stock', 'equipment'], securities,
        loanToValueBp: securities.includes('mortgage') ? 7000 : null, pricing: { kind: 'lpr', tenor: '1y', spreadLowBp: 40, spreadHighBp: seeded.int(60, 400), reset: 'none' },
        dayCount: seeded.pick(['30/360', 'act/360', 'act/365']), repayments: [seeded.pick(['equal_instalments', 'equal_principal', 'interest_first', 'bullet', 'revolving'])],
        fees: seeded.pick([[], [], [aFee({ bp: seeded.int(10, 200) })]]), entryRules: [{ kind: 'founded', months: seeded.pick([6, 12, 24]) }, ...seeded.pick([[], [{ kind: 'revenue' as const, from: 'from_100' as const }]])], promisedDays: seeded.int(1, 15),
      }),
    }
  })
}

/** @returns milliseconds for one need against 500 products, explained; judgements a second when all needs are matched again */
export function measureMatching(): { oneMs: number; allPerSecond: number } {
  const seeded = new Seeded(9)
  const products = someProducts(seeded)
  const need = () => aNeed({ amountFen: seeded.int(10, 300) * 1_000_000, months: seeded.pick([6, 12, 24, 36]), isTermAdjustable: seeded.next() < 0.5, acceptableSecurities: seeded.pick([[], ['guarantee'], ['mortgage']]) })
  const needs = Array.from({ length: 300 }, (_, id) => ({ id, need: need() }))
  const times = needs.map(({ need: one }) => {
    const from = performance.now()
    rank(one, products, context).map((judged) => toMatch(one, judged, context, { rank: null, mark: null }))
    return performance.now() - from
  })
  const from = performance.now()
  for (const { done } of rankAll(needs, products, context)) if (done > needs.length) throw new Error('matched more needs than there are')
  const seconds = (performance.now() - from) / 1000
  // The first ones warm the machine up.
  const settled = times.slice(100).sort((a, b) => a - b)
  return { oneMs: settled[Math.floor(settled.length / 2)] ?? 0, allPerSecond: Math.round((needs.length * products.length) / seconds) }
}
