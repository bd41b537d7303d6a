import '../platform/zod-under-csp'
import { actOnReferral } from '@dangqun/contracts/financing/referrals/schemas'
import { referralActionNeeds } from '@dangqun/contracts/financing/referrals/vocabulary'
import { aReferral } from '../../test/financing'
import { beginAct, checkAct, refusedFields, toAct, type ActValues } from './financing-referrals-act.rules'

const today = '2026-12-01'
const begin = (action: Parameters<typeof beginAct>[0], given: Partial<ActValues> = {}): ActValues => ({ ...beginAct(action, aReferral(), null, today), ...given })
const granted: Partial<ActValues> = { amount: '30', rate: '3.85', allIn: '4.2%', months: '12 个月', security: 'guarantee', validUntil: '2027-03-01' }

test('a grant is typed in 万元 and per cent and sent in fen and basis points', () => {
  const values = begin('grant', granted)
  expect(checkAct(referralActionNeeds.grant, values, today)).toEqual({})
  const body = toAct('grant', values, aReferral({ version: 7 }), null)
  expect(body).toEqual({ version: 7, grant: { amountFen: 30_000_000, rateBp: 385, allInBp: 420, months: 12, security: 'guarantee', validUntil: '2027-03-01' } })
  expect(actOnReferral.safeParse(body).success).toBe(true)
})

test('a grant begins with what was asked for, and is not sent with a figure missing, unreadable or out of bounds', () => {
  expect(begin('grant')).toMatchObject({ amount: '50', months: '12', security: 'credit', rate: '', validUntil: null })
  expect(checkAct(referralActionNeeds.grant, begin('grant'), today)).toEqual({ rate: '请填写利率', allIn: '请填写综合年化利率', validUntil: '请选择批准有效到哪天' })
  const wrong = checkAct(referralActionNeeds.grant, begin('grant', { ...granted, amount: '五十', rate: '25', allIn: '4.355', months: '1.5', security: null, validUntil: '2026-11-30' }), today)
  expect(wrong).toEqual({ amount: '只填数字，单位是万元，例如 50 或 12.5', rate: '最高 24%', allIn: '只填数字，最多两位小数，例如 4.35', months: '只填整月数，例如 12', security: '请选择担保方式', validUntil: '不能早于今天' })
  expect(checkAct(referralActionNeeds.grant, begin('grant', { ...granted, amount: '10001' }), today)).toEqual({ amount: '最多 1 亿元' })
})

test('an all-in rate is never below the nominal one', () => {
  const of = (rate: string, allIn: string) => checkAct(referralActionNeeds.grant, begin('grant', { ...granted, rate, allIn }), today)
  expect(of('4.35', '4.2')).toEqual({ allIn: '综合年化利率包含全部费用，不会低于名义利率，请核对有没有填反' })
  expect([of('4.35', '4.35'), of('4.35', '4.36')]).toEqual([{}, {}])
})

test('materials begin as the product has them, one a line', () => {
  const values = begin('contact')
  expect(values.materials).toBe('营业执照\n近一年流水')
  expect(toAct('contact', { ...values, materials: '营业执照\n\n 租赁合同 ' }, aReferral(), null)).toEqual({ version: 3, materials: ['营业执照', '租赁合同'] })
})

test('an answer is 齐全, or a list that is not empty', () => {
  const parts = referralActionNeeds['answer-materials']
  expect(checkAct(parts, begin('answer-materials'), today)).toEqual({ isComplete: '请选择材料是否齐全' })
  expect(checkAct(parts, begin('answer-materials', { isComplete: false, gaps: ' \n' }), today)).toEqual({ gaps: '请把缺的材料一次列全，一行一项' })
  expect(checkAct(parts, begin('answer-materials', { isComplete: false, gaps: '长'.repeat(41) }), today)).toEqual({ gaps: '最多 40 个字' })
  expect(toAct('answer-materials', begin('answer-materials', { isComplete: false, gaps: '租赁合同；公章' }), aReferral(), null)).toEqual({ version: 3, answer: { gaps: ['租赁合同', '公章'] } })
  // What was typed before somebody chose 齐全 is not sent along.
  expect(toAct('answer-materials', begin('answer-materials', { isComplete: true, gaps: '租赁合同' }), aReferral(), null)).toEqual({ version: 3, answer: { gaps: [] } })
})

test('a drawdown lies not in the future; one that is disputed begins with what was reported', () => {
  const values = begin('report-drawdown', { amount: '30', allIn: '4.2', drawnOn: '2026-12-02' })
  expect(checkAct(referralActionNeeds['report-drawdown'], values, today)).toEqual({ drawnOn: '不能晚于今天' })
  const drawdown = { id: 'd', state: 'reported' as const, by: 'firm' as const, amountFen: 30_000_000, allInBp: 420, drawnOn: '2026-11-20', disputed: null, dueAt: null, allowedActions: [] }
  const disputed = beginAct('dispute-drawdown', aReferral(), drawdown, today)
  expect(toAct('dispute-drawdown', { ...disputed, amount: '28' }, aReferral(), drawdown)).toEqual({ version: 3, drawdownId: 'd', drawdown: { amountFen: 28_000_000, allInBp: 420, drawnOn: '2026-11-20' } })
  expect(beginAct('reconcile-drawdown', aReferral(), drawdown, today)).toMatchObject({ amount: '', allIn: '', drawnOn: null })
})

test('a claim names a product only when one was chosen', () => {
  expect(toAct('claim', begin('claim'), aReferral(), null)).toEqual({ version: 3 })
  expect(toAct('claim', begin('claim', { productId: 'p' }), aReferral(), null)).toEqual({ version: 3, productId: 'p' })
})

test('the server’s words stand at the field they are about', () => {
  expect(refusedFields({ 'grant.validUntil': '太久了', 'materials.3': '最多 40 个字', version: 'x' })).toEqual({ validUntil: '太久了', materials: '最多 40 个字' })
})
