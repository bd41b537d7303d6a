import { fireEvent, screen, waitFor } from '@testing-library/react'
import { answerWith, asked, ok, refused } from '../../test/api'
import { address, logIn, openAt, staff } from '../../test/console'
import { sessionStore } from '../platform/session-store'

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

/** An API that knows one password. */
function serve() {
  answerWith(({ path, body }) => {
    if (path === '/sandbox') return refused(404, 'request.notFound', '没有这个地址')
    if (path === '/auth/console') {
      return (body as { password: string }).password === 'right' ? ok({ token: 'token', expiresAt: '2036-11-25T09:00:00+08:00', account: staff.account }) : refused(400, 'accounts.wrongPassword', '用户名或密码不对，请核对后重试')
    }
    if (path === '/me') return ok(staff)
    return ok({ items: [], nextCursor: null })
  })
}

test('a wrong password is said plainly, keeps what was typed, and the next try goes on to where one wanted to be', async () => {
  serve()
  openAt('/login?next=%2Fshangbai%2Factivities%3Fwhen%3Dpast')
  await screen.findByRole('heading', { name: '党群服务中心管理后台' })
  type('用户名', ' staff ')
  type('密码', 'wrong')
  press('登录')
  await screen.findByText('用户名或密码不对，请核对后重试')
  expect(screen.getByLabelText<HTMLInputElement>('用户名').value).toBe(' staff ')
  expect(screen.getByLabelText<HTMLInputElement>('密码').value).toBe('wrong')
  expect(document.activeElement).toBe(screen.getByLabelText('密码'))

  type('密码', 'right')
  press('登录')
  await waitFor(() => expect(address()).toBe('/shangbai/activities?when=past'))
  expect(asked.filter(({ path }) => path === '/auth/console').at(-1)?.body).toEqual({ username: 'staff', password: 'right' })
})

test('what is missing is told at its field, and nothing is sent', async () => {
  serve()
  openAt('/login')
  await screen.findByRole('heading', { name: '党群服务中心管理后台' })
  press('登录')
  expect(screen.getByText('请填写用户名')).toBeTruthy()
  expect(screen.getByText('请填写密码')).toBeTruthy()
  expect(asked.some(({ path }) => path === '/auth/console')).toBe(false)
})

test('a session that the server no longer knows leads over the login and back', async () => {
  logIn(() => refused(401, 'session.required', '请先登录'))
  openAt('/shangbai/activities?state=draft')
  await screen.findByText(/登录已过期/)
  expect(sessionStore.current()).toBeNull()
  expect(address()).toBe('/login?next=/shangbai/activities?state=draft&expired=1')
})

test('an account that may do nothing here is told so, and can leave', async () => {
  logIn(() => ok(null), { ...staff, grants: [{ role: 'branch_secretary', scope: null, center: { slug: 'shangbai', name: '尚百商圈党群服务中心' }, permissions: [] }] })
  openAt('/')
  await screen.findByText('这个账号还没有管理后台的权限')
  expect(screen.getByText(/现有身份：支部书记/)).toBeTruthy()
  expect(screen.queryByRole('navigation')).toBeNull()
  press('换个账号登录')
  await screen.findByRole('heading', { name: '党群服务中心管理后台' })
  expect(address()).toBe('/login')
})

test('a second factor is asked for once the password is right, and sent with it', async () => {
  answerWith(({ path, body }) => {
    if (path === '/sandbox') return refused(404, 'request.notFound', '没有这个地址')
    if (path === '/me') return ok(staff)
    if (path !== '/auth/console') return ok({ items: [], nextCursor: null })
    const { totp } = body as { totp?: string }
    if (totp === undefined) return refused(409, 'accounts.totpNeeded', '请输入验证码')
    return totp === '123456' ? ok({ token: 'token', expiresAt: '2036-11-25T09:00:00+08:00', account: staff.account }) : refused(400, 'accounts.wrongTotp', '验证码不对或已用过，请看验证器上新的一个')
  })
  openAt('/login')
  await screen.findByRole('heading', { name: '党群服务中心管理后台' })
  type('用户名', 'manager')
  type('密码', 'right')
  press('登录')
  type('验证码', (await screen.findByLabelText('验证码')) ? '000000' : '')
  press('登录')
  await screen.findByText('验证码不对或已用过，请看验证器上新的一个')
  type('验证码', '123456')
  press('登录')
  await waitFor(() => expect(sessionStore.current()?.token).toBe('token'))
})
