import { isFiltered, readFactsFilter, toFactsQuery } from './audit-filter.rules'

const read = (search: string) => readFactsFilter(new URLSearchParams(search))
const subject = '01a20e5a-a4af-7bdb-ba09-b0326ba07c01'

test('a filter is read from the address and sent as it is', () => {
  const filter = read(`from=2026-11-01&to=2026-11-30&slice=activities&fact=activities.closed&actor=%20staff%20&subject=${subject}`)
  expect(toFactsQuery(filter, 'x')).toEqual({ from: '2026-11-01', to: '2026-11-30', slice: 'activities', fact: 'activities.closed', actor: 'staff', subjectId: subject, cursor: 'x', limit: 50 })
  expect(isFiltered(filter)).toBe(true)
})

test('what cannot be meant is left out', () => {
  expect(read('from=2026-13-01&to=yesterday&slice=payroll&fact=activities.flown&subject=1')).toEqual({ from: undefined, to: undefined, slice: undefined, fact: undefined, actor: '', subject: undefined })
  expect(read('slice=transfer&fact=activities.closed').fact).toBeUndefined()
  expect(isFiltered(read(''))).toBe(false)
})
