import { withFilters } from '../platform/keyset.rules'
import { filterParams, isFiltered, readFilter, toQuery } from './activities-filter.rules'

const read = (search: string) => readFilter(new URLSearchParams(search))

test('an address says the whole filter, and an empty one is what is coming', () => {
  expect(read('')).toEqual({ when: 'upcoming', state: undefined, programme: undefined, kind: undefined, series: undefined, q: '' })
  expect(read('when=past&state=held&programme=red&q=党章')).toEqual({ when: 'past', state: 'held', programme: 'red', kind: undefined, series: undefined, q: '党章' })
})

test('what was mistyped in an address is left out, not sent', () => {
  expect(read('when=never&state=paused&programme=green')).toEqual(read(''))
  expect(read(`q= ${'长'.repeat(60)}`).q).toHaveLength(40)
})

test('the default time is not written into the address', () => {
  expect(filterParams({ when: 'upcoming' })).toEqual({ when: undefined })
  expect(filterParams({ when: 'all' })).toEqual({ when: 'all' })
  expect(filterParams({ state: 'draft' })).toEqual({ state: 'draft' })
})

test('another filter keeps the rest of the address and starts from the first page', () => {
  expect(withFilters(new URLSearchParams('when=past&q=党章&cursor=abc'), { q: '' }).toString()).toBe('when=past')
})

test('the server is asked for a page of twenty, without an empty term', () => {
  expect(toQuery(read('when=all&q='), 'abc')).toEqual({ when: 'all', state: undefined, programme: undefined, kind: undefined, seriesId: undefined, q: undefined, cursor: 'abc', limit: 20 })
})

test('the time alone is no filter: an empty list of past activities is not "nothing found"', () => {
  expect(isFiltered(read('when=past'))).toBe(false)
  expect(isFiltered(read('q=党'))).toBe(true)
})
