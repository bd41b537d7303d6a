import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { InvitationOffer } from '@dangqun/contracts/accounts/grants/schemas'
import { session } from '@/platform/session'
import { answerWith, asked, openWith, type Answer } from '../../../../test/taro'
import InvitationPage from './index'

const ok = (data: unknown): Answer => ({ statusCode: 200, data })
const offer: InvitationOffer = { role: 'branch_secretary', scope: { kind: 'branch', id: 'one', name: '第一党支部' }, center: { slug: 'shangbai', name: '尚百' }, expiresAt: '2026-12-08T10:00:00.000+08:00' }
const type = (value: string) => fireEvent.input(screen.getByLabelText('邀请码'), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => openWith({}))

test('a code is looked at first, and becomes a role by a yes', async () => {
  session.begin('a-token', 'an-account')
  answerWith(() => ok(offer))
  render(<InvitationPage />)
  type('a3k9h 27pwx')
  press('下一步')
  await screen.findByText('尚百 · 第一党支部 · 支部书记')
  expect(asked.map(({ url, data }) => [url.replace(/^.*\/v1/, ''), data])).toEqual([['/me/invitations/check', { code: 'A3K9H27PWX' }]])
  press('接受邀请')
  await screen.findByText('已接受邀请')
  expect(asked.at(-1)?.url).toMatch(/\/me\/invitations\/accept$/)
})

test('a code of the wrong length is not sent; one that is refused says why and can be mended', async () => {
  session.begin('a-token', 'an-account')
  answerWith(() => ({ statusCode: 404, data: { error: { code: 'accounts.invitationNotFound', message: '邀请码不对，请核对后重新输入' } } }))
  render(<InvitationPage />)
  type('A3K9')
  press('下一步')
  await screen.findByText('邀请码是 10 位，现在是 4 位')
  expect(asked).toEqual([])
  type('A3K9H27PWW')
  press('下一步')
  await screen.findByText('邀请码不对，请核对后重新输入')
  await waitFor(() => expect(screen.getByRole('button', { name: '下一步' })).toBeTruthy())
})

test('without a session it asks to log in first', async () => {
  session.end()
  render(<InvitationPage />)
  await screen.findByText('登录后输入邀请码')
})
