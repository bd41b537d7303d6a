import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Notice } from '@dangqun/contracts/notices/schemas'
import { session } from '@/platform/session'
import '@/platform/shell'
import { answerWith, asked, dots, openWith, went, type Answer } from '../../../../test/taro'
import { InboxCell } from '../../components/inbox-cell'
import InboxPage from './index'

const ok = (data: unknown): Answer => ({ statusCode: 200, data })
const notice = (given: Partial<Notice>): Notice => ({
  id: 'one', kind: 'activities.changed', title: '活动有变动', body: '「读书会」地点改为 三楼', subject: { slice: 'activities', id: 'the-activity' },
  createdAt: '2026-12-01T10:00:00.000+08:00', readAt: null, ...given,
})

beforeEach(() => {
  openWith({ center: 'shangbai' })
  session.begin('a-token', 'an-account')
})

test('an unread notice is marked and leads to what it is about', async () => {
  answerWith(({ url }) => (url.includes('/read') ? ok(notice({ readAt: '2026-12-01T11:00:00.000+08:00' })) : ok({ items: [notice({}), notice({ id: 'two', title: '候补成功', readAt: '2026-12-01T10:30:00.000+08:00' })], nextCursor: null })))
  render(<InboxPage />)
  fireEvent.click(await screen.findByText('活动有变动'))
  expect(screen.getAllByText('未读')).toHaveLength(1)
  expect(went).toEqual(['/activities/pages/detail/index?center=shangbai&id=the-activity'])
  await waitFor(() => expect(asked.map(({ method, url }) => `${method} ${url.replace(/^.*\/v1/, '')}`)).toContain('POST /centers/shangbai/notices/one/read'))
})

test.each([
  ['organization.bindingDecided', '你的身份核对有结果了', ['/organization/pages/bindings/index?center=shangbai']],
  ['organization.bindingWaiting', '有身份核对在等处理', []],
] as const)('%s leads where it is dealt with', async (kind, title, pages) => {
  answerWith(({ url }) => (url.includes('/read') ? ok(notice({ kind })) : ok({ items: [notice({ kind, title, subject: { slice: 'organization', id: 'the-binding' } })], nextCursor: null })))
  render(<InboxPage />)
  fireEvent.click(await screen.findByText(title))
  await waitFor(() => expect(asked.some(({ url }) => url.endsWith('/one/read'))).toBe(true))
  expect(went).toEqual(pages)
})

test('of a demand it leads to the demand', async () => {
  answerWith(({ url }) => (url.includes('/read') ? ok(notice({})) : ok({ items: [notice({ kind: 'financing.demandMoved', title: '你的融资需求有新进展', subject: { slice: 'financing', id: 'the-demand' } })], nextCursor: null })))
  render(<InboxPage />)
  fireEvent.click(await screen.findByText('你的融资需求有新进展'))
  expect(went).toEqual(['/financing/pages/demand/index?center=shangbai&id=the-demand'])
})

test('all are marked up to the newest that was seen', async () => {
  let isRead = false
  answerWith(({ url }) => {
    if (!url.endsWith('/read-all')) return ok({ items: [notice({ readAt: isRead ? '2026-12-01T11:00:00.000+08:00' : null })], nextCursor: null })
    isRead = true
    return ok({ unread: 0 })
  })
  render(<InboxPage />)
  fireEvent.click(await screen.findByRole('button', { name: '全部标为已读' }))
  await waitFor(() => expect(screen.queryByText('未读')).toBeNull())
  expect(asked.find(({ url }) => url.endsWith('/read-all'))?.data).toEqual({ until: '2026-12-01T10:00:00.000+08:00' })
})

test('without a notice the page says what will come', async () => {
  answerWith(() => ok({ items: [], nextCursor: null }))
  render(<InboxPage />)
  await screen.findByText('还没有消息')
})

test('the way to the inbox says how many are unread, and the tab bears a dot until there are none', async () => {
  let count = 3
  answerWith(() => ok({ unread: count }))
  const first = render(<InboxCell center="shangbai" />)
  await screen.findByText('3 条未读')
  expect(dots.size).toBe(1)
  first.unmount()
  count = 0
  render(<InboxCell center="shangbai" />)
  await waitFor(() => expect(dots.size).toBe(0))
})
