import { fireEvent, screen, waitFor } from '@testing-library/react'
import type { FirmDetail } from '@dangqun/contracts/organization/firms/schemas'
import { asked, ok, refused, type Asked } from '../../test/api'
import { address, logIn, openAt } from '../../test/console'
// Loaded before the first test looks for it.
import './organization-firms.page'

const firm: FirmDetail = {
  id: '01a20e5a-a4af-7bdb-ba09-b0326ba07c46', name: '合肥晨禾商贸有限公司', creditCode: null, kind: 'company', size: 'small', industry: '52', building: { id: '01a20e5a-a4af-7bdb-ba09-b0326ba07c02', name: '尚泽大厦' }, floor: 12, room: '1203',
  foundedOn: '2019-05-01', tags: ['沿街'], branch: null, version: 1, allowedActions: ['update'],
}

/** One firm, which somebody else moves to floor 3 before the first save arrives. */
function serve() {
  let now = firm
  let isFirst = true
  logIn(({ method, path, body }: Asked) => {
    if (path.endsWith('/firms/tags') && method === 'GET') return ok({ items: [{ tag: '沿街', count: 1 }] })
    if (path.endsWith('/firms/tags')) return ok({ changed: 1 })
    if (path.includes('/history/')) return ok({ items: [{ id: firm.id, at: '2026-11-30T09:00:00+08:00', fact: 'organization.firmUpdated', subjectId: firm.id, data: { version: 1, fields: ['floor'] }, actor: { username: 'zhou', roles: ['center_staff'] } }] })
    if (path.endsWith('/firms')) return ok({ items: [now], nextCursor: null })
    if (method === 'PATCH' && isFirst) {
      isFirst = false
      now = { ...now, floor: 3, version: 2 }
      return refused(409, 'request.changedMeanwhile', '内容刚被他人修改过', { version: 2, fields: ['floor'] })
    }
    if (method === 'PATCH') now = { ...now, ...(body as object), version: now.version + 1 }
    return ok(now)
  })
}
const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByText(name))
const sent = () => asked.filter(({ method }) => method !== 'GET').map(({ body }) => body)

test('who saves second keeps what they typed, reads what changed, and saves on top of it', async () => {
  serve()
  openAt('/shangbai/firms')
  fireEvent.click(await screen.findByText(firm.name))
  expect(address()).toContain(`firm=${firm.id}`)
  expect(await screen.findByText('改了楼层')).toBeTruthy()
  press('修改资料')
  type(/^房间/, '1204')
  press('保存')
  expect(await screen.findByText('他人刚改了楼层，已载入最新内容，你改的还在。核对后再点保存。')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(/^楼层/).value).toBe('3')
  expect(screen.getByLabelText<HTMLInputElement>(/^房间/).value).toBe('1204')
  press('保存')
  expect(await screen.findByText('尚泽大厦，3 层，1204')).toBeTruthy()
  expect(sent()).toEqual([{ version: 1, room: '1204' }, { version: 2, room: '1204' }])
})

test('what was typed outlives the page', async () => {
  serve()
  const { leave } = openAt(`/shangbai/firms?firm=${firm.id}`)
  fireEvent.click(await screen.findByText('修改资料'))
  type(/^房间/, '1205')
  leave()
  openAt(`/shangbai/firms?firm=${firm.id}`)
  fireEvent.click(await screen.findByText('修改资料'))
  expect(screen.getByLabelText<HTMLInputElement>(/^房间/).value).toBe('1205')
  expect(screen.getByText('已恢复上次没保存的内容')).toBeTruthy()
})

test('chosen firms are tagged together, and an empty change is not sent', async () => {
  serve()
  openAt('/shangbai/firms')
  fireEvent.click(await screen.findByLabelText(`选择${firm.name}`))
  expect(screen.getByText('已选 1 家')).toBeTruthy()
  press('打标签')
  expect(await screen.findByText('给选中的 1 家打标签')).toBeTruthy()
  press('保存标签')
  expect(await screen.findByText('请填写要加上或去掉的标签')).toBeTruthy()
  expect(sent()).toEqual([])
})

test('filters are kept under a name, taken up again, and removed', async () => {
  serve()
  const { leave } = openAt('/shangbai/firms?kind=company&q=商贸')
  fireEvent.click(await screen.findByText('存下这组筛选'))
  fireEvent.click(await screen.findByText(/^存\s?下$/))
  await screen.findByText('请起个名字')
  type(/给这组筛选起个名字/, '楼里的公司')
  fireEvent.click(screen.getByText(/^存\s?下$/))
  expect((await screen.findByText('楼里的公司')).getAttribute('aria-pressed')).toBe('true')
  // A name that was searched for stays in no storage.
  expect(Object.values(localStorage).join()).not.toContain('商贸')
  leave()
  openAt('/shangbai/firms?size=micro')
  fireEvent.click(await screen.findByText('楼里的公司'))
  expect(address()).toBe('/shangbai/firms?kind=company')
  fireEvent.click(screen.getByText('楼里的公司'))
  expect(address()).toBe('/shangbai/firms')
  fireEvent.click(screen.getByLabelText('删除筛选“楼里的公司”'))
  fireEvent.click(await screen.findByText(/^删\s?除$/))
  await waitFor(() => expect(screen.queryByText('楼里的公司')).toBeNull())
})
