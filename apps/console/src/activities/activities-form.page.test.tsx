import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Activity, UpdateActivity } from '@dangqun/contracts/activities/schemas'
import { anActivity } from '../../test/activities'
import { asked, ok, refused } from '../../test/api'
import { address, logIn, openAt } from '../../test/console'

// By label and text: roles of a page as large as this one take seconds in jsdom.
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const type = (label: string, value: string) => fireEvent.change(field(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByText(name))

test('what was typed survives a reload, and is gone once it was thrown away', async () => {
  logIn(() => ok({ items: [], nextCursor: null }))
  const first = openAt('/shangbai/activities/new')
  await screen.findByText('新建活动', { selector: 'h1' })
  type('活动名称', '周末读书会')
  type('地点', '书香咖啡屋')
  fireEvent.click(field('手机号'))
  first.leave()

  openAt('/shangbai/activities/new')
  await screen.findByText('已恢复你上次没有保存的内容')
  expect(field('活动名称').value).toBe('周末读书会')
  expect(field('地点').value).toBe('书香咖啡屋')
  expect(field('手机号').checked).toBe(true)
  press('清空重填')
  expect(field('活动名称').value).toBe('')
  expect(screen.queryByText('已恢复你上次没有保存的内容')).toBeNull()
})

test('an incomplete form is not sent: each field says what is missing and the first one has the focus', async () => {
  logIn(() => ok({ items: [], nextCursor: null }))
  openAt('/shangbai/activities/new')
  await screen.findByText('新建活动', { selector: 'h1' })
  press('保存草稿')
  expect(screen.getByText('请填写活动名称')).toBeTruthy()
  expect(screen.getByText('有 6 处要改，已标在对应的位置')).toBeTruthy()
  expect(document.activeElement).toBe(field('活动名称'))
  expect(asked.some(({ method }) => method === 'POST')).toBe(false)
})

test('Enter confirms a word or a date and sends nothing; Ctrl + Enter sends', async () => {
  const stored = anActivity({})
  logIn(() => ok(stored))
  openAt(`/shangbai/activities/${stored.id}/edit`)
  await screen.findByText('修改活动', { selector: 'h1' })
  type('地点', '负一楼')
  // A browser sends a form at Enter unless that is prevented, which fireEvent answers with false.
  expect(fireEvent.keyDown(field('地点'), { key: 'Enter' })).toBe(false)
  expect(fireEvent.keyDown(field('活动介绍（可不填）'), { key: 'Enter' })).toBe(true)
  fireEvent.keyDown(field('地点'), { key: 'Enter', ctrlKey: true })
  await waitFor(() => expect(address()).toBe(`/shangbai/activities/${stored.id}`))
  expect(asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([{ place: '负一楼', version: 1 }])
})

/** One activity that somebody else changed after it was opened here. */
function serveChanged() {
  const stored = anActivity({ title: '周六献血', place: '一楼大厅' })
  let now: Activity = stored
  logIn(({ method, body }) => {
    if (method !== 'PATCH') return ok(now)
    const { version, ...changes } = body as UpdateActivity
    if (version !== now.version) return refused(409, 'request.changedMeanwhile', '刚被其他人修改过', { version: now.version })
    now = { ...now, ...changes, version: now.version + 1 }
    return ok(now)
  })
  return { stored, changeElsewhere: () => void (now = { ...stored, title: '周日献血', place: '二楼', version: 2 }) }
}

test('somebody else saved first: nothing typed is lost, both changes are merged, and the merge is saved', async () => {
  const { stored, changeElsewhere } = serveChanged()
  openAt(`/shangbai/activities/${stored.id}/edit`)
  await screen.findByText('修改活动', { selector: 'h1' })
  type('地点', '负一楼')
  type('活动介绍（可不填）', '带好水杯。')
  changeElsewhere()
  press('保存修改')

  const dialog = await screen.findByRole('dialog', { name: '这场活动刚被其他人修改过' })
  expect(within(dialog).getByLabelText<HTMLInputElement>('用我的：负一楼').checked).toBe(true)
  expect(within(dialog).getByText('对方改成：周日献血')).toBeTruthy()
  fireEvent.click(within(dialog).getByLabelText('用对方的：二楼'))
  fireEvent.click(within(dialog).getByText('合并，回到表单核对'))

  await screen.findByText(/已合并对方的修改/)
  expect([field('活动名称').value, field('地点').value, field('活动介绍（可不填）').value]).toEqual(['周日献血', '二楼', '带好水杯。'])
  press('保存修改')
  await waitFor(() => expect(address()).toBe(`/shangbai/activities/${stored.id}`))
  expect(asked.filter(({ method }) => method === 'PATCH').at(-1)?.body).toEqual({ description: '带好水杯。', version: 2 })
})

test('a save that nobody answered can be repeated, and says so', async () => {
  const stored = anActivity({})
  logIn(({ method }) => {
    if (method === 'PATCH') throw new TypeError('network')
    return ok(stored)
  })
  openAt(`/shangbai/activities/${stored.id}/edit`)
  await screen.findByText('修改活动', { selector: 'h1' })
  type('地点', '负一楼')
  press('保存修改')
  await screen.findByText(/网络不通，请检查网络后重试。内容已保存在本机/)
  expect(field('地点').value).toBe('负一楼')
})
