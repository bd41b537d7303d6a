import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { session } from '@/platform/session'
import { aDemand, aFirm, aNeed } from '../../../../test/financing'
import { answerWith, asked, openWith, went, type Answer } from '../../../../test/taro'
import { handOver } from '../../financing-hand-over.store'
import FinancingDemandFormPage from './index'

const ok = (data: unknown): Answer => ({ statusCode: 200, data })
const known = { name: '林禾', phone: '19900001234' }
interface Served { firms?: unknown[]; contact?: { name: string | null; phone: string | null }; opened?: unknown; write?: (url: string) => Answer | null }
/** Own firms, and a server that takes the demand unless `write` answers otherwise. */
const serve = ({ firms = [aFirm()], contact = known, opened, write = () => null }: Served = {}) =>
  answerWith(({ url, method }) => {
    if (url.endsWith('/own-firms')) return ok({ items: firms, contact })
    if (method === 'GET') return ok(opened)
    const refusal = write(url)
    if (refusal) return refusal
    return url.endsWith('/submit') ? ok({ id: 'the-id', state: 'submitted', version: 2 }) : { statusCode: 201, data: aDemand({ state: 'draft', version: 1 }) }
  })
const posts = () => asked.filter(({ method }) => method !== 'GET')
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const refused = (code: string, statusCode: number, details?: unknown): Answer => ({ statusCode, data: { error: { code, message: '没有成功', details } } })

beforeEach(() => {
  session.begin('a-token', 'an-account')
  openWith({ center: 'shangbai' })
  handOver('shangbai', aNeed, [{ id: 'p1', name: '徽远银行 · 商户信用贷' }])
})

test('whoever stands for no firm is told why, and led to where it is shown', async () => {
  serve({ firms: [] })
  render(<FinancingDemandFormPage />)
  await screen.findByText('先核对一次企业身份')
  press('去核对企业身份')
  expect(went.at(-1)).toBe('/organization/pages/ask/index?center=shangbai&kind=firm')
  expect(String(Taro.getStorageSync('drafts'))).toContain('50000000')
})

test('for one firm nothing known is asked; the demand is made and submitted, each with its key', async () => {
  serve()
  render(<FinancingDemandFormPage />)
  await screen.findByText('看一遍，没错就提交')
  screen.getByText('50 万元')
  screen.getByText('林禾 19900001234')
  screen.getByText('徽远银行 · 商户信用贷')
  expect(screen.queryByLabelText('联系人')).toBeNull()
  type('具体用途', '春节前备货')
  press('提交需求')
  await waitFor(() => expect(went.at(-1)).toBe('/financing/pages/demand/index?center=shangbai&id=the-id'))
  expect(posts().map(({ url, data }) => [url.split('/').at(-1), data])).toEqual([
    ['demands', { firmId: 'firm-1', need: aNeed, purposeText: '春节前备货', neededBy: null, contact: known, wishes: ['p1'] }],
    ['submit', { version: 1 }],
  ])
  expect(new Set(posts().map(({ header }) => header['idempotency-key'])).size).toBe(2)
  expect(Taro.getStorageSync('drafts')).toBe('')
})

test('of several firms one is chosen first; one with a demand under way leads there', async () => {
  serve({ firms: [aFirm(), aFirm({ id: 'firm-2', name: '小店', openDemandId: 'another' })] })
  render(<FinancingDemandFormPage />)
  await screen.findByText('以哪家企业的名义？')
  press(/^小店/)
  await screen.findByText('有一份需求还没结束')
  press('看这份需求')
  expect(went.at(-1)).toBe('/financing/pages/demand/index?center=shangbai&id=another')
  press('是另一笔，再提一份')
  await screen.findByText('看一遍，没错就提交')
})

test('what was typed outlives a kill, the need with it', async () => {
  serve({ contact: { name: null, phone: null } })
  const first = render(<FinancingDemandFormPage />)
  await screen.findByLabelText('联系人')
  type('联系人', '陈川')
  type('具体用途', '春节前备货')
  first.unmount()
  render(<FinancingDemandFormPage />)
  await screen.findByText('上次没填完的还在这里')
  expect(screen.getByLabelText<HTMLInputElement>('联系人').value).toBe('陈川')
  expect(screen.getByLabelText<HTMLTextAreaElement>('具体用途').value).toBe('春节前备货')
  screen.getByText('50 万元')
})

test('a refused save keeps what was typed and names the field; nothing is sent without a contact', async () => {
  serve({ contact: { name: null, phone: null }, write: () => refused('request.invalid', 400, [{ path: 'contact.phone', message: '请填写 11 位手机号' }]) })
  render(<FinancingDemandFormPage />)
  await screen.findByLabelText('联系人')
  press('提交需求')
  await screen.findByText('请填写联系人')
  expect(posts()).toEqual([])
  type('联系人', '陈川')
  type('手机号', '19900005678')
  press('提交需求')
  await screen.findByText('请填写 11 位手机号')
  expect(screen.getByLabelText<HTMLInputElement>('手机号').value).toBe('19900005678')
  expect(went).toEqual([])
})

test('made but not submitted, it is submitted at the next try and not made again', async () => {
  let isGone = true
  serve({ write: (url) => (isGone && url.endsWith('/submit') ? refused('financing.demandWrongState', 409) : null) })
  render(<FinancingDemandFormPage />)
  await screen.findByText('看一遍，没错就提交')
  press('提交需求')
  await screen.findByText('没有成功。填写的内容还在，可以再点一次。')
  isGone = false
  press('提交需求')
  await waitFor(() => expect(went).toHaveLength(1))
  expect(posts().map(({ url, method }) => `${method} ${url.split('/').at(-1) ?? ''}`)).toEqual(['POST demands', 'POST submit', 'PATCH the-id', 'POST submit'])
})

test('a demand that was sent back shows the note, is changed on the spot and submitted again', async () => {
  openWith({ center: 'shangbai', id: 'the-id' })
  serve({ opened: aDemand({ state: 'draft', note: '期限写长一点', version: 4, allowedActions: ['submit', 'update', 'withdraw'] }) })
  render(<FinancingDemandFormPage />)
  await screen.findByText('期限写长一点')
  press('修改')
  fireEvent.change(screen.getByLabelText('借多久'), { target: { value: '7' } })
  press('提交需求')
  await waitFor(() => expect(went.at(-1)).toBe('/financing/pages/demand/index?center=shangbai&id=the-id'))
  const [patch] = posts()
  expect(patch?.method).toBe('PATCH')
  expect(patch?.data).toMatchObject({ version: 4, need: { months: 24 }, contact: known })
})

test('what cannot be changed any more says so', async () => {
  openWith({ center: 'shangbai', id: 'the-id' })
  serve({ opened: aDemand() })
  render(<FinancingDemandFormPage />)
  await screen.findByText('现在不能改了')
})
