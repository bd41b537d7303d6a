import { fireEvent, screen, waitFor } from '@testing-library/react'
import { asked, ok } from '../../test/api'
import { address, logIn, openAt } from '../../test/console'

const id = '01a20e5a-a4af-7bdb-ba09-b0326ba07c21'
const activity = '01a20e5a-a4af-7bdb-ba09-b0326ba07c22'
const draft = { id, title: '元旦开放时间', body: '1 月 1 日休息。', audience: { kind: 'everyone', id: null }, state: 'draft', publishedAt: null, changedAt: '2026-12-01T10:00:00.000+08:00', version: 1, allowedActions: ['publish', 'withdraw', 'update'] }
const published = { ...draft, state: 'published', publishedAt: '2026-12-01T10:00:00.000+08:00', version: 2, allowedActions: ['withdraw'] }

function serve() {
  let now: object = draft
  logIn(({ method, path }) => {
    if (path.endsWith('/notices/unread')) return ok({ unread: 0 })
    if (path.endsWith('/publish')) return ok((now = published))
    if (method === 'POST' && path.endsWith('/announcements')) return ok(draft, 201)
    if (path.endsWith('/announcements')) return ok({ items: [now], nextCursor: null })
    return ok(now)
  })
}

test('an announcement is written, shown as on a phone, kept as a draft and published', async () => {
  serve()
  openAt('/shangbai/announcements/new')
  fireEvent.change(await screen.findByLabelText('标题'), { target: { value: '元旦开放时间' } })
  fireEvent.click(screen.getByRole('button', { name: '保存草稿' }))
  await screen.findByText('请填写')
  fireEvent.change(screen.getByLabelText('正文'), { target: { value: '1 月 1 日休息。' } })
  expect(screen.getByRole('region', { name: '手机上的样子' }).textContent).toContain('1 月 1 日休息。')
  fireEvent.click(screen.getByRole('button', { name: '保存草稿' }))
  await waitFor(() => expect(address()).toBe(`/shangbai/announcements/${id}`))
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ title: '元旦开放时间', body: '1 月 1 日休息。', audience: { kind: 'everyone', id: null } })
  fireEvent.click(await screen.findByRole('button', { name: /^发\s?布$/ }))
  fireEvent.click((await screen.findAllByRole('button', { name: /^发\s?布$/ })).at(-1) as HTMLElement)
  await screen.findByText('已发布')
  expect(screen.getByRole('button', { name: /撤\s?回/ })).toBeTruthy()
})

test('from an activity’s page it is for those who signed up', async () => {
  serve()
  openAt(`/shangbai/announcements/new?activity=${activity}`)
  fireEvent.change(await screen.findByLabelText('标题'), { target: { value: '请带身份证' } })
  fireEvent.change(screen.getByLabelText('正文'), { target: { value: '进门要登记。' } })
  fireEvent.click(screen.getByRole('button', { name: '保存草稿' }))
  await waitFor(() => expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({ audience: { kind: 'activity', id: activity } }))
})

test('the list is filtered by its address', async () => {
  serve()
  openAt('/shangbai/announcements?state=draft')
  await screen.findByText('元旦开放时间')
  expect(asked.find(({ path }) => path.endsWith('/announcements'))?.query).toEqual({ state: 'draft', limit: '20' })
})
