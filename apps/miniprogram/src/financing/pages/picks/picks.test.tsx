import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { session } from '@/platform/session'
import { aDemand, aMatch, aReferralSummary, someMatches } from '../../../../test/financing'
import { answerWith, asked, openWith, went, type Answer } from '../../../../test/taro'
import FinancingPicksPage from './index'

const ok = (data: unknown): Answer => ({ statusCode: 200, data })
const matched = aDemand({ state: 'matched', holder: 'firm', wishes: ['p2'], dueAt: null, allowedActions: ['open', 'withdraw'], version: 5 })
const serve = (demand = matched, items = [1, 2, 3, 4, 5, 6].map((n) => aMatch(n)), act: () => Answer = () => ok({ id: 'the-id', state: 'open', version: 6 })) =>
  answerWith(({ url, method }) => (method === 'POST' ? act() : ok(url.endsWith('/matches') ? someMatches(...items) : demand)))
const posts = () => asked.filter(({ method }) => method === 'POST')
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const flip = (name: string) => fireEvent.click(screen.getByRole('switch', { name }))
const isOn = (name: string) => screen.getByRole('switch', { name }).getAttribute('aria-checked')

beforeEach(() => {
  session.begin('a-token', 'an-account')
  openWith({ center: 'shangbai', id: 'the-id' })
})

test('wishes are ticked, nothing is agreed to; what is sent is exactly what was ticked, bank by bank', async () => {
  serve()
  render(<FinancingPicksPage />)
  await screen.findByText('选银行，最多 5 家')
  expect([isOn('临湖银行 · 商户信用贷'), isOn('徽远银行 · 商户信用贷')]).toEqual(['true', 'false'])
  flip('徽远银行 · 商户信用贷')
  press('选好 2 家，下一步')
  const switches = await screen.findAllByRole('switch')
  expect(switches).toHaveLength(6)
  expect(switches.every((each) => each.getAttribute('aria-checked') === 'false')).toBe(true)
  press('还有 2 家没同意')
  expect(posts()).toEqual([])
  fireEvent.click(screen.getAllByRole('button', { name: '同意办理需要的两项' })[0] as HTMLElement)
  flip('把这份需求交给临湖银行')
  flip('把联系人和电话给临湖银行')
  flip('允许临湖银行把结果告诉党群服务中心')
  press('发给这 2 家银行')
  await waitFor(() => expect(went.at(-1)).toBe('/financing/pages/demand/index?center=shangbai&id=the-id'))
  expect(posts().map(({ url, data }) => [url.split('/').at(-1), data])).toEqual([['open', {
    audience: 'picked', consentVersion: '2026-12', version: 5,
    picks: [{ productId: 'p1', purposes: ['demand', 'contact'] }, { productId: 'p2', purposes: ['demand', 'contact', 'result'] }],
  }]])
})

test('a sixth is refused in words; ticks outlive a kill, consents do not', async () => {
  serve()
  const first = render(<FinancingPicksPage />)
  await screen.findByText('选银行，最多 5 家')
  for (const name of ['徽远银行', '丰穗农商行', '江淮银行', '合众银行']) flip(`${name} · 商户信用贷`)
  flip('庐阳银行 · 商户信用贷')
  screen.getByText('这次最多选 5 家。想换，先去掉一家。')
  first.unmount()
  render(<FinancingPicksPage />)
  fireEvent.click(await screen.findByRole('button', { name: '选好 5 家，下一步' }))
  await screen.findByText('逐家决定给不给看')
  expect(screen.getByRole('button', { name: '还有 5 家没同意' })).toBeTruthy()
})

test('while banks are at work only the others can be ticked, as far as there is place', async () => {
  serve({ ...matched, state: 'open', audience: 'picked', banks: 4, referrals: [1, 2, 3, 4].map((n) => aReferralSummary(n)) })
  render(<FinancingPicksPage />)
  await screen.findByText('选银行，最多 1 家')
  expect(screen.getAllByRole('switch').map((each) => each.getAttribute('aria-label'))).toEqual(['合众银行 · 商户信用贷', '庐阳银行 · 商户信用贷'])
})

test('every bank at once is asked without a name, after saying what that means', async () => {
  serve()
  render(<FinancingPicksPage />)
  fireEvent.click(await screen.findByText('拿不准选哪家？发给所有银行'))
  screen.getByText('看不到：企业名称、信用代码、地址、联系人和电话。')
  expect(posts()).toEqual([])
  press('发给所有银行')
  await waitFor(() => expect(went).toHaveLength(1))
  expect(posts().map(({ data }) => data)).toEqual([{ audience: 'all', version: 5 }])
})

test('a refusal keeps what was ticked and agreed to', async () => {
  serve(matched, undefined, () => ({ statusCode: 409, data: { error: { code: 'financing.productNotForYou', message: '临湖银行的产品刚下架，换一款再发' } } }))
  render(<FinancingPicksPage />)
  fireEvent.click(await screen.findByRole('button', { name: '选好 1 家，下一步' }))
  press('同意办理需要的两项')
  press('发给这 1 家银行')
  await screen.findByText('临湖银行的产品刚下架，换一款再发')
  expect(isOn('把这份需求交给临湖银行')).toBe('true')
  expect(went).toEqual([])
})

test('where nothing can be picked it says why', async () => {
  serve(aDemand())
  render(<FinancingPicksPage />)
  await screen.findByText('现在不能选银行')
})
