import { codeFromScan, readScene, splitScene } from './scene'

test('a scene is decoded, and a broken encoding is kept as it is', () => {
  expect(readScene('E92CPJK4')).toBe('E92CPJK4')
  expect(readScene('a%3D1%26b')).toBe('a=1&b')
  expect(readScene('100%')).toBe('100%')
  expect(readScene('')).toBeNull()
  expect(readScene(undefined)).toBeNull()
})

test('the code is found in what a camera reads', () => {
  expect(codeFromScan('E92CPJK4')).toBe('E92CPJK4')
  expect(codeFromScan('pages/index/index?scene=E92CPJK4')).toBe('E92CPJK4')
  expect(codeFromScan('https://example.org/#/pages/index/index?scene=E92%2DCPJK4&x=1')).toBe('E92-CPJK4')
})

test('the code at the door is the activity’s own and the one of the moment', () => {
  expect(splitScene('K7MWXACR*A3K9HJ2M')).toEqual({ scene: 'K7MWXACR', rotating: 'A3K9HJ2M' })
  expect(splitScene('K7MWXACR')).toEqual({ scene: 'K7MWXACR', rotating: null })
  expect(splitScene('K7MWXACR*')).toEqual({ scene: 'K7MWXACR', rotating: null })
})
