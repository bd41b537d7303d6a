import type { Figures } from '@dangqun/contracts/financing/figures/schemas'
import { sayMonth } from '../platform/dates.rules'
import { monthBy, readSpan } from './financing-figures-span.rules'
import { cardsOf, sayReason, sayTenthHours, sayWan } from './financing-figures-words.rules'

const few: Figures = { demands: 3, firms: null, contacts: null, responsePermille: null, medianTenthHours: null, grantedFirms: null, grantedFen: null, disbursedFirms: null, disbursedFen: null, oneSidedFirms: null, oneSidedFen: null, weightedAllInBp: null, firstLoanFirms: null, unsecuredPermille: null }

test('what is not told says so, a nought is a figure, and a rate of nothing is no secret', () => {
  const cards = (figures: Figures) => Object.fromEntries([...cardsOf(figures).way, ...cardsOf(figures).quality].map(({ label, words }) => [label, words]))
  expect(cards(few)).toMatchObject({ 融资需求: '3 件', 批准: '少于 5 家，不显示', 加权综合年化: '少于 5 家，不显示' })
  expect(cards({ ...few, firstLoanFirms: 0, disbursedFirms: 0, disbursedFen: 0, contacts: 0 })).toMatchObject({ 首贷企业: '0 家', 加权综合年化: '没有', '不用抵押、质押': '没有', 按时联系: '没有' })
})

test('hours turn into days, fen into 万', () => {
  expect([0, 4, 35, 479, 480].map(sayTenthHours)).toEqual(['3 分钟', '24 分钟', '3.5 小时', '47.9 小时', '2 天'])
  expect([sayWan(125_050_000_000), sayWan(1_234_567)]).toEqual(['125,050 万元', '1.23 万元'])
})

test('a span runs forwards, over a new year too', () => {
  expect([monthBy('2026-01', -1), monthBy('2026-11', -11), monthBy('2026-12', 1)]).toEqual(['2025-12', '2025-12', '2027-01'])
  expect(readSpan(new URLSearchParams('from=2026-05&to=2026-07'), '2026-11')).toEqual({ from: '2026-05', to: '2026-07' })
  for (const address of ['', 'from=2026-08&to=2026-07', 'from=2026-13&to=2027-01']) expect(readSpan(new URLSearchParams(address), '2026-11')).toEqual({ from: '2025-12', to: '2026-11' })
  expect(readSpan(new URLSearchParams('from=2020-01&to=2026-11'), '2026-11')).toEqual({ from: '2024-12', to: '2026-11' })
  expect(readSpan(new URLSearchParams('from=2024-12&to=2026-11'), '2026-11')).toEqual({ from: '2024-12', to: '2026-11' })
  expect(sayMonth('2026-07')).toBe('2026 年 7 月')
})

test('a reason is said in the words of where it comes from', () => {
  expect([sayReason('decline', 'amount'), sayReason('not_drawn', 'not_needed'), sayReason('close', 'not_needed')]).toEqual(['额度', '不需要了', '暂时不需要了'])
})
