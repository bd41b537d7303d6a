import { referralActions, referralStates } from '@dangqun/contracts/financing/referrals/vocabulary'
import { aReferral } from '../../test/financing'
import { buttonsOf, declineWords, firmWords, holderWords, referralActionWords, referralEffect, referralStepWords, sharingWords } from './financing-referrals-words.rules'

test('a firm without a name is what it does', () => {
  expect(firmWords({ firmName: null, industry: '62' })).toBe('匿名企业 · 餐饮业')
  expect(firmWords({ firmName: null, industry: null })).toBe('匿名企业 · 行业未登记')
  expect(firmWords({ firmName: '一家店', industry: '62' })).toBe('一家店')
})

test('one key goes on, another ends it, and a drawdown’s acts stand beside the drawdown', () => {
  expect(buttonsOf({ allowedActions: ['decline', 'claim'] })).toEqual({ onward: 'claim', backward: 'decline', others: [] })
  expect(buttonsOf({ allowedActions: ['report-drawdown', 'confirm-drawdown', 'close', 'rate'] })).toEqual({ onward: 'report-drawdown', backward: undefined, others: ['close', 'rate'] })
  expect(buttonsOf({ allowedActions: [] })).toEqual({ onward: undefined, backward: undefined, others: [] })
})

test('every act that a bank or the centre does says what it means', () => {
  const ofFirms = ['consent', 'withdraw']
  for (const action of referralActions.filter((each) => !ofFirms.includes(each))) expect(referralEffect(action, aReferral())).not.toBeNull()
})

test('a bank reads why it sees no firm, in every state without consent', () => {
  for (const state of referralStates) for (const sharing of ['none', 'standing', 'lapsed', 'withdrawn'] as const) expect(sharingWords({ state, identity: null, sharing: { state: sharing, purposes: [], until: null, isRenewable: false }, isOpenToAll: true })).not.toBeNull()
  expect(sharingWords({ ...aReferral(), isOpenToAll: false })).toBeNull()
})

test('a step, a holder and a reason in words', () => {
  expect([referralStepWords({ action: 'consent', from: 'claimed' }), referralStepWords({ action: 'consent', from: 'materials' }), referralStepWords({ action: 'complete', from: 'materials' })]).toEqual(['授权这家银行', '续上授权', '没有答复，按齐全处理'])
  expect([holderWords('bank', 'bank'), holderWords('bank', 'center'), holderWords('center', 'center'), holderWords(null, 'bank')]).toEqual(['本行', '银行', '中心', ''])
  expect([referralActionWords('decline', 'offered'), referralActionWords('decline', 'materials')]).toEqual(['不接这一单', '不批准'])
  expect(declineWords('assessment')).toContain('由银行直接告诉你')
})
