import { sayUnread } from './notices-words.rules'

test.each([[0, ''], [1, '1'], [99, '99'], [100, '99+']])('%d unread are said as %p', (count, words) => {
  expect(sayUnread(count)).toBe(words)
})
