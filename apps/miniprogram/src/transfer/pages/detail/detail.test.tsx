import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { session } from '@/platform/session'
import { answerWith, asked, openWith, went, type Answer } from '../../../../test/taro'
import { anEndorsedTransfer, aTransfer } from '../../../../test/transfers'
import TransferDetailPage from './index'

jest.mock('@/platform/clock', () => ({ ...jest.requireActual<object>('@/platform/clock'), wait: () => Promise.resolve() }))

const ok = (data: unknown): Answer => ({ statusCode: 200, data })
const serve = (transfer: unknown, act?: () => Answer) =>
  answerWith(({ url, method }) => {
    if (!url.includes('/transfers/')) return ok({ slug: 'shangbai', phone: '0551-60000000', openingHours: [] })
    return method === 'POST' && act ? act() : ok(transfer)
  })

beforeEach(() => {
  session.begin('a-token', 'an-account')
  openWith({ center: 'shangbai', id: 'the-id' })
})

test('who has it, until when, what happened and what comes stand on one page', async () => {
  serve(anEndorsedTransfer())
  render(<TransferDetailPage />)
  await screen.findByText('还差 2 步：等莲花社区党委开具介绍信')
  screen.getByText('最晚 12 月 3 日（周四）', { selector: '.case-head__day' })
  screen.getByText('还有 5 个工作日')
  screen.getByText('党群服务中心预审通过')
  screen.getByText('张江科学城综合党委接收')
  screen.getByText('党费已交到 2026 年 11 月')
})

test('only what the server allows can be done, and withdrawing asks first', async () => {
  serve(anEndorsedTransfer(), () => ok(anEndorsedTransfer({ state: 'withdrawn', holder: null, dueAt: null, daysLeft: null, ahead: [], allowedActions: [] })))
  const confirm = jest.spyOn(Taro, 'showModal').mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' }).mockResolvedValueOnce({ confirm: true, cancel: false, errMsg: '' })
  render(<TransferDetailPage />)
  fireEvent.click(await screen.findByRole('button', { name: '撤回申请' }))
  await screen.findByRole('button', { name: '撤回申请' })
  expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: '撤回申请' }))
  await screen.findByText('你已撤回申请')
  expect(confirm).toHaveBeenCalledTimes(2)
  expect(screen.queryByRole('button', { name: '撤回申请' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '重新办理' }))
  expect(went.at(-1)).toBe('/transfer/pages/start/index?center=shangbai')
})

test('a case that was sent back says why, by whom, and leads to its form', async () => {
  serve(aTransfer({ state: 'returned', reason: 'R02', comment: '去处请写单位全称。', allowedActions: ['submit', 'withdraw', 'update'] }))
  render(<TransferDetailPage />)
  await screen.findByText('原因：去处名称或编码有误')
  screen.getByText('经办人说：去处请写单位全称。')
  fireEvent.click(screen.getByRole('button', { name: '去补正' }))
  expect(went.at(-1)).toBe('/transfer/pages/form/index?center=shangbai&id=the-id')
})

test('a case of somebody else is not there', async () => {
  answerWith(({ url }) => (url.includes('/transfers/') ? { statusCode: 404, data: { error: { code: 'transfer.notFound', message: '找不到这件接转' } } } : ok({ phone: '' })))
  render(<TransferDetailPage />)
  await screen.findByText('找不到这件接转')
})

test('consent is taken back under one key however often the answer is lost; a conflict is read again', async () => {
  const lost: Answer = { statusCode: 503, data: null }
  const conflict: Answer = { statusCode: 409, data: { error: { code: 'transfer.changed', message: '这件接转刚有变化' } } }
  const consenting = anEndorsedTransfer({ allowedActions: ['withdraw', 'withdraw-consent'] })
  const answers = [lost, lost, lost, conflict, ok({ ...consenting, isRestricted: true, allowedActions: [] })]
  serve(consenting, () => answers.shift() ?? lost)
  const take = async () => {
    const cell = await screen.findByText('撤回对个人信息的同意')
    await act(async () => void fireEvent.click(cell))
  }
  const keys = () => asked.filter(({ method }) => method === 'POST').map(({ header }) => header['idempotency-key'])
  render(<TransferDetailPage />)
  await take()
  await waitFor(() => expect(answers).toHaveLength(2))
  await waitFor(() => expect(document.querySelector('.notice')).not.toBeNull())
  const reads = asked.filter(({ method }) => method === 'GET').length
  await take()
  await screen.findByText('这件接转刚有变化')
  await waitFor(() => expect(asked.filter(({ method }) => method === 'GET').length).toBeGreaterThan(reads))
  expect(new Set(keys()).size).toBe(1)
  await take()
  await screen.findByText(/^你已撤回同意/)
  expect(new Set(keys()).size).toBe(2)
})

test('a second tap while consent is being taken back is not another act', async () => {
  const consenting = anEndorsedTransfer({ allowedActions: ['withdraw-consent'] })
  let answer: (given: Answer) => void = () => undefined
  answerWith(({ url, method }) => (!url.includes('/transfers/') ? ok({ phone: '' }) : method === 'POST' ? new Promise<Answer>((resolve) => (answer = resolve)) : ok(consenting)))
  render(<TransferDetailPage />)
  const cell = await screen.findByText('撤回对个人信息的同意')
  fireEvent.click(cell)
  await screen.findByText('正在撤回…')
  fireEvent.click(cell)
  answer(ok({ ...consenting, isRestricted: true, allowedActions: [] }))
  await screen.findByText(/^你已撤回同意/)
  expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test('after the letter consent is withdrawn after a question that says what follows, and the page keeps number, dates and committees', async () => {
  const issued = anEndorsedTransfer({ state: 'issued', letters: [{ number: '皖0001', issuedOn: '2026-11-26', validDays: 30, validUntil: '2026-12-26', replaces: null, isVoid: false }], allowedActions: ['withdraw-consent'] })
  serve(issued, () => ok({ ...issued, isRestricted: true, allowedActions: [] }))
  const confirm = jest.spyOn(Taro, 'showModal').mockClear().mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' }).mockResolvedValueOnce({ confirm: true, cancel: false, errMsg: '' })
  render(<TransferDetailPage />)
  fireEvent.click(await screen.findByText('撤回对个人信息的同意'))
  await waitFor(() => expect(confirm).toHaveBeenCalledTimes(1))
  expect(confirm.mock.calls[0]?.[0]?.content).toContain('开出的介绍信照常有效')
  expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
  fireEvent.click(screen.getByText('撤回对个人信息的同意'))
  await screen.findByText('你已撤回同意，这里只留编号、日期和党委。剩下的手续请到柜台用纸质办理。')
  expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
  expect(screen.queryByText('撤回对个人信息的同意')).toBeNull()
})
