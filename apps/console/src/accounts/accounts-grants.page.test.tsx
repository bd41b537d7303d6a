import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { GrantRow, InvitationRow } from '@dangqun/contracts/accounts/grants/schemas'
import { answerWith, asked, ok, refused } from '../../test/api'
import { address, logIn, openAt, staff } from '../../test/console'

const grant = (given: Partial<GrantRow>): GrantRow => ({
  id: 'g1', role: 'center_staff', scope: null, isPlatform: false, username: 'xiaolin', personName: '林禾', grantedAt: '2026-11-20T09:00:00+08:00', revokedAt: null, revokeReason: null, allowedActions: ['revoke'], ...given,
})
const invitation = (given: Partial<InvitationRow>): InvitationRow => ({
  id: 'i1', role: 'center_staff', scope: null, personName: null, note: '前台新同事', createdAt: '2026-11-20T09:00:00+08:00', expiresAt: '2026-11-27T09:00:00+08:00', state: 'open', endedAt: null, allowedActions: ['withdraw'], ...given,
})

test('a role is taken back with a reason, from its row', async () => {
  logIn(({ path }) => (path.endsWith('/revoke') ? ok(null) : ok({ items: [grant({}), grant({ id: 'g2', personName: null, username: null, role: 'branch_secretary', scope: { kind: 'branch', id: 'b', name: '第一党支部' }, allowedActions: [] })], nextCursor: null, grantable: ['center_staff'] })))
  openAt('/shangbai/grants')
  expect(await screen.findByText('第一党支部')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /^收\s*回$/ }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.click(dialog.getByRole('button', { name: /^收\s*回$/ }))
  await dialog.findByText('请写明原因，至少两个字')
  fireEvent.change(dialog.getByLabelText('原因'), { target: { value: '调离' } })
  fireEvent.click(dialog.getByRole('button', { name: /^收\s*回$/ }))
  await waitFor(() => expect(asked.find(({ path }) => path === '/centers/shangbai/grants/g1/revoke')?.body).toEqual({ reason: '调离' }))
})

test('an invitation is written out and its code shown once', async () => {
  logIn(({ path, method }) => {
    if (path.endsWith('/invitations') && method === 'POST') return ok({ ...invitation({ note: '新同事' }), code: 'A3K9H27PWX' })
    return ok({ items: [], nextCursor: null, grantable: ['center_staff'] })
  })
  openAt('/shangbai/grants')
  const begin = await screen.findByRole<HTMLButtonElement>('button', { name: '发出邀请' })
  await waitFor(() => expect(begin.disabled).toBe(false))
  fireEvent.click(begin)
  fireEvent.click(await screen.findByRole('button', { name: '生成邀请码' }))
  await screen.findByText('请写明给谁')
  fireEvent.change(screen.getByLabelText('给谁'), { target: { value: '新同事' } })
  fireEvent.click(screen.getByRole('button', { name: '生成邀请码' }))
  expect((await screen.findByLabelText(/^邀请码 A 3 K/)).textContent).toBe('A3K9H 27PWX')
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ role: 'center_staff', note: '新同事' })
})

test('a bank officer is invited for one of the centre’s banks', async () => {
  const bank = { id: '01975b2a-0000-7000-8000-00000000000b', name: '徽远银行', kind: 'city_commercial' }
  logIn(({ path, method }) => {
    if (path.endsWith('/financing/banks')) return ok({ items: [bank] })
    if (path.endsWith('/invitations') && method === 'POST') return ok({ ...invitation({ role: 'bank_officer', scope: { kind: 'bank', id: bank.id, name: bank.name } }), code: 'A3K9H27PWX' })
    return ok({ items: [], nextCursor: null, grantable: ['bank_officer'] })
  })
  openAt('/shangbai/grants')
  const begin = await screen.findByRole<HTMLButtonElement>('button', { name: '发出邀请' })
  await waitFor(() => expect(begin.disabled).toBe(false))
  fireEvent.click(begin)
  fireEvent.change(await screen.findByLabelText('给谁'), { target: { value: '客户经理' } })
  fireEvent.click(screen.getByRole('button', { name: '生成邀请码' }))
  expect((await screen.findAllByText('请选择银行')).length).toBe(1)
  fireEvent.mouseDown(screen.getByLabelText('银行'))
  fireEvent.click(await screen.findByText('徽远银行'))
  fireEvent.click(screen.getByRole('button', { name: '生成邀请码' }))
  await screen.findByLabelText(/^邀请码 A 3 K/)
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ role: 'bank_officer', note: '客户经理', scope: { kind: 'bank', id: bank.id } })
})

test('the view stands in the address', async () => {
  logIn(({ path }) => (path.endsWith('/invitations') ? ok({ items: [invitation({})], nextCursor: null }) : ok({ items: [], nextCursor: null, grantable: [] })))
  openAt('/shangbai/grants?view=invitations')
  expect(await screen.findByText('前台新同事')).toBeTruthy()
  fireEvent.click(screen.getByText('已收回'))
  await waitFor(() => expect(address()).toBe('/shangbai/grants?view=revoked'))
})

test('with a code one joins: a weak password is told at its field, a used code at its own', async () => {
  answerWith(({ path, body }) => {
    if (path === '/me') return ok(staff)
    return path === '/auth/join' && (body as { username: string }).username === 'xiaolin' ? refused(409, 'accounts.invitationOver', '这个邀请已经用过、过期或被收回') : ok({ items: [], nextCursor: null })
  })
  openAt('/join')
  await screen.findByRole('heading', { name: '用邀请码加入管理后台' })
  const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
  type('邀请码', 'A3K9H 27PWX')
  type('用户名', 'XiaoLin')
  type('密码', 'onlylowercase')
  fireEvent.click(screen.getByRole('button', { name: /加\s*入/ }))
  await screen.findByText('要含有小写字母、大写字母、数字、符号中的三种')
  type('密码', 'Lotus-2026')
  fireEvent.click(screen.getByRole('button', { name: /加\s*入/ }))
  await screen.findByText('这个邀请已经用过、过期或被收回')
  expect(asked.find(({ path }) => path === '/auth/join')?.body).toEqual({ code: 'A3K9H 27PWX', username: 'xiaolin', password: 'Lotus-2026' })
})
