import { fireEvent, screen, waitFor } from '@testing-library/react'
import { asked, ok } from '../../test/api'
import { address, logIn, openAt } from '../../test/console'

const notice = { id: '01a20e5a-a4af-7bdb-ba09-b0326ba07c11', kind: 'activities.changed', title: '活动有变动', body: '「读书会」地点改为 三楼', subject: { slice: 'activities', id: 'the-activity' }, createdAt: '2026-12-01T10:00:00.000+08:00', readAt: null }

function serve(items: object[]) {
  logIn(({ path }) => {
    if (path.endsWith('/notices/unread')) return ok({ unread: 2 })
    if (path.endsWith('/notices/mine')) return ok({ items, nextCursor: null })
    if (path.endsWith('/read-all')) return ok({ unread: 0 })
    return ok({})
  })
}

test('the frame counts what is unread; a notice is marked and leads to its subject', async () => {
  serve([notice])
  openAt('/shangbai/notices')
  await screen.findByRole('link', { name: '我的消息，2 条未读' })
  fireEvent.click(await screen.findByRole('button', { name: /活动有变动/ }))
  await waitFor(() => expect(address()).toBe('/shangbai/activities/the-activity'))
  expect(asked.some(({ method, path }) => method === 'POST' && path === `/centers/shangbai/notices/${notice.id}/read`)).toBe(true)
})

test('only the unread ones are an address of their own, and all are marked up to the newest seen', async () => {
  serve([notice])
  openAt('/shangbai/notices?show=unread')
  await waitFor(() => expect(asked.find(({ path }) => path.endsWith('/mine'))?.query).toEqual({ show: 'unread', limit: '20' }))
  fireEvent.click(await screen.findByRole('button', { name: '全部标为已读' }))
  await waitFor(() => expect(asked.find(({ path }) => path.endsWith('/read-all'))?.body).toEqual({ until: notice.createdAt }))
})

test('an empty inbox says what will come', async () => {
  serve([])
  openAt('/shangbai/notices')
  await screen.findByText('还没有消息')
})
