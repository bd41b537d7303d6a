import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Match, Matches, Need } from '@dangqun/contracts/financing/schemas'
import { session } from '@/platform/session'
import { drafts } from '@/platform/use-draft'
import { answerWith, asked, openWith, turn, went, type Answer } from '../../../../test/taro'
import { comparedChoice, needChoice } from '../../financing-choice.store'
import type { HandedOver } from '../../financing-hand-over.store'
import { firstDraft, toNeed } from '../../financing-need.rules'
import MatchesPage from './index'

const bank = { id: '01a20e5a-a4af-7bdb-ba09-0000000000b1', name: '徽远银行', kind: '城市商业银行' }
const fit = (number: number, name: string, allInPpm: number): Match => ({
  product: { id: `01a20e5a-a4af-7bdb-ba09-00000000000${number}`, number, name, bank, nominalLowBp: 420, nominalHighBp: 420, hasOwnerGuarantee: false, securities: ['credit'], promisedDays: 3 },
  outcome: 'fits', rank: number, scoreHundredths: 8000, parts: null, mark: null, reasons: ['信用贷款，不用抵押'], notes: [], failures: [], missing: [], change: null,
  cost: { amountFen: 30_000_000, months: 12, repayment: 'equal_instalments', allInPpm, totalCostFen: 700_000, interestFen: 700_000, feesFen: 0, monthlyCostFen: 58_333, payments: '每月还 25,583.33 元' },
})
const unfit: Match = { ...fit(3, '老店贷', 50_000), outcome: 'fails', rank: null, cost: null, failures: [{ rule: 'founded', words: '成立 8 个月，要求满 12 个月' }], change: '等到 2027 年 3 月 10 日，就符合条件' }
const pending: Match = { ...fit(4, '税信贷', 41_000), outcome: 'unknown', rank: null, missing: ['taxGrade'] }
const ranking = (...items: Match[]): Matches => ({ algorithm: { version: 1, lprOn: '2026-11-20', lpr1yBp: 300 }, items, nextAnswer: items.some(({ outcome }) => outcome === 'unknown') ? 'taxGrade' : null })
const ok = (data: unknown): Answer => ({ statusCode: 200, data })
/** What has been answered runs to its end: a timer comes after every promise. */
const everythingAnswered = () => act(() => new Promise((resolve) => setTimeout(resolve)))
const needs = () => asked.map(({ data }) => data as Need)

beforeEach(() => {
  openWith({ center: 'shangbai' })
  needChoice.set(toNeed(firstDraft))
  comparedChoice.set([])
})

test('without a need it leads to the question', () => {
  needChoice.set(null)
  render(<MatchesPage />)
  expect(screen.getByText('还没有说需要多少')).toBeTruthy()
  expect(asked).toEqual([])
})

test('what fits stands by rank with its whole cost, what does not says why and what would help', async () => {
  answerWith(() => ok(ranking(fit(1, '商户信用贷', 46_999), fit(2, '快易贷', 61_234), pending, unfit)))
  render(<MatchesPage />)
  await screen.findByText('找到 2 款合适的贷款')
  expect(screen.getByText('4.70%')).toBeTruthy()
  expect(screen.getByText('1. 徽远银行 · 商户信用贷')).toBeTruthy()
  expect(screen.queryByText('成立 8 个月，要求满 12 个月')).toBeNull()
  fireEvent.click(screen.getByText('看原因'))
  expect(screen.getByText('成立 8 个月，要求满 12 个月')).toBeTruthy()
  expect(screen.getByText('等到 2027 年 3 月 10 日，就符合条件')).toBeTruthy()
  expect(screen.getByText('匹配结果仅供参考，审批以银行为准；本平台不收费、不担保、不承诺获批。')).toBeTruthy()
})

test('its sliders follow the phone into the dark', async () => {
  answerWith(() => ok(ranking(fit(1, '商户信用贷', 46_999))))
  render(<MatchesPage />)
  const colours = () => ['借多少', '借多久'].map((label) => screen.getByLabelText(label).getAttribute('color'))
  await screen.findByText('1. 徽远银行 · 商户信用贷')
  expect(colours()).toEqual(['#c7161d', '#c7161d'])
  act(() => turn('dark'))
  expect(colours()).toEqual(['#ff8a80', '#ff8a80'])
})

