import fc from 'fast-check'
import { effectiveRate, internalRate, toPpm, type CashFlow } from './financing-rate.rules.js'

const rateOf = (flows: CashFlow[]) => {
  const outcome = internalRate(flows)
  if (!outcome.hasConverged) throw new Error(outcome.why)
  return outcome.rate
}
const days = (flows: [days: number, yuan: number][]): CashFlow[] => flows.map(([day, yuan]) => ({ years: day / 365, fen: Math.round(yuan * 100) }))

describe('vectors', () => {
  test("the example of Microsoft's XIRR reference: 37.3362535 %", () => {
    // support.microsoft.com, XIRR function: −10,000 on 2008-01-01; 2,750 on 03-01; 4,250 on 10-30; 3,250 on 2009-02-15; 2,750 on 04-01. The borrower sees it from the other side.
    expect(rateOf(days([[0, 10_000], [60, -2750], [303, -4250], [411, -3250], [456, -2750]]))).toBeCloseTo(0.373362535, 8)
  })

  test('closed forms', () => {
    expect(rateOf([{ years: 0, fen: 10_000 }, { years: 1, fen: -10_600 }])).toBeCloseTo(0.06, 14)
    expect(rateOf([{ years: 0, fen: 10_000 }, { years: 2, fen: -12_100 }])).toBeCloseTo(0.1, 14)
    expect(rateOf([{ years: 0, fen: 10_000 }, { years: 0.5, fen: -10_000 }])).toBe(0)
    expect(rateOf([{ years: 0, fen: 10_000 }, { years: 1, fen: -9_000 }])).toBeCloseTo(-0.1, 12)
  })
})

test('what has no rate says so', () => {
  expect(internalRate([{ years: 0, fen: 0 }, { years: 1, fen: -100 }])).toEqual({ hasConverged: false, why: 'nothing_received' })
  expect(internalRate([{ years: 0, fen: 100 }, { years: 1, fen: -10_000_000 }])).toEqual({ hasConverged: false, why: 'out_of_bounds' })
})

test('the root is found from any guess, and its present value is nothing', () => {
  fc.assert(fc.property(
    fc.integer({ min: 100_000, max: 1_000_000_000 }), fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 60 }), fc.double({ min: 0, max: 3, noNaN: true }), fc.integer({ min: 1, max: 60 }),
    (fen, extra, guess, gap) => {
      const share = Math.ceil(fen / extra.length)
      const flows = [{ years: 0, fen }, ...extra.map((each, index) => ({ years: ((index + 1) * gap) / 365, fen: -share - each }))]
      const outcome = internalRate(flows, guess)
      if (!outcome.hasConverged) return expect(outcome.why).toBe('out_of_bounds')
      const value = flows.reduce((sum, each) => sum + each.fen * (1 + outcome.rate) ** -each.years, 0)
      expect(Math.abs(value) / fen).toBeLessThan(1e-9)
      const other = internalRate(flows)
      expect(other.hasConverged && Math.abs(other.rate - outcome.rate)).toBeLessThan(1e-9 * (1 + outcome.rate))
    },
  ), { seed: 5, numRuns: 300 })
})

test('a nominal rate compounds', () => {
  expect(effectiveRate(0.06, 12)).toBeCloseTo(1.005 ** 12 - 1, 14)
  expect(toPpm(0.0472)).toBe(47_200)
  expect(toPpm(0.000_000_5)).toBe(1)
})
