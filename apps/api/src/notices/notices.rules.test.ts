import { noticeKinds, renderNotice } from '@dangqun/contracts/notices/vocabulary'
import { checkedParameters, shortened } from './notices.rules.js'

test.each(['请联系13800138000', '34010419900307123X'])('%p is refused: it may be somebody’s number', (value) => {
  expect(() => checkedParameters({ changes: value })).toThrow('"changes"')
})

test('words are cut to what an inbox shows, and no character in half', () => {
  expect(checkedParameters({ title: '读'.repeat(200), place: '二楼' })).toEqual({ title: `${'读'.repeat(119)}…`, place: '二楼' })
  expect(shortened('💪'.repeat(5), 3)).toBe('💪💪…')
  expect(shortened('恰好五个字', 5)).toBe('恰好五个字')
})

test.each(noticeKinds)('the text of %p holds no placeholder once its parameters are there, nor without them', (kind) => {
  const { title, body } = renderNotice(kind, { title: '读书会', changes: '改到二楼' })
  expect(`${title}${body}`).not.toMatch(/[{}]/)
  expect(body).toContain('读书会')
})
