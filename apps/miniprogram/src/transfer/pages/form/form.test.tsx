import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { session } from '@/platform/session'
import { drafts } from '@/platform/use-draft'
import { answerWith, asked, openAlone, openWith, went, type Answer } from '../../../../test/taro'
import { aTransfer } from '../../../../test/transfers'
import { startChoice } from '../../transfer-choice.store'
import TransferFormPage from './index'

const ok = (data: unknown): Answer => ({ statusCode: 200, data })
const number = '11010519491231002X'

/** A server that keeps the form, as the real one does. */
function serve(opened: ReturnType<typeof aTransfer>, refuse: () => Answer | null = () => null) {
  let kept = opened
  answerWith(({ url, method, data }) => {
    if (url.includes('/branches')) return ok({ items: [{ id: 'branch', name: '尚百商户联合党支部', committee: '莲花社区党委' }] })
    if (url.includes('/receivers')) {
      const q = decodeURIComponent(url.split('q=')[1] ?? '')
      return ok({ items: q.includes('张江') ? [{ name: '张江科学城综合党委', code: '310115000001', title: '中共上海市浦东新区委组织部', region: '上海 · 浦东', isOurs: false }] : [], findings: q.endsWith('党办') ? [{ field: 'title', reason: 'R01', level: 'stop', message: '抬头要写组织部，不写党办', suggestion: '合肥市包河区委组织部' }] : [] })
    }
    if (url.endsWith('/submit')) return ok({ ...kept, state: 'submitted', holder: { office: 'center', name: '党群服务中心' }, dueAt: '2026-12-02T23:59:59+08:00', daysLeft: 1 })
    if (method !== 'GET') {
      const refusal = refuse()
      if (refusal) return refusal
      kept = { ...kept, form: { ...kept.form, ...(data as { form: object }).form, idNumber: kept.form.idNumber } }
    }
    return ok(kept)
  })
}
const patches = () => asked.filter(({ method }) => method === 'PATCH').map(({ data }) => (data as { form: object }).form)
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  session.begin('a-token', 'an-account')
  openWith({ center: 'shangbai', id: 'the-id' })
})

test('the directory finds the receiver, the check is read over, and the receipt says who is next', async () => {
  serve(aTransfer({}, { duesPaidTo: '2026-11' }))
  render(<TransferFormPage />)
  await screen.findByText('第 1 步，共 2 步')
  screen.getByText('转到哪里')
  type('接收党委', '张江')
  fireEvent.click(await screen.findByText('张江科学城综合党委'))
  type('去处', '上海禾川科技有限公司')
  press('下一步')
  await screen.findByText('看一遍，没错就提交')
  expect(patches()).toEqual([{ receivingCommitteeName: '张江科学城综合党委', receivingCommitteeCode: '310115000001', title: '中共上海市浦东新区委组织部', destination: '上海禾川科技有限公司' }])
  press('提交申请')
  await screen.findByText('已提交')
  screen.getByText('接下来党群服务中心预审，最晚 12 月 2 日（周三）。')
})

test('a wrong 抬头 is told while it is typed, and mended by one tap', async () => {
  serve(aTransfer({}, { duesPaidTo: '2026-11' }))
  render(<TransferFormPage />)
  await screen.findByText('转到哪里')
  type('抬头', '合肥市包河区党办')
  fireEvent.click(await screen.findByRole('button', { name: '改成“合肥市包河区委组织部”' }))
  expect(screen.getByLabelText<HTMLInputElement>('抬头').value).toBe('合肥市包河区委组织部')
})

test('what is typed outlives a kill while the network is gone; the ID number is sent at once and never kept on the phone', async () => {
  let isGone = false
  serve(aTransfer({}, { idNumber: null, duesPaidTo: '2026-11' }), () => (isGone ? { statusCode: 503, data: null } : null))
  const first = render(<TransferFormPage />)
  await screen.findByText('本人信息')
  type('身份证号', number)
  await waitFor(() => expect(patches()).toEqual([{ idNumber: number }]))
  screen.getByText('女，1949 年 12 月 31 日出生，对吗？不对就是号码填错了。')
  isGone = true
  press('有误，我来改')
  type('手机号', '19900009999')
  expect(String(Taro.getStorageSync('drafts'))).toContain('19900009999')
  expect(String(Taro.getStorageSync('drafts'))).not.toContain('1101051949')
  first.unmount()
  render(<TransferFormPage />)
  await screen.findByText('上次没填完的还在这里')
})

test('what would be sent back keeps it from being sent, and leads to its place', async () => {
  const finding = { field: 'confirmedOn', reason: 'R03' as const, level: 'stop' as const, message: '转正日期不能早于入党日期', suggestion: null }
  serve(aTransfer({ findings: [finding] }, { duesPaidTo: '2026-11', receivingCommitteeName: '张江科学城综合党委', title: '中共上海市浦东新区委组织部', destination: '上海禾川科技有限公司' }))
  render(<TransferFormPage />)
  await screen.findByText('党员信息')
  press('下一步')
  await screen.findByText('还有 1 处要改')
  press('提交申请')
  expect(asked.some(({ url }) => url.endsWith('/submit'))).toBe(false)
  press('去改')
  await screen.findByText('以档案为准。记不清的日期，可以先问现在的支部。')
})

