import { changesOf, mergeValues } from './centers-merge.rules'

const base = { phone: '1', about: 'a', hours: [{ opens: '09:00' }] }

test('only what differs is sent', () => {
  expect(changesOf(base, { ...base, hours: [{ opens: '09:00' }] })).toEqual({})
  expect(changesOf(base, { ...base, about: 'b' })).toEqual({ about: 'b' })
})

test('both changes stand, and where both changed the same field mine does until I choose', () => {
  const merge = mergeValues(base, { ...base, about: 'mine', phone: '2' }, { phone: '3', about: 'a', hours: [] })
  expect(merge).toEqual({ values: { phone: '2', about: 'mine', hours: [] }, theirs: ['hours'], conflicts: ['phone'] })
  expect(mergeValues(base, { ...base, phone: '2' }, { ...base, phone: '2' }).conflicts).toEqual([])
})
