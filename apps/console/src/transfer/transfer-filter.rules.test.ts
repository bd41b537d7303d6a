import { readTransferFilter, toTransfersQuery } from './transfer-filter.rules'

test('an address is a filter, and what it cannot mean is left out', () => {
  expect(readTransferFilter(new URLSearchParams('view=overdue&direction=in&state=receiving&kind=in_province'))).toEqual({ view: 'overdue', direction: 'in', state: 'receiving', kind: 'in_province' })
  expect(readTransferFilter(new URLSearchParams('view=mine&direction=up&state=lost'))).toEqual({ view: 'waiting', direction: undefined, state: undefined, kind: undefined })
})

test('a query carries the page', () => {
  expect(toTransfersQuery(readTransferFilter(new URLSearchParams()), 'c')).toMatchObject({ view: 'waiting', cursor: 'c', limit: 50 })
})
