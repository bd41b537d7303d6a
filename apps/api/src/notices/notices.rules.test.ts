import { noticeKinds, noticeTexts, renderNotice } from '@dangqun/contracts/notices/vocabulary'
import { impersonal, shortened } from './notices.rules.js'

test.each([
  ['请联系13800138000问', '请联系（号码略）问'],
  ['34010419900307123X', '（号码略）'],
  ['12月5日 14:00，2026-12-05', '12月5日 14:00，2026-12-05'],
])('%p is stored as %p', (typed, stored) => {
  expect(impersonal({ reason: typed })).toEqual({ reason: stored })
})

test('words are cut to what an inbox shows, and no character in half', () => {
  expect(impersonal({ title: '读'.repeat(200), place: '二楼' })).toEqual({ title: `${'读'.repeat(119)}…`, place: '二楼' })
  expect(shortened('💪'.repeat(5), 3)).toBe('💪💪…')
  expect(shortened('恰好五个字', 5)).toBe('恰好五个字')
})

test.each(noticeKinds)('the text of %p holds no placeholder once its parameters are there, nor without them', (kind) => {
  const { title, body } = renderNotice(kind, { title: '读书会', changes: '改到二楼' })
  expect(`${title}${body}`).not.toMatch(/[{}]/)
  if (noticeTexts[kind].body.includes('{title}')) expect(body).toContain('读书会')
  // Of a transfer a notice says nothing, not even what it is about.
  if (kind.startsWith('transfer.')) expect(noticeTexts[kind].body).not.toContain('{title}')
})
