import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { Referral } from '@dangqun/contracts/financing/referrals/schemas'
import { session } from '@/platform/session'
import { aDrawdown, aReferral, serveCase } from '../../../../test/financing'
import { asked, called, openWith } from '../../../../test/taro'
import FinancingReferralPage from './index'

const serve = serveCase<Referral>
const posts = () => asked.filter(({ method }) => method === 'POST').map(({ url, data }) => [url.split('/').at(-1), data])
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const flip = (name: string) => fireEvent.click(screen.getByRole('switch', { name }))
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const grant = { amountFen: 48_000_000, rateBp: 420, allInBp: 470, months: 12, security: 'credit' as const, validUntil: '2026-12-20' }

beforeEach(() => {
  session.begin('a-token', 'an-account')
  openWith({ center: 'shangbai', id: 'the-id' })
})

test('who is awaited until when, whom to call, and what comes', async () => {
  serve(aReferral())
  render(<FinancingReferralPage />)
  await screen.findByText('等徽远银行联系你', { selector: '.case-head__title' })
  screen.getByText('最晚 12 月 3 日（周四）', { selector: '.case-head__day' })
  screen.getByText('徽远银行接单')
  screen.getByText('银行答复批不批')
  fireEvent.click(screen.getByText('13900001111'))
  expect(called).toEqual(['13900001111'])
})

test('naming a bank: nothing is ticked, and exactly what is ticked is sent', async () => {
  serve(aReferral({ state: 'claimed', holder: 'firm', product: null, sharing: { state: 'none', purposes: [], until: null, isRenewable: false }, allowedActions: ['consent', 'withdraw'] }), () => ({ state: 'consented', holder: 'bank', allowedActions: ['withdraw'] }))
  render(<FinancingReferralPage />)
  fireEvent.click(await screen.findByRole('button', { name: '授权这家银行' }))
  expect(screen.getAllByRole('switch').every((each) => each.getAttribute('aria-checked') === 'false')).toBe(true)
  screen.getByText(/银行自己档案里已有的内容归银行/)
  flip('把这份需求交给徽远银行')
  press('先同意前两项')
  expect(posts()).toEqual([])
  flip('把联系人和电话给徽远银行')
  press('同意，授权')
  await waitFor(() => expect(posts()).toEqual([['consent', { purposes: ['demand', 'contact'], consentVersion: '2026-12', version: 3 }]]))
  await screen.findByText('等徽远银行联系你', { selector: '.case-head__title' })
})

test('gaps are marked, and 材料已交 is confirmed first', async () => {
  serve(aReferral({ state: 'materials', holder: 'firm', dueAt: null, materials: { asked: ['营业执照', '近一年流水'], state: 'gaps', gaps: ['近一年流水'], isAssumed: false }, allowedActions: ['deliver', 'withdraw'] }), () => ({ holder: 'bank' }))
  render(<FinancingReferralPage />)
  await screen.findByText('还差 1 样材料')
  expect(screen.getAllByText('还缺')).toHaveLength(1)
  press('材料已交')
  await waitFor(() => expect(posts()).toEqual([['deliver', { version: 3 }]]))
})

test('an approval shows both rates in one size; it can be signed or left', async () => {
  serve(aReferral({ state: 'granted', holder: 'firm', grant, allowedActions: ['sign', 'mark-not-drawn', 'withdraw'] }))
  render(<FinancingReferralPage />)
  await screen.findByText('批准 48 万元')
  expect(['4.70%', '4.20%'].map((rate) => screen.getByText(rate).className)).toEqual(['match__figure', 'match__figure'])
  fireEvent.click(screen.getByText('不用这笔贷款'))
  fireEvent.click(screen.getByText('成本太高'))
  press('不用了')
  await waitFor(() => expect(posts()).toEqual([['mark-not-drawn', { notDrawnReason: 'dearer', version: 3 }]]))
})

test('a drawdown whose figures differ is disputed with one’s own; refused, what was typed stays', async () => {
  let isRefused = true
  serve(aReferral({ state: 'disbursed', holder: 'firm', grant, drawdowns: [aDrawdown()], allowedActions: ['confirm-drawdown', 'dispute-drawdown', 'report-drawdown'] }), () =>
    isRefused ? { statusCode: 409, data: { error: { code: 'request.changedMeanwhile', message: '内容刚被他人修改过' } } } : { drawdowns: [aDrawdown({ state: 'disputed', allowedActions: [] })] })
  render(<FinancingReferralPage />)
  await screen.findByText('50 万元，综合年化 4.70%，11 月 20 日放款')
  press('数字不对')
  type('多少万元', '48')
  press('提交')
  await screen.findByText('内容刚被他人修改过。填写的内容还在。')
  expect(screen.getByLabelText<HTMLInputElement>('多少万元').value).toBe('48')
  expect(String(Taro.getStorageSync('drafts'))).toContain('48')
  isRefused = false
  press('提交')
  await screen.findByText('银行登记，数字不符，待中心核定')
  expect(posts().at(-1)).toEqual(['dispute-drawdown', { drawdownId: 'd1', drawdown: { amountFen: 48_000_000, allInBp: 470, drawnOn: '2026-11-20' }, version: 3 }])
  expect(Taro.getStorageSync('drafts')).toBe('')
})

test('停止授权 says what it stops and what it cannot, and is seen at once', async () => {
  serve(aReferral(), () => ({ state: 'withdrawn', holder: null, dueAt: null, sharing: { state: 'withdrawn', purposes: [], until: null, isRenewable: false }, allowedActions: [] }))
  const modal = jest.spyOn(Taro, 'showModal').mockResolvedValueOnce({ confirm: true, cancel: false, errMsg: '' })
  render(<FinancingReferralPage />)
  fireEvent.click(await screen.findByText('停止授权'))
  await screen.findByText('你已停止授权', { selector: '.case-head__title' })
  expect(modal.mock.calls[0]?.[0]?.content).toContain('银行自己档案里已有的内容归银行')
  expect(posts()).toEqual([['withdraw', { version: 3 }]])
})

test('an ending consent can be renewed; nothing of it is ticked beforehand', async () => {
  serve(aReferral({ sharing: { state: 'standing', purposes: ['demand', 'contact', 'result'], until: '2026-12-03T23:59:59+08:00', isRenewable: true }, allowedActions: ['consent', 'withdraw'] }))
  render(<FinancingReferralPage />)
  fireEvent.click(await screen.findByText('续上授权'))
  press('同意办理需要的两项')
  press('同意，授权')
  await waitFor(() => expect(posts()).toEqual([['consent', { purposes: ['demand', 'contact'], consentVersion: '2026-12', version: 3 }]]))
})

test('a rating is stars and a few words', async () => {
  serve(aReferral({ ratings: { mine: [], open: 'early' }, allowedActions: ['rate', 'withdraw'] }), () => ({ ratings: { mine: [{ round: 'early', stars: 4, tags: ['quick'] }], open: null } }))
  render(<FinancingReferralPage />)
  await screen.findByText('徽远银行联系得怎么样？')
  fireEvent.click(screen.getByText('4 星 好'))
  fireEvent.click(screen.getByText('回应快'))
  press('提交评价')
  await waitFor(() => expect(posts()).toEqual([['rate', { rating: { round: 'early', stars: 4, tags: ['quick'] }, version: 3 }]]))
  await waitFor(() => expect(screen.queryByText('提交评价')).toBeNull())
})
