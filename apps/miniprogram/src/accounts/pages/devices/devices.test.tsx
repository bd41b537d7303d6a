import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { session } from '@/platform/session'
import { answerWith, asked, openWith } from '../../../../test/taro'
import DevicesPage from './index'

const at = '2026-11-20T10:00:00.000+08:00'
const items = [
  { id: 'this', channel: 'phone', device: '微信', createdAt: at, lastSeenAt: at, isThisOne: true },
  { id: 'other', channel: 'console', device: 'Windows · Edge 浏览器', createdAt: at, lastSeenAt: at, isThisOne: false },
]
const ended = () => asked.filter(({ method }) => method === 'POST').map(({ url }) => new URL(url, 'http://x').pathname)

beforeEach(() => {
  openWith({})
  session.begin('a-token', 'an-account')
})

test('another device is logged out once that is confirmed; this one is only named', async () => {
  answerWith(({ url }) => ({ statusCode: 200, data: url.endsWith('/end') ? null : { items: ended().length > 0 ? items.slice(0, 1) : items } }))
  render(<DevicesPage />)
  await screen.findByText('就是这台')
  fireEvent.click(screen.getByText('Windows · Edge 浏览器'))
  const dialog = await screen.findByRole('dialog', { name: '让这台设备退出登录？' })
  expect(ended()).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: '退出这台设备' }))
  await waitFor(() => expect(ended()).toEqual([expect.stringMatching(/\/me\/sessions\/other\/end$/)]))
  await waitFor(() => expect(screen.queryByText('Windows · Edge 浏览器')).toBeNull())
  expect(dialog.isConnected).toBe(false)
})

test('a device that has logged out meanwhile is told so and leaves the list', async () => {
  answerWith(({ url }) => (url.endsWith('/end') ? { statusCode: 404, data: { error: { code: 'accounts.sessionNotFound', message: '这台设备已经退出' } } } : { statusCode: 200, data: { items } }))
  render(<DevicesPage />)
  fireEvent.click(await screen.findByText('Windows · Edge 浏览器'))
  fireEvent.click(await screen.findByRole('button', { name: '退出这台设备' }))
  await screen.findByText('这台设备已经退出')
})
