import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { BuildingRow, ServiceRow } from '@dangqun/contracts/centers/catalogue/schemas'
import { asked, ok, refused, type Answer, type Asked } from '../../test/api'
import { logIn, openAt } from '../../test/console'
// Loaded before the first test looks for it.
import './centers-settings.page'

const building = (id: string, name: string, changes: Partial<BuildingRow> = {}): BuildingRow => ({ id, name, address: '', isRetired: false, version: 1, ...changes })
const service = (id: string, name: string, changes: Partial<ServiceRow> = {}): ServiceRow => ({ id, programme: 'blue', name, summary: '看书会客', place: '一楼', target: null, isHidden: false, version: 1, ...changes })
const sent = () => asked.filter(({ method }) => method !== 'GET').map(({ path, body }) => [path, body])
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string | RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

/** A list that answers every change with what `change` makes of it. */
function serve(list: 'buildings' | 'services', first: object[], change: (request: Asked, items: object[]) => object[] | Answer, allowedActions: string[] = ['update']) {
  let items = first
  logIn((request) => {
    if (!request.path.startsWith(`/centers/shangbai/${list}`)) return ok({ items: [], nextCursor: null, unread: 0 })
    if (request.method === 'GET') return ok({ items, allowedActions })
    const after = change(request, items)
    if (!Array.isArray(after)) return after
    items = after
    return ok({ items, allowedActions })
  })
}

test('a building is added from an empty list; a name that is taken stands at its field', async () => {
  serve('buildings', [], ({ body }, items) => ((body as BuildingRow).name === '一号楼' ? refused(409, 'centers.nameTaken', '“一号楼”已经有了') : [...items, building('b1', (body as BuildingRow).name)]))
  openAt('/shangbai/settings?part=buildings')
  await screen.findByText('还没有楼宇')
  press('添加楼宇')
  await screen.findByLabelText('名称')
  press('添加')
  expect(await screen.findByText('请填写')).toBeTruthy()
  type('名称', '一号楼')
  press('添加')
  expect(await screen.findByText('“一号楼”已经有了')).toBeTruthy()
  type('名称', '二号楼')
  press('添加')
  expect(await screen.findByText('楼宇已添加')).toBeTruthy()
  expect(within(screen.getByRole('list', { name: '楼宇' })).getByText('二号楼')).toBeTruthy()
  expect(sent().at(-1)).toEqual(['/centers/shangbai/buildings', { name: '二号楼', address: '' }])
})

test('buildings move by their buttons, are retired after a question, and come back without one', async () => {
  serve('buildings', [building('b1', '一号楼'), building('b2', '二号楼'), building('b3', '老楼', { isRetired: true })], ({ path, body }, items) => {
    if (path.endsWith('/order')) return (body as { ids: string[] }).ids.map((id) => items.find((each) => (each as BuildingRow).id === id) as object).concat(items.slice(2))
    return items.map((each) => (path.endsWith((each as BuildingRow).id) ? { ...each, ...(body as object) } : each))
  })
  openAt('/shangbai/settings?part=buildings')
  await screen.findByText('老楼')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '把一号楼往上移' }).disabled).toBe(true)
  press('把二号楼往上移')
  await waitFor(() => expect(sent()).toEqual([['/centers/shangbai/buildings/order', { ids: ['b2', 'b1'] }]]))
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: '把二号楼往上移' }).disabled).toBe(true))
  press('停用二号楼')
  expect(sent()).toHaveLength(1)
  press('停用')
  await waitFor(() => expect(sent().at(-1)).toEqual(['/centers/shangbai/buildings/b2', { version: 1, isRetired: true }]))
  press('恢复老楼')
  await waitFor(() => expect(sent().at(-1)).toEqual(['/centers/shangbai/buildings/b3', { version: 1, isRetired: false }]))
})

test('after somebody else’s change what I typed stays, what they changed shows, and saving goes on from the newest', async () => {
  const row = service('s1', '书香咖啡屋')
  serve('services', [row], ({ body }, items) => {
    const change = body as Partial<ServiceRow>
    if (change.version === 2) return items.map((each) => ({ ...each, ...change, version: 3 }))
    Object.assign(row, { version: 2, place: '二楼' })
    return refused(409, 'request.changedMeanwhile', '内容刚被他人修改过，请核对最新内容后再保存')
  })
  openAt('/shangbai/settings?part=services')
  await screen.findByRole('list', { name: '青年服务' })
  press('修改书香咖啡屋')
  type('简介', '可借阅')
  press('保存')
  expect(await screen.findByText(/内容刚被他人修改过/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('简介').value).toBe('可借阅')
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('在哪里办').value).toBe('二楼'))
  press('保存')
  expect(await screen.findByText('已保存')).toBeTruthy()
  expect(sent().map(([, body]) => body)).toEqual([1, 2].map((version) => ({ programme: 'blue', name: '书香咖啡屋', summary: '可借阅', place: version === 1 ? '一楼' : '二楼', target: null, version })))
})

test('what is hidden stands in the list and not on the phone; staff only look', async () => {
  serve('services', [service('s1', '书香咖啡屋', { isHidden: true }), service('s2', '读书会', { target: 'activities' })], (_, items) => items, [])
  openAt('/shangbai/settings?part=services')
  const preview = within(await screen.findByLabelText('预览'))
  expect(preview.queryByText('书香咖啡屋')).toBeNull()
  expect(preview.getByText('去报名')).toBeTruthy()
  expect(screen.getByText('不显示')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /隐藏|显示|修改/ })).toBeNull()
})
