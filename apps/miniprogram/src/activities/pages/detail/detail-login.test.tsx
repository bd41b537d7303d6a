import { fireEvent, render, screen } from '@testing-library/react'
import { privacyVersion } from '@dangqun/contracts/accounts/vocabulary'
import { agreeAndLogIn, anActivity, serveActivity, signUps } from '../../../../test/activities'
import { answerWith, asked, openWith, responder } from '../../../../test/taro'
import { session } from '@/platform/session'
import { recall, remember } from '@/platform/storage'
import { drafts } from '@/platform/use-draft'
import ActivityDetailPage from './index'

const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const expired = { statusCode: 401, data: { error: { code: 'session.required', message: '请先登录' } } }

beforeEach(() => openWith({ center: 'shangbai', id: anActivity({}).id }))

test('the first time: privacy text, login, consent, and then the ticket', async () => {
  serveActivity(anActivity({}))
  render(<ActivityDetailPage />)
  expect((await screen.findAllByText('还剩 37 个名额')).length).toBeGreaterThan(0)
  tap('报名')
  await agreeAndLogIn()
  await screen.findByText('报名成功')
  expect(screen.getByRole('img', { name: '签到码' }).getAttribute('src')).toContain('data:image/svg+xml')
  const consent = asked.find(({ url }) => url.endsWith('/me/consents'))
  expect(consent).toMatchObject({ data: { purpose: 'privacy' }, header: { authorization: 'Bearer token of sandbox:newcomer' } })
  expect(signUps()).toHaveLength(1)
})

test('a name typed to log in with is there again when the picker opens anew, and gone once it was used', async () => {
  serveActivity(anActivity({}))
  const { unmount } = render(<ActivityDetailPage />)
  const openPicker = async () => {
    fireEvent.click(await screen.findByRole('button', { name: '报名' }))
    fireEvent.click(await screen.findByRole('button', { name: '同意并继续' }))
    return screen.findByPlaceholderText<HTMLInputElement>('任意名字，如 wang')
  }
  fireEvent.input(await openPicker(), { target: { value: 'lin he' } })
  unmount()
  render(<ActivityDetailPage />)
  fireEvent.click(await screen.findByRole('button', { name: '报名' }))
  const again = await screen.findByPlaceholderText<HTMLInputElement>('任意名字，如 wang')
  expect(again.value).toBe('lin he')
  tap('用这个名字登录')
  await screen.findByText('报名成功')
  expect(session.token()).toBe('token of sandbox:lin he')
  expect(drafts.find('persona', 'guest')).toBeNull()
})

test('refusing the privacy text leaves the page open, says so, and sends nothing', async () => {
  serveActivity(anActivity({}))
  render(<ActivityDetailPage />)
  await screen.findByRole('button', { name: '报名' })
  tap('报名')
  await screen.findByRole('dialog')
  tap('暂不同意')
  await screen.findByText(/也没有收集任何信息/)
  expect(screen.getByRole('button', { name: '报名' })).not.toBeNull()
  expect(asked.every(({ method }) => method === 'GET')).toBe(true)
})

test('a new privacy text is asked once of who is signed in; session and intent stay', async () => {
  session.begin('token', 'wang')
  remember('privacy', '2026-11')
  serveActivity(anActivity({}))
  render(<ActivityDetailPage />)
  await screen.findByRole('button', { name: '报名' })
  tap('报名')
  await screen.findByRole('dialog', { name: '隐私说明有更新，请再看一下' })
  tap('同意并继续')
  await screen.findByText('报名成功')
  expect(asked.filter(({ url }) => url.endsWith('/me/consents'))).toMatchObject([{ data: { purpose: 'privacy', version: privacyVersion }, header: { authorization: 'Bearer token' } }])
  expect(asked.some(({ url }) => url.endsWith('/auth/wechat'))).toBe(false)
  expect(recall('privacy')).toBe(privacyVersion)
})

test('who does not agree to a new text keeps the session, and no sign-up is sent', async () => {
  session.begin('token', 'wang')
  remember('privacy', '2026-11')
  serveActivity(anActivity({}))
  render(<ActivityDetailPage />)
  await screen.findByRole('button', { name: '报名' })
  tap('报名')
  await screen.findByRole('dialog')
  tap('暂不同意')
  await screen.findByText(/已有的报名不变/)
  expect(session.token()).toBe('token')
  expect(recall('privacy')).toBe('2026-11')
  expect(signUps()).toHaveLength(0)
})

test('a session that ended while the new text was read is followed by a login', async () => {
  session.begin('token', 'wang')
  remember('privacy', '2026-11')
  serveActivity(anActivity({}))
  const respond = responder()
  answerWith((request) => (request.url.endsWith('/me/consents') && request.header.authorization === 'Bearer token' ? expired : respond(request)))
  render(<ActivityDetailPage />)
  await screen.findByRole('button', { name: '报名' })
  tap('报名')
  await screen.findByRole('dialog', { name: '隐私说明有更新，请再看一下' })
  tap('同意并继续')
  fireEvent.click(await screen.findByText('第一次来的职工'))
  await screen.findByText('报名成功')
  expect(session.token()).toBe('token of sandbox:newcomer')
})
