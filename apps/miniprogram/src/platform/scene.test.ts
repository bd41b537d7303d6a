import { codeFromScan, readScene } from './scene'

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
