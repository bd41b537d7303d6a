import { transferStates } from '@dangqun/contracts/transfer/vocabulary'
import { aTransfer, anEndorsedTransfer } from '../../test/transfers'
import { advice, aheadOf, headline, sayConsentEnd, sayOtherSide, sayStep, sayTaken, shortName, summaryLine } from './transfer-words.rules'

test('a name on a seal is said as people say it', () => {
  expect(shortName('中国共产党尚百商圈商户联合支部委员会')).toBe('尚百商圈商户联合党支部')
  expect(shortName('中国共产党合肥经济技术开发区尚百商圈总支部委员会')).toBe('合肥经济技术开发区尚百商圈党总支')
  expect(shortName('中国共产党云海社区委员会')).toBe('云海社区党委')
  expect(shortName('中国共产党合肥经济技术开发区莲花社区委员会')).toBe('莲花社区党委')
  expect(shortName('中共上海市浦东新区张江镇委员会')).toBe('张江镇党委')
  expect(shortName('中国共产党合肥市公安局经济技术开发区分局委员会')).toBe('合肥市公安局经济技术开发区分局党委')
  expect(shortName('张江科学城综合党委')).toBe('张江科学城综合党委')
})

test('the headline counts steps as people do: receiving a letter and accepting is one', () => {
  const issuing = anEndorsedTransfer()
  expect(headline(issuing)).toBe('还差 2 步：等莲花社区党委开具介绍信')
  const holder = { office: 'receiving_committee' as const, name: '莲花社区党委' }
  expect(headline({ ...issuing, state: 'issued', holder, ahead: issuing.ahead.slice(1) })).toBe('还差 1 步：等莲花社区党委接收')
  expect(headline({ ...issuing, state: 'receiving', holder, ahead: issuing.ahead.slice(2) })).toBe('还差 1 步：等莲花社区党委接收')
  expect(aheadOf(issuing).map(({ state }) => state)).toEqual(['issued', 'accepted'])
})

test('one line of the home page names the day, and a day that went by', () => {
  expect(summaryLine(anEndorsedTransfer({ state: 'issued', holder: { office: 'receiving_committee', name: '莲花社区党委' } }))).toBe('等莲花社区党委接收，最晚 12 月 3 日')
  expect(summaryLine(anEndorsedTransfer({ isOverdue: true }))).toContain('已过 12 月 3 日')
  expect(summaryLine(aTransfer({ state: 'returned' }))).toBe('请补正后再提交')
})

test('online there is no letter, and within one committee neither', () => {
  const said = (kind: 'in_province' | 'internal', direction: 'out' | 'internal') => sayStep('endorsed', 'origin_committee', '莲花社区党委', { kind, direction })
  expect(said('in_province', 'out')).toBe('莲花社区党委在系统里转出')
  expect(said('internal', 'internal')).toBe('莲花社区党委批准调整')
  expect(sayStep('accepted', null, null, { kind: 'internal', direction: 'internal' })).not.toContain('回执')
  for (const kind of ['in_province', 'cross_province_online'] as const) {
    const taken = (action: 'issue' | 'reissue' | 'receive' | 'create') => sayTaken({ action, office: action === 'create' ? 'member' : 'receiving_committee', by: '莲花社区党委', from: 'issued' }, { kind })
    expect([taken('create'), taken('issue'), taken('reissue'), taken('receive')]).toEqual(['你开始填写', '莲花社区党委在系统里转出', '莲花社区党委在系统里重新转出', '莲花社区党委在系统里收到'])
    for (const state of transferStates) {
      const coming = aTransfer({ state, direction: 'in', kind, letterValidUntil: null })
      expect([headline(coming), advice(coming), summaryLine(coming), sayStep(state, 'origin_committee', '某党委', coming)].join()).not.toContain('介绍信')
    }
  }
})

test('what happened is said with who did it', () => {
  const { history } = anEndorsedTransfer()
  expect(history.map((step) => sayTaken(step, { kind: 'cross_province_paper' }))).toEqual(['你开始填写', '你已提交', '党群服务中心预审通过', '尚百商圈商户联合党支部同意'])
  expect(sayTaken({ action: 'expire', office: null, by: null, from: 'issued' }, { kind: 'cross_province_paper' })).toBe('介绍信过了有效期')
})

test.each(transferStates)('%s is worded for the person: a headline, and at every end or detour what comes next', (state) => {
  for (const direction of ['out', 'in', 'internal'] as const) {
    const transfer = aTransfer({ state, direction })
    expect(headline(transfer).length).toBeGreaterThanOrEqual(3)
    expect(headline(transfer)).not.toMatch(/undefined|null|R\d\d/)
    if (['draft', 'returned', 'placed', 'accepted', 'rejected', 'expired', 'withdrawn', 'refused', 'voided', 'closed', 'refusal_pending', 'rejection_pending'].includes(state)) expect(advice(transfer)).toMatch(/。$/)
  }
})

test('whither or whence', () => {
  expect(sayOtherSide({ direction: 'out', otherSide: '张江科学城综合党委' })).toBe('去往 张江科学城综合党委')
  expect(sayOtherSide({ direction: 'in', otherSide: '南京市某街道党工委' })).toBe('来自 南京市某街道党工委')
  expect(sayOtherSide({ direction: 'out', otherSide: null })).toBeNull()
})

test('withdrawing consent tells that the case goes on, whether the letter holds, and what is hidden', () => {
  const letter = { number: '皖0001', issuedOn: '2026-11-20', validDays: 30, validUntil: '2026-12-20', replaces: null, isVoid: false }
  expect(sayConsentEnd({ state: 'issued', letters: [letter] })).toMatch(/^接转不会停：开出的介绍信照常有效，剩下的手续到柜台用纸质办。/)
  expect(sayConsentEnd({ state: 'expired', letters: [letter] })).not.toContain('介绍信')
  expect(sayConsentEnd({ state: 'accepted', letters: [] })).not.toContain('介绍信')
  expect(sayConsentEnd({ state: 'closed', letters: [letter] })).toMatch(/^这件已经结束，结果不变。/)
  for (const state of ['issued', 'closed'] as const) expect(sayConsentEnd({ state, letters: [] })).toContain('撤回后不能恢复')
})
