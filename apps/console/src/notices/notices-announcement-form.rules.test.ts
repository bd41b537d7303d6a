import { checkAnnouncement, sizeWords } from './notices-announcement-form.rules'

const values = { title: '元旦开放时间', body: '1 月 1 日休息。', audience: { kind: 'everyone' as const, id: null } }

test('what is missing is said at its field, and what is whole is sent as it is', () => {
  expect(checkAnnouncement(values)).toEqual({ body: values, errors: {} })
  expect(Object.keys(checkAnnouncement({ ...values, title: ' ', audience: { kind: 'branch', id: null } }).errors)).toEqual(['title', 'audience'])
})

test('how many it reaches, and how many of them by phone', () => {
  expect(sizeWords({ persons: 46, withAccount: 46 })).toBe('现在是 46 人')
  expect(sizeWords({ persons: 46, withAccount: 30 })).toBe('现在是 46 人，其中 30 人能在手机上看到，其余的请另外通知')
  expect(sizeWords({ persons: 0, withAccount: 0 })).toContain('没有人')
})
