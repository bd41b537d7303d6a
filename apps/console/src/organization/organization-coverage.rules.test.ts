import { shareWords } from './organization-coverage.rules'

test.each([[7, 13, '53.8%'], [1, 2, '50%'], [0, 9, '0%'], [2999, 3000, '99.9%'], [9, 9, '100%'], [null, 9, ''], [0, 0, '']])('%s of %s', (part, whole, words) => {
  expect(shareWords(part, whole)).toBe(words)
})
