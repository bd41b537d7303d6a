import { referralActions, referralClockActions, referralEnds, referralStates } from '@dangqun/contracts/financing/referrals/vocabulary'
import { aReferral } from '../../test/financing'
import { referralAdvice, referralAhead, sayReferralDue, sayReferralStep, sayWaiting } from './financing-referral.rules'

const referralLine = (referral: ReturnType<typeof aReferral>) => [sayWaiting(referral), sayReferralDue(referral)].filter(Boolean).join('，')

test('a bank’s line says who is awaited, what for and until when', () => {
  expect(referralLine(aReferral())).toBe('等徽远银行联系你，最晚 12 月 3 日')
  expect(referralLine(aReferral({ isOverdue: true }))).toBe('等徽远银行联系你，已过 12 月 3 日')
  expect(referralLine(aReferral({ state: 'claimed', holder: 'firm' }))).toBe('徽远银行想办，等你授权，最晚 12 月 3 日')
  expect(referralLine(aReferral({ state: 'materials', holder: 'firm', dueAt: null }))).toBe('材料还有缺，等你补齐')
  expect(referralLine(aReferral({ state: 'disbursed', holder: 'firm' }))).toBe('已放款，等你确认，最晚 12 月 3 日')
  expect(referralLine(aReferral({ state: 'disbursed', holder: 'firm', dueAt: null }))).toBe('已放款，都核对过了')
  expect(referralLine(aReferral({ state: 'declined', holder: null }))).toBe('徽远银行没有批准')
})

test.each(referralStates)('%s is worded for the firm, and nothing comes after an end', (state) => {
  for (const holder of ['firm', 'bank'] as const) {
    const referral = aReferral({ state, holder })
    expect(sayWaiting(referral)).not.toMatch(/undefined|null/)
    expect(referralAdvice(referral)).toMatch(/。$/)
    expect(referralAhead(referral).length > 0).toBe(!referralEnds.includes(state) && state !== 'disbursed')
  }
})

test('a refusal says its reason and what would help', () => {
  expect(referralAdvice(aReferral({ state: 'declined', declineCode: 'materials' }))).toBe('原因：材料。材料没有补齐。补齐后可以重新发给这家或另一家银行。')
})

test('every deed is worded; consent again is a renewal', () => {
  for (const action of [...referralActions, ...referralClockActions]) expect(sayReferralStep({ action, party: 'bank', from: 'offered', to: 'claimed' }, '徽远银行').length).toBeGreaterThan(3)
  expect(sayReferralStep({ action: 'consent', party: 'firm', from: 'claimed', to: 'consented' }, '徽远银行')).toBe('你授权了徽远银行')
  expect(sayReferralStep({ action: 'consent', party: 'firm', from: 'granted', to: 'granted' }, '徽远银行')).toBe('你续上了给徽远银行的授权')
  expect(sayReferralStep({ action: 'lapse', party: null, from: 'claimed', to: 'lapsed' }, '徽远银行')).toBe('到期没有授权，名额空出来了')
})
