import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { ExportRow } from '@dangqun/contracts/activities/exports/schemas'
import { permissions } from '@dangqun/contracts/kit/access'
import { anActivity } from '../../test/activities'
import { asked, fileOf, ok, refused } from '../../test/api'
import { logIn, openAt, staff } from '../../test/console'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' as const
const row: ExportRow = {
  id: 'export-1', activityId: 'activity-1', activityTitle: '急救培训', purpose: '保险公司投保', phoneReason: null, rows: 120, state: 'asked', isMine: false, askedBy: 'front-desk', askedAt: '2026-11-24T09:00:00+08:00',
  needsApproval: true, decidedBy: null, decidedAt: null, note: null, expiresAt: '2026-12-01T09:00:00+08:00', takenAt: null, allowedActions: ['approve', 'refuse'],
}
const ready: ExportRow = { ...row, state: 'approved', isMine: true, rows: 3, needsApproval: false, allowedActions: ['file'] }
const ofButton = { selector: 'button span' }
const press = (name: RegExp | string) => fireEvent.click(screen.getByText(name, ofButton))
const sent = (end: string) => asked.find(({ path, method }) => method === 'POST' && path.endsWith(end))

const saved: string[] = []
beforeEach(() => {
  saved.length = 0
  URL.createObjectURL = () => 'blob:list'
  URL.revokeObjectURL = () => undefined
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) { saved.push(this.download) })
})
afterEach(() => jest.restoreAllMocks())

test('a list is approved with words, after its purpose was seen, and leaves the queue', async () => {
  let waiting = [row]
  logIn(({ path }) => {
    if (path.endsWith('/approve')) {
      waiting = []
      return ok({ ...row, state: 'approved', note: '同意', allowedActions: [] })
    }
    return ok({ items: waiting, nextCursor: null })
  })
  openAt('/shangbai/exports')
  await screen.findByText('保险公司投保')
  press(/^批\s?准$/)
  const dialog = await screen.findByRole('dialog')
  const confirm = () => fireEvent.click(within(dialog).getByText(/^批\s?准$/, ofButton))
  within(dialog).getByText(/front-desk 申请导出 120 人，用途：保险公司投保/)
  confirm()
  await screen.findByText('请写几个字说明')
  expect(sent('/approve')).toBeUndefined()
  fireEvent.change(within(dialog).getByLabelText('批准意见'), { target: { value: '同意' } })
  confirm()
  await screen.findByText('没有等你审批的导出')
  expect(sent('/approve')?.body).toEqual({ note: '同意' })
})

test('staff see their own, and download what is ready; a refusal is said', async () => {
  let gone = false
  logIn(({ path }) => (path.endsWith('/file') ? (gone ? refused(409, 'activities.exportNotReady', '这份名单现在不能下载（已过期）') : fileOf({ type: xlsx, bytes: new Uint8Array([80, 75]) })) : ok({ items: [ready], nextCursor: null })),
    { ...staff, grants: staff.grants.map((grant) => ({ ...grant, permissions: permissions.filter((each) => each !== 'activities.approveExports') })) })
  openAt('/shangbai/exports?show=all')
  await screen.findByText('可以下载')
  expect(asked.find(({ path }) => path.endsWith('/exports'))?.query['show']).toBe('mine')
  press(/^下\s?载$/)
  await waitFor(() => expect(saved).toEqual(['急救培训 报名名单.xlsx']))
  gone = true
  press(/^下\s?载$/)
  await screen.findByText('这份名单现在不能下载（已过期）')
})

test('in the activity: the purpose, full phones with a reason of their own, then the file', async () => {
  const activity = anActivity({ taken: 3, asks: ['name', 'phone'] })
  logIn(({ path }) => {
    if (path.endsWith('/sign-ups')) return ok({ items: [], nextCursor: null })
    if (path.endsWith('/exports')) return ok(ready, 201)
    if (path.endsWith('/file')) return fileOf({ type: xlsx, bytes: new Uint8Array([80, 75]) })
    return ok(activity)
  })
  openAt(`/shangbai/activities/${activity.id}`)
  fireEvent.click(await screen.findByText('导出名单', ofButton))
  await screen.findByText(/现在有 3 人报名或候补/)
  fireEvent.change(screen.getByLabelText('用途'), { target: { value: '现场签到核对' } })
  fireEvent.click(screen.getByText('需要完整手机号'))
  press('生成名单')
  await screen.findByText('请用至少 4 个字写清楚')
  expect(sent('/exports')).toBeUndefined()
  fireEvent.change(screen.getByLabelText('为什么需要完整手机号'), { target: { value: '逐个打电话通知' } })
  press('生成名单')
  await screen.findByText('名单可以下载了')
  expect(sent('/exports')?.body).toEqual({ purpose: '现场签到核对', phoneReason: '逐个打电话通知' })
  press('下载名单')
  await screen.findByText('已下载，用后请删除')
  expect(saved).toEqual(['急救培训 报名名单.xlsx'])
})

test('many persons: it says before that somebody else has to agree, and after that it waits', async () => {
  const activity = anActivity({ taken: 100, waiting: 1 })
  logIn(({ path }) => (path.endsWith('/sign-ups') ? ok({ items: [], nextCursor: null }) : path.endsWith('/exports') ? ok({ ...row, isMine: true, rows: 101, allowedActions: [] }, 201) : ok(activity)))
  openAt(`/shangbai/activities/${activity.id}`)
  fireEvent.click(await screen.findByText('导出名单', ofButton))
  await screen.findByText(/要中心的另一位负责人批准后才能下载/)
  expect(screen.queryByText('需要完整手机号')).toBeNull()
  fireEvent.change(screen.getByLabelText('用途'), { target: { value: '保险公司投保' } })
  press('提交审批')
  await screen.findByText('已提交审批')
  expect(screen.queryByText('下载名单', ofButton)).toBeNull()
})
