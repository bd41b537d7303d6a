import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { Demand } from '@dangqun/contracts/financing/demands/schemas'
import { session } from '@/platform/session'
import { aDemand, aReferralSummary, serveCase } from '../../../../test/financing'
import { answerWith, asked, openWith, went } from '../../../../test/taro'
import FinancingDemandPage from './index'

const serve = serveCase<Demand>
const posts = () => asked.filter(({ method }) => method === 'POST')
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const answerModal = (...answers: boolean[]) => {
  const modal = jest.spyOn(Taro, 'showModal')
  for (const confirm of answers) modal.mockResolvedValueOnce({ confirm, cancel: !confirm, errMsg: '' })
  return modal
}
const open = (given: Partial<Demand> = {}) => aDemand({
  state: 'open', audience: 'picked', holder: 'firm', banks: 2, dueAt: null, daysLeft: null, allowedActions: ['open', 'close', 'withdraw'],
  referrals: [aReferralSummary(1), aReferralSummary(2, { state: 'granted', holder: 'firm' })], ...given,
})

beforeEach(() => {
  session.begin('a-token', 'an-account')
  openWith({ center: 'shangbai', id: 'the-id' })
})

test('who has it, until when, what happened and what comes stand on one page', async () => {
  serve(aDemand())
  render(<FinancingDemandPage />)
  await screen.findByText('等党群服务中心核对')
  screen.getByText('最晚 12 月 3 日（周四）', { selector: '.case-head__day' })
  screen.getByText('还有 1 个工作日')
  screen.getByText('你提交了需求')
  screen.getByText('你来选银行')
  expect(screen.queryByRole('button', { name: '去选银行' })).toBeNull()
})

test('banks: what waits for the firm stands first and leads to its page', async () => {
  serve(open())
  render(<FinancingDemandPage />)
  await screen.findByText('等徽远银行联系你，')
  expect(screen.getAllByText('最晚 12 月 3 日').length).toBeGreaterThan(0)
  expect(screen.getAllByText(/银行$/, { selector: '.bank-row__name' }).map(({ textContent }) => textContent)).toEqual(['临湖银行', '徽远银行'])
  press(/临湖银行/)
  expect(went.at(-1)).toBe('/financing/pages/referral/index?center=shangbai&id=r2')
  press('再选银行')
  expect(went.at(-1)).toBe('/financing/pages/picks/index?center=shangbai&id=the-id')
})

test('a loan that was paid out waits for the firm until its figures are checked', async () => {
  const change = serve(open({ referrals: [aReferralSummary(1, { state: 'disbursed', holder: 'firm' })] }))
  const { unmount } = render(<FinancingDemandPage />)
  await screen.findByText('已放款，等你确认，')
  screen.getByText('1 家银行等你办一步')
  screen.getByText('等你')
  unmount()
  change({ referrals: [aReferralSummary(1, { state: 'disbursed', holder: 'firm', dueAt: null })] })
  render(<FinancingDemandPage />)
  await screen.findByText('已放款，都核对过了')
  expect(screen.queryByText('等你')).toBeNull()
})

test('with five banks at work no further one is offered', async () => {
  serve(open({ banks: 5 }))
  render(<FinancingDemandPage />)
  await screen.findByText('撤回需求')
  expect(screen.queryByRole('button', { name: '再选银行' })).toBeNull()
})

test('a withdrawal says what it means, is asked for first, and is seen at once', async () => {
  serve(open(), () => ({ state: 'withdrawn', holder: null, referrals: [aReferralSummary(1, { state: 'withdrawn', holder: null })], allowedActions: [] }))
  const modal = answerModal(false, true)
  render(<FinancingDemandPage />)
  fireEvent.click(await screen.findByRole('button', { name: '撤回需求' }))
  await screen.findByRole('button', { name: '撤回需求' })
  expect(posts()).toEqual([])
  press('撤回需求')
  await screen.findByText('你已撤回这份需求')
  expect(modal.mock.calls[0]?.[0]?.content).toContain('银行自己档案里已有的内容归银行')
  expect(posts().map(({ url, data }) => [url.split('/').at(-1), data])).toEqual([['withdraw', { version: 2 }]])
  press('再提一份')
  expect(went.at(-1)).toBe('/financing/pages/need/index?center=shangbai')
})

test('a demand is closed with a reason', async () => {
  serve(open(), () => ({ state: 'closed', closeReason: 'enough', holder: null, allowedActions: [] }))
  render(<FinancingDemandPage />)
  fireEvent.click(await screen.findByText('结束这份需求'))
  press('先选一个原因')
  expect(posts()).toEqual([])
  fireEvent.click(screen.getByText('已经够用'))
  press('结束需求')
  await waitFor(() => expect(posts().map(({ data }) => data)).toEqual([{ closeReason: 'enough', version: 2 }]))
  await screen.findByText('已经够用', { selector: '.case-head__title' })
})

test('what somebody else did meanwhile is told, and shown', async () => {
  const change = serve(open(), () => ({ statusCode: 409, data: { error: { code: 'request.changedMeanwhile', message: '内容刚被他人修改过，请核对最新内容后再保存' } } }))
  answerModal(true)
  render(<FinancingDemandPage />)
  await screen.findByText('等徽远银行联系你，')
  expect(screen.getAllByText('最晚 12 月 3 日').length).toBeGreaterThan(0)
  change({ referrals: [aReferralSummary(1, { state: 'contacted', holder: 'firm', dueAt: null })], version: 9 })
  press('撤回需求')
  await screen.findByText('内容刚被他人修改过，请核对最新内容后再保存')
  screen.getByText('等你把材料交给徽远银行')
})

test('sent back it shows the note and leads to the form', async () => {
  serve(aDemand({ state: 'draft', holder: 'firm', note: '金额和用途对不上', dueAt: null, allowedActions: ['submit', 'update', 'withdraw'] }))
  render(<FinancingDemandPage />)
  await screen.findByText('金额和用途对不上')
  press('修改再提交')
  expect(went.at(-1)).toBe('/financing/pages/demand-form/index?center=shangbai&id=the-id')
})

test('a demand of another firm is not there', async () => {
  answerWith(() => ({ statusCode: 404, data: { error: { code: 'financing.demandNotFound', message: '找不到这份需求' } } }))
  render(<FinancingDemandPage />)
  await screen.findByText('可能不是你的企业的，或已换了账号。')
})
