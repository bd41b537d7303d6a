import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { session } from '@/platform/session'
import { answerWith, asked, openWith, type Answer } from '../../../../test/taro'
import { aTransfer } from '../../../../test/transfers'
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
