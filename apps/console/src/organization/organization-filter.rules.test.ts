import { readFirmsFilter, toFirmsQuery } from './organization-filter.rules'

const building = '01a20e5a-a4af-7bdb-ba09-b0326ba07c46'
const query = (search: string) => toFirmsQuery(readFirmsFilter(new URLSearchParams(search)), undefined)

test('an address says the whole filter', () => {
  expect(query(`q=咖啡&building=${building}&kind=individual`)).toEqual({ q: '咖啡', buildingId: building, kind: 'individual', cursor: undefined, limit: 50 })
})

test('one character finds nothing in the index, so it is not sent; two of any width are', () => {
  expect(query('q=咖').q).toBeUndefined()
  expect(query('q=𠮷野').q).toBe('𠮷野')
  expect(query('q=𠮷').q).toBeUndefined()
})

test('what was mistyped in an address is left out', () => {
  expect(query('building=7&kind=shop')).toEqual(query(''))
})
