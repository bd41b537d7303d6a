import { aDrawdown } from '../../test/financing'
import { checkFigures, firstFigures, sayDrawdown, toFigures } from './financing-drawdown.rules'

const day = '2026-11-26'

test('the form begins with what the bank granted, or with what was reported', () => {
  expect(firstFigures({ amountFen: 48_500_000, allInBp: 470 }, day)).toEqual({ amountWan: '48.5', allIn: '4.70', drawnOn: day })
  expect(firstFigures(aDrawdown(), day)).toEqual({ amountWan: '50', allIn: '4.70', drawnOn: '2026-11-20' })
  expect(firstFigures(null, day)).toEqual({ amountWan: '', allIn: '', drawnOn: day })
})

test.each([
  [{ amountWan: '', allIn: '', drawnOn: '' }, { amountWan: '请填写放了几万元，如 30', allIn: '请填写综合年化，最多两位小数，如 4.35', drawnOn: '请选择放款日期' }],
  [{ amountWan: '0.05', allIn: '4.355', drawnOn: '2026-11-27' }, { amountWan: '请填写放了几万元，如 30', allIn: '请填写综合年化，最多两位小数，如 4.35', drawnOn: '不能晚于今天' }],
  [{ amountWan: '10001', allIn: '36.01', drawnOn: day }, { amountWan: '最多 1 亿元', allIn: '最高 36%' }],
  [{ amountWan: '３０', allIn: '4.35%', drawnOn: day }, {}],
])('%o', (typed, wrong) => {
  expect(checkFigures(typed, day)).toEqual(wrong)
})

test('figures are whole fen and basis points', () => {
  expect(toFigures({ amountWan: '28.35', allIn: '4.35', drawnOn: day })).toEqual({ amountFen: 28_350_000, allInBp: 435, drawnOn: day })
  expect(toFigures({ amountWan: '1.1', allIn: '0.29', drawnOn: day })).toEqual({ amountFen: 1_100_000, allInBp: 29, drawnOn: day })
  expect(sayDrawdown(aDrawdown())).toBe('50 万元，综合年化 4.70%，11 月 20 日放款')
})
