import { decreeErrors, spansOf, toWorkdays, type DecreeSpan } from './centers-decree.rules'

const day = (date: string, isWorking = false, name = '元旦') => ({ date, isWorking, name })
const span = (changes: Partial<DecreeSpan> = {}): DecreeSpan => ({ name: '元旦', isWorking: false, from: '2027-01-01', to: '2027-01-03', ...changes })
const source = '国办发明电〔2026〕7号'
const errors = (...spans: DecreeSpan[]) => decreeErrors(2027, { spans, source })

test('days become spans and come back the same', () => {
  const days = [day('2027-01-01'), day('2027-01-02'), day('2027-01-03'), day('2027-01-09', true, '元旦调休'), day('2027-02-05', false, '春节'), day('2027-02-28', false, '春节'), day('2027-03-01', false, '春节')]
  expect(spansOf([...days].reverse())).toEqual([span(), span({ isWorking: true, name: '元旦调休', from: '2027-01-09', to: '2027-01-09' }), span({ name: '春节', from: '2027-02-05', to: '2027-02-05' }), span({ name: '春节', from: '2027-02-28', to: '2027-03-01' })])
  expect(toWorkdays({ spans: spansOf(days), source }).days).toEqual(days)
})

test('what cannot be is told at its place', () => {
  expect(errors(span())).toEqual({})
  expect(errors(span({ to: '2026-12-31' }))).toEqual({ 'spans.0.from': '结束不能早于开始' })
  expect(errors(span({ from: '2026-12-31' }))).toEqual({ 'spans.0.from': '要都在 2027 年，跨年的分到两年各写一段' })
  expect(errors(span(), span({ from: '2027-01-03', to: '2027-01-04' }))).toEqual({ 'spans.1.from': '和上面的日子重了' })
  expect(errors(span({ to: '2027-12-01' }))).toEqual({ 'spans.0.from': '一段最多 31 天，请核对日期' })
  expect(errors(span({ name: ' ', from: '' }))).toEqual({ 'spans.0.name': '请填写节日名称', 'spans.0.from': '请选择日期' })
  expect(errors(span({ isWorking: true, to: '2027-01-01' }))).toEqual({ spans: '至少要有一段放假' })
  expect(decreeErrors(2027, { spans: [span()], source: ' ' })).toHaveProperty('source')
})