test('a case that cannot be changed any more says so', async () => {
  serve(aTransfer({ state: 'submitted', allowedActions: ['withdraw'] }))
  render(<TransferFormPage />)
  await screen.findByText('现在不能改了')
})

const filled = { duesPaidTo: '2026-11', receivingCommitteeName: '张江科学城综合党委', title: '中共上海市浦东新区委组织部', destination: '上海禾川科技有限公司' }
const refusal = (fields: Record<string, string>): Answer => ({ statusCode: 400, data: { error: { code: 'request.invalid', message: '有几项填得不对', details: Object.entries(fields).map(([path, message]) => ({ path, message })) } } })

test('what the server refuses when all is read over is shown at its field', async () => {
  const finding = { field: 'title', reason: 'R01' as const, level: 'stop' as const, message: '抬头要写组织部，不写党办', suggestion: '中共合肥市包河区委组织部' }
  serve(aTransfer({ findings: [finding] }, filled), () => refusal({ 'form.title': '抬头里的地方不对' }))
  render(<TransferFormPage />)
  await screen.findByText('转到哪里')
  press('下一步')
  fireEvent.click(await screen.findByRole('button', { name: '改成“中共合肥市包河区委组织部”' }))
  press('提交申请')
  await screen.findByText('抬头里的地方不对')
  expect(screen.queryByText('有几项填得不对')).toBeNull()
})

test('a field of another step that is refused leads there', async () => {
  serve(aTransfer({}, { ...filled, destination: null }), () => refusal({ 'form.phone': '这个手机号用不了' }))
  render(<TransferFormPage />)
  await screen.findByText('转到哪里')
  type('去处', '上海禾川科技有限公司')
  press('下一步')
  await screen.findByText('这个手机号用不了')
  screen.getByText('本人信息')
})

test('what was sent back for an optional field still asks it when the known ones are opened as well; mending opens all', async () => {
  serve(aTransfer({ state: 'returned', reason: 'R02', allowedActions: ['update'] }, { ...filled, receivingCommitteeCode: '310115000001' }))
  render(<TransferFormPage />)
  await screen.findByLabelText('组织编码')
  press('有误，我来改')
  screen.getByLabelText('组织编码')
  press('下一步')
  await screen.findByText('看一遍，没错就提交')
  fireEvent.click(screen.getAllByRole('button', { name: '修改' })[0] as HTMLElement)
  screen.getByLabelText('曾用名')
})

test('an intake that is killed before it is registered keeps everything but the ID number, and says so', async () => {
  openWith({ center: 'shangbai' })
  answerWith(({ url }) => ok(url.includes('/branches') ? { items: [] } : { name: null, phone: null }))
  startChoice.set({ direction: 'in', kind: 'cross_province_paper', cause: 'employment' })
  const first = render(<TransferFormPage />)
  await screen.findByText('本人信息')
  type('姓名', '周远')
  type('身份证号', number)
  type('手机号', '19900005678')
  first.unmount()
  // The choice lived in memory; the draft alone brings the form back.
  startChoice.set(null)
  render(<TransferFormPage />)
  await screen.findByText('上次没填完的还在这里，只有身份证号不存在手机上，要再填一次')
  expect(['姓名', '手机号', '身份证号'].map((label) => screen.getByLabelText<HTMLInputElement>(label).value)).toEqual(['周远', '19900005678', ''])
  type('身份证号', number)
  screen.getByText('上次没填完的还在这里')
  expect(asked.some(({ method }) => method === 'POST')).toBe(false)
})

test('an old intake takes the new answers, is registered with them, and its receipt stays', async () => {
  openWith({ center: 'shangbai' })
  answerWith(({ url, method }) => ok(url.includes('/branches') ? { items: [] } : method === 'POST' ? aTransfer({ direction: 'in', state: 'intake' }) : { name: '周远', phone: '19900005678' }))
  const old = { name: '周远', phone: '19900005678', ethnicity: '01', education: '21', category: 'full', joinedOn: '2015-06-30', confirmedOn: '2016-06-30', originCommitteeName: '南京市某街道党工委', duesPaidTo: '2026-11', destination: '尚泽大厦' }
  drafts.put('transfer intake shangbai', { ...old, kind: 'in_province', cause: 'retirement' })
  startChoice.set({ direction: 'in', kind: 'cross_province_online', cause: 'employment' })
  render(<TransferFormPage />)
  await screen.findByText('上次没填完的还在这里，只有身份证号不存在手机上，要再填一次')
  type('身份证号', number)
  press('下一步')
  press('下一步')
  press('下一步')
  press('登记转入意向')
  await screen.findByText('意向已登记')
  const registered = asked.find(({ method }) => method === 'POST')?.data
  expect(registered).toMatchObject({ kind: 'cross_province_online', form: { cause: 'employment', destination: '尚泽大厦' } })
  expect(startChoice.get()).toBeNull()
})

test.each([['back', () => undefined], ['/transfer/pages/list/index?center=shangbai', openAlone]])('done leads to %s', async (to, open) => {
  open()
  serve(aTransfer({}, filled))
  render(<TransferFormPage />)
  await screen.findByText('看一遍，没错就提交')
  press('提交申请')
  fireEvent.click(await screen.findByRole('button', { name: '完成' }))
  expect(went.at(-1)).toBe(to)
})