test('a slider that moves asks anew; the old ranking stays until the new one is here, and an answer that was overtaken is dropped', async () => {
  const waiting: ((answer: Answer) => void)[] = []
  answerWith(() => new Promise<Answer>((resolve) => waiting.push(resolve)))
  render(<MatchesPage />)
  await waitFor(() => expect(waiting).toHaveLength(1))
  waiting[0]?.(ok(ranking(fit(1, '商户信用贷', 46_999))))
  await screen.findByText('1. 徽远银行 · 商户信用贷')

  const slider = screen.getByLabelText('借多久')
  fireEvent.change(slider, { target: { value: '7' } })
  await waitFor(() => expect(waiting).toHaveLength(2))
  expect(screen.getByText('1. 徽远银行 · 商户信用贷')).toBeTruthy()
  expect(screen.getByText('正在按新的条件比较…')).toBeTruthy()
  fireEvent.change(slider, { target: { value: '8' } })
  await waitFor(() => expect(waiting).toHaveLength(3))
  waiting[2]?.(ok(ranking(fit(1, '续贷通', 44_000))))
  await screen.findByText('1. 徽远银行 · 续贷通')
  waiting[1]?.(ok(ranking(fit(1, '快易贷', 61_234))))
  await everythingAnswered()
  expect(screen.getByText('已按上面的条件比较')).toBeTruthy()
  expect(screen.queryByText('1. 徽远银行 · 快易贷')).toBeNull()
  expect(needs().map(({ months }) => months)).toEqual([12, 24, 36])
})

test('one more answer decides more products; two that were chosen are laid side by side', async () => {
  answerWith(({ data }) => ok((data as Need).taxGrade ? ranking(fit(1, '商户信用贷', 46_999), fit(2, '税信贷', 41_000)) : ranking(fit(1, '商户信用贷', 46_999), pending)))
  render(<MatchesPage />)
  await screen.findByText('补充后可判断 1 款')
  fireEvent.click(screen.getByRole('button', { name: /^再答一题/ }))
  fireEvent.click(screen.getByText('B 级'))
  await screen.findByText('找到 2 款合适的贷款')
  const [first, second] = screen.getAllByText('加入对比')
  fireEvent.click(first as HTMLElement)
  expect(screen.getByText('再选一款就能对比')).toBeTruthy()
  fireEvent.click(second as HTMLElement)
  fireEvent.click(screen.getByText('并排对比 2 款'))
  expect(went).toEqual(['/financing/pages/compare/index?center=shangbai'])
})

test('the need goes to the form with what was laid side by side; it is kept, and in no address', async () => {
  session.begin('a-token', 'an-account')
  answerWith(() => ok(ranking(fit(1, '商户信用贷', 46_999), fit(2, '快易贷', 61_234))))
  render(<MatchesPage />)
  fireEvent.click((await screen.findAllByText('加入对比'))[0] as HTMLElement)
  fireEvent.click(screen.getByText('把需求发给银行'))
  await waitFor(() => expect(went).toEqual(['/financing/pages/demand-form/index?center=shangbai']))
  const kept = drafts.find('demand need shangbai', session.owner())?.value as HandedOver
  expect(kept.need).toEqual(toNeed(firstDraft))
  expect(kept.wishes.map(({ name }) => name)).toEqual(['徽远银行 · 商户信用贷'])
})

test('without an answer it says so and can be asked again', async () => {
  answerWith(() => ({ statusCode: 409, data: { error: { code: 'financing.noLpr', message: '中心还没有录入 LPR，请联系工作人员' } } }))
  render(<MatchesPage />)
  await screen.findByText('中心还没有录入 LPR，请联系工作人员')
  answerWith(() => ok(ranking(fit(1, '商户信用贷', 46_999))))
  fireEvent.click(screen.getByText('重试'))
  await screen.findByText('找到 1 款合适的贷款')
})
