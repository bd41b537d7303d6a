import { readReferralFilter, referralViewsOf, statesOf, toReferralsQuery } from './financing-referrals-filter.rules'

const read = (address: string, viewer: 'bank' | 'center' = 'center') => readReferralFilter(new URLSearchParams(address), viewer)

test('an address is a filter, and what it cannot mean is left out', () => {
  expect(read('view=ended&state=declined&bank=b')).toEqual({ view: 'ended', state: 'declined', bankId: 'b' })
  expect(read('view=mine&state=lost')).toEqual({ view: 'open', state: undefined, bankId: undefined })
  expect(read('bank=b', 'bank')).toEqual({ view: 'waiting', state: undefined, bankId: undefined })
  expect(read('view=ended&state=granted').state).toBeUndefined()
})

test('a view is narrowed only to what can be in it', () => {
  expect(statesOf('offered', 'bank')).toEqual([])
  expect(statesOf('ended', 'bank')).toEqual(['declined', 'not_drawn', 'closed', 'withdrawn', 'lapsed'])
  expect(statesOf('open', 'bank')).toContain('offered')
  expect(statesOf('waiting', 'bank')).toContain('materials')
  expect(statesOf('waiting', 'center')).toEqual([])
  for (const views of Object.values(referralViewsOf)) expect([...views].sort()).toEqual(['ended', 'offered', 'open', 'waiting'])
})

test('a query carries the page', () => {
  expect(toReferralsQuery(read(''), 'c')).toEqual({ view: 'open', state: undefined, bankId: undefined, cursor: 'c', limit: 50 })
})
