import { fireEvent, screen } from '@testing-library/react'
import { asked, ok, refused, type Answer, type Asked } from '../../test/api'
import { address, logIn, openAt, staff } from '../../test/console'
// Loaded before the first test looks for them.
import './centers-create.page'
import './centers-list.page'

const admin: typeof staff = { ...staff, grants: [{ role: 'system_admin', scope: null, center: null, permissions: ['centers.create', 'centers.manageWorkdays'] }] }
const chief: typeof staff = { ...staff, grants: [{ role: 'security_admin', scope: null, center: null, permissions: ['accounts.manageGrants'] }] }
const made = { slug: 'binhu', name: '滨湖中心', address: '滨湖大厦一楼', sceneCode: 'E92CPJK4', distance: null }
const typed = { name: '滨湖中心', slug: 'binhu', address: '滨湖大厦一楼', phone: '0551-60000002' }
const labels = { name: '名称', slug: '代号', address: '地址', phone: '电话' }

function fill(values: Partial<typeof typed>): void {
  for (const [field, value] of Object.entries(values)) fireEvent.change(screen.getByLabelText(labels[field as keyof typeof labels]), { target: { value } })
}
const press = () => fireEvent.click(screen.getByRole('button', { name: /新建中心/ }))
const sent = () => asked.filter(({ method }) => method === 'POST').map(({ body }) => body)

/** A platform that has this centre as soon as it was created. */
function serve(create: () => Answer, items: object[] = []) {
  return ({ method, path }: Asked): Answer => {
    if (path === '/centers' && method === 'POST') return create()
    if (path === '/centers') return ok({ items, nextCursor: null })
    return path === '/centers/binhu' ? ok(made) : refused(404, 'request.notFound', '没有')
  }
}

test('without a centre the system administrator starts at an empty list, makes one, and is told what comes next', async () => {
  logIn(serve(() => ok(made, 201)), admin)
  const { leave } = openAt('/')
  expect(await screen.findByText('还没有中心')).toBeTruthy()
  leave()
  openAt('/platform/centers/new')
  await screen.findByLabelText('代号')
  fill(typed)
  press()
  expect(await screen.findByText(/请安全管理员任命中心主任/)).toBeTruthy()
  expect(address()).toBe('/platform/centers?made=binhu')
  expect(sent()).toEqual([typed])
})

test('what would be refused is told at its field and not sent; what was typed is there after a reload', async () => {
  logIn(serve(() => ok(made, 201)), admin)
  const { leave } = openAt('/platform/centers/new')
  await screen.findByLabelText('代号')
  fill({ name: '滨湖中心', slug: 'console' })
  press()
  expect(screen.getByText('这个代号系统要用，请换一个')).toBeTruthy()
  expect(screen.getAllByText('请填写')).toHaveLength(2)
  expect(sent()).toEqual([])
  leave()
  openAt('/platform/centers/new')
  expect(await screen.findByText('已恢复上次没保存的内容')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('滨湖中心')
})

test('a slug that another centre has is told at the field; the very same centre, made by a request whose answer was lost, is not', async () => {
  const taken = () => refused(409, 'centers.slugTaken', '代号“binhu”已有中心在用，请换一个')
  logIn(serve(taken), admin)
  const { leave } = openAt('/platform/centers/new')
  await screen.findByLabelText('代号')
  fill({ ...typed, name: '另一个中心' })
  press()
  expect(await screen.findByText('代号“binhu”已有中心在用，请换一个')).toBeTruthy()
  fill({ name: '滨湖中心' })
  press()
  expect(await screen.findByText(/请安全管理员任命中心主任/)).toBeTruthy()
  leave()
})

test('the security administrator of a platform without centres is told who makes one; staff find no such page', async () => {
  logIn(serve(() => ok(made, 201)), chief)
  const { leave } = openAt('/')
  expect(await screen.findByText('平台上还没有中心')).toBeTruthy()
  leave()
  logIn(serve(() => ok(made, 201)), { ...staff, grants: staff.grants.map((grant) => ({ ...grant, role: 'center_manager' })) })
  openAt('/platform/centers/new')
  expect(await screen.findByText('没有查看这一页的权限')).toBeTruthy()
})
