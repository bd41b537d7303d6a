import fc from 'fast-check'
import { exactFigures, hiddenCells, medianOf, monthsOf, toldFigures, type DemandOutcome } from './financing-figures.rules.js'

const outcome = (given: Partial<DemandOutcome> = {}): DemandOutcome => ({
  firmId: 'firm', month: '2026-11', building: { id: 'b1', name: '一号楼' }, industry: { id: 'F', name: '批发和零售业' }, isFirstLoan: false, contactsDue: 0, contactsInTime: 0, contactTenthHours: [], grantedFen: 0, disbursedFen: 0, disbursedRateFen: 0,
  unsecuredFen: 0, oneSidedFen: 0, reasons: [], ...given,
})
const firms = (count: number, given: Partial<DemandOutcome> = {}, prefix = 'f') => Array.from({ length: count }, (_, index) => outcome({ firmId: `${prefix}${index}`, ...given }))

test('the weighted rate is by what was disbursed, half-up to the basis point', () => {
  const lent = [outcome({ disbursedFen: 10_000_000_000, disbursedRateFen: 10_000_000_000 * 465 }), outcome({ disbursedFen: 9_999_999_999, disbursedRateFen: 9_999_999_999 * 464 })]
  expect(exactFigures(lent).weightedAllInBp).toBe(465)
  expect(exactFigures([outcome({ disbursedFen: 100, disbursedRateFen: 100 * 400, unsecuredFen: 100 }), outcome({ disbursedFen: 300, disbursedRateFen: 300 * 500 })])).toMatchObject({ weightedAllInBp: 475, unsecuredPermille: 250 })
  expect(exactFigures([])).toMatchObject({ demands: 0, weightedAllInBp: null, responsePermille: null, medianTenthHours: null, unsecuredPermille: null })
})

test('one firm with three demands is one firm', () => {
  expect(exactFigures([outcome(), outcome(), outcome({ grantedFen: 5 })])).toMatchObject({ demands: 3, firms: 1, grantedFirms: 1 })
})

test('the median of hours, and the response of what was due', () => {
  expect(medianOf([30, 10, 20])).toBe(20)
  expect(medianOf([10, 20, 30, 40])).toBe(20)
  expect(exactFigures([outcome({ contactsDue: 3, contactsInTime: 2, contactTenthHours: [15, 240] })])).toMatchObject({ contacts: 2, responsePermille: 667, medianTenthHours: 15 })
})

test('what is about fewer than five firms is not told, and no cell can be worked out from the rest', () => {
  const told = toldFigures([...firms(8, { building: { id: 'b1', name: '一号楼' } }, 'a'), ...firms(6, { building: { id: 'b2', name: '二号楼' } }, 'b'), ...firms(2, { building: { id: 'b3', name: '三号楼' } }, 'c')], '2026-11', '2026-11')
  expect(told.total).toMatchObject({ demands: 16, firms: 16 })
  // The third building alone would be the total less the others: the next smallest is hidden with it.
  expect(told.buildings.map(({ demands }) => demands)).toEqual([8, null, null])
})

test('a total of few firms tells none of its parts', () => {
  const told = toldFigures([...firms(9, {}, 'a'), ...firms(2, { grantedFen: 70, building: { id: 'b2', name: '二号楼' } }, 'b'), ...firms(5, { building: { id: 'b2', name: '二号楼' } }, 'c')], '2026-11', '2026-11')
  expect(told.total).toMatchObject({ demands: 16, grantedFirms: null, grantedFen: null, disbursedFirms: 0 })
  expect(told.buildings.map(({ grantedFen }) => grantedFen)).toEqual([0, null])
})

test('reasons of few firms have no count', () => {
  const reason = { kind: 'decline', code: 'amount' } as const
  expect(toldFigures([...firms(5, { reasons: [reason] }), outcome({ reasons: [{ kind: 'close', code: 'elsewhere' }] })], '2026-11', '2026-11').reasons).toEqual([{ ...reason, count: 5 }, { kind: 'close', code: 'elsewhere', count: null }])
})

test('months without a demand stand in the row', () => {
  expect(monthsOf('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  expect(toldFigures(firms(5), '2026-10', '2026-11').months.map(({ key, demands }) => [key, demands])).toEqual([['2026-10', 0], ['2026-11', 5]])
})

test('whatever is hidden, at least two cells and five firms are hidden together, or all that has any', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 10 }), (counts) => {
    const hidden = hiddenCells(counts)
    counts.forEach((count, index) => {
      if (count > 0 && count < 5) expect(hidden.has(index)).toBe(true)
      if (count === 0) expect(hidden.has(index)).toBe(false)
    })
    if (hidden.size === 0) return
    const together = [...hidden].reduce((total, index) => total + (counts[index] ?? 0), 0)
    const isAll = counts.every((count, index) => count === 0 || hidden.has(index))
    expect(isAll || (hidden.size >= 2 && together >= 5)).toBe(true)
  }))
})

test('parts that are told never exceed the total, and sum to it when none is hidden', () => {
  const some = fc.record({ firmId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'), building: fc.constantFrom('b1', 'b2', 'b3').map((id) => ({ id, name: id })), disbursedFen: fc.integer({ min: 0, max: 1_000_000 }) })
  fc.assert(fc.property(fc.array(some, { maxLength: 60 }), (given) => {
    const { total, buildings } = toldFigures(given.map((each) => outcome({ ...each, disbursedRateFen: each.disbursedFen * 450 })), '2026-11', '2026-11')
    const told = buildings.flatMap(({ disbursedFen }) => (disbursedFen === null ? [] : [disbursedFen]))
    const sum = told.reduce((one, other) => one + other, 0)
    if (total.disbursedFen === null) return
    expect(sum).toBeLessThanOrEqual(total.disbursedFen)
    if (told.length === buildings.length) expect(sum).toBe(total.disbursedFen)
    if (total.disbursedFen > 0) expect(total.weightedAllInBp).toBe(450)
  }))
})
