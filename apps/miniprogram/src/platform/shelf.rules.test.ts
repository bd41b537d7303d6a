import { drop, dropOwner, find, put, readShelf, type Kept } from './shelf.rules'

const limits = { mostItems: 3, mostAge: 1000 }
const item = (owner: string, name: string, at: number): Kept => ({ owner, name, at, value: `${owner} ${name} ${at}` })

test('the newest of a name replaces the older, and belongs to its owner alone', () => {
  const shelf = put(put(put([], item('a', 'form', 1), limits), item('b', 'form', 2), limits), item('a', 'form', 3), limits)
  expect(find(shelf, { owner: 'a', name: 'form' }, 3, limits)?.value).toBe('a form 3')
  expect(find(shelf, { owner: 'b', name: 'form' }, 3, limits)?.value).toBe('b form 2')
  expect(find(shelf, { owner: 'c', name: 'form' }, 3, limits)).toBeNull()
  expect(shelf).toHaveLength(2)
})

test('too many push the oldest out, and age ends everything, whichever way the clock was set', () => {
  const names = ['one', 'two', 'three', 'four']
  const shelf = names.reduce<Kept[]>((before, name, index) => put(before, item('a', name, index), limits), [])
  expect(shelf.map(({ name }) => name)).toEqual(['four', 'three', 'two'])
  expect(find(shelf, { owner: 'a', name: 'four' }, 1003, limits)).not.toBeNull()
  expect(find(shelf, { owner: 'a', name: 'four' }, 1004, limits)).toBeNull()
  expect(find([item('a', 'later', 5000)], { owner: 'a', name: 'later' }, 1, limits)).toBeNull()
  expect(put(shelf, item('a', 'new', 5000), limits)).toHaveLength(1)
})

test('one thing or one owner can be dropped', () => {
  const shelf = [item('a', 'one', 1), item('a', 'two', 1), item('b', 'one', 1)]
  expect(drop(shelf, { owner: 'a', name: 'one' })).toHaveLength(2)
  expect(dropOwner(shelf, 'a')).toEqual([item('b', 'one', 1)])
})

test('a storage that holds anything else counts as empty', () => {
  for (const text of [null, '', '{', '{}', 'null', '"text"', '[1, null, {"owner": 1}]']) expect(readShelf(text)).toEqual([])
  expect(readShelf(JSON.stringify([item('a', 'one', 1)]))).toEqual([item('a', 'one', 1)])
})
