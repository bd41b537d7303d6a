import { changedFields, isSameSet } from './centers-catalogue.rules.js'

test('only what differs has changed', () => {
  const row = { name: '一号楼', address: '', isRetired: false }
  expect(changedFields(row, {})).toEqual([])
  expect(changedFields(row, { name: '一号楼', address: undefined, isRetired: true })).toEqual(['isRetired'])
})

test.each([
  [['a', 'b'], ['b', 'a'], true], [[], [], true],
  [['a'], ['a', 'b'], false], [['a', 'b', 'c'], ['a', 'b'], false], [['a', 'a'], ['a', 'b'], false], [['a', 'x'], ['a', 'b'], false],
])('%j against %j: %s', (one, other, is) => {
  expect(isSameSet(one, other)).toBe(is)
})
