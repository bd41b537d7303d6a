import { demandStates } from '@dangqun/contracts/financing/demands/vocabulary'
import { centerTask, demandStepWords } from './financing-demands-words.rules'

test('the centre reads what to do about what waits for it, and nothing about the rest', () => {
  expect((['submitted', 'verified', 'open'] as const).map((state) => centerTask({ state, holder: 'center' }))).toEqual(['核对企业和需求', '录入 LPR', '没有银行接，打电话'])
  for (const state of demandStates) expect(centerTask({ state, holder: 'firm' })).toBeNull()
})

test('sent out again is not sent out', () => {
  expect([demandStepWords({ action: 'open', from: 'matched' }), demandStepWords({ action: 'open', from: 'open' }), demandStepWords({ action: 'match', from: 'verified' })]).toEqual(['发给银行', '再发给几家银行', '完成匹配'])
})
