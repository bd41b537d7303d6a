import { transferActions } from '@dangqun/contracts/transfer/vocabulary'
import { actionWords, aheadWords, backwardAction, effectWords, onwardAction, stepWords } from './transfer-words.rules'

test('one key goes on, the other sends back, and neither does what is not allowed', () => {
  expect(onwardAction({ state: 'prechecked', allowedActions: ['return', 'refuse', 'endorse'] })).toBe('endorse')
  expect(backwardAction({ allowedActions: ['return', 'refuse', 'endorse'] })).toBe('return')
  expect(onwardAction({ state: 'draft', allowedActions: ['update'] })).toBeUndefined()
  expect(onwardAction({ state: 'expired', allowedActions: ['accept', 'reissue', 'void'] })).toBe('reissue')
  expect(onwardAction({ state: 'issued', allowedActions: ['reissue', 'void'] })).toBeUndefined()
})

test('an act is worded by where the case stands', () => {
  expect(actionWords('endorse', 'intake', { direction: 'in', kind: 'in_province' })).toBe('支部同意接收')
  expect(actionWords('refuse', 'intake', { direction: 'in', kind: 'in_province' })).toBe('不同意接收')
  expect(actionWords('refuse', 'endorsed', { direction: 'out', kind: 'in_province' })).toBe('不同意转出')
})

test('a step ahead is named by what is done in it, not by what was done before it', () => {
  const paper = { direction: 'out', kind: 'cross_province_paper' } as const
  expect((['prechecked', 'endorsed', 'issued', 'receiving', 'accepted'] as const).map((state) => aheadWords(state, paper))).toEqual(['支部审核', '开具介绍信', '收介绍信', '接收审核', '编入支部，寄回回执，办结'])
  expect(aheadWords('endorsed', { direction: 'internal', kind: 'internal' })).toBe('党委接收')
  expect(aheadWords('endorsed', { direction: 'out', kind: 'in_province' })).toBe('在系统里转出')
  expect(aheadWords('placed', { direction: 'in', kind: 'in_province' })).toBe('在系统里接收')
})

test('online nothing is said of a letter, neither where it is done nor in the history', () => {
  for (const kind of ['in_province', 'cross_province_online'] as const) {
    const online = { direction: 'in', kind } as const
    const said = transferActions.flatMap((action) => [actionWords(action, 'placed', online), stepWords({ action, from: 'placed' }, online), effectWords(action, { ...online, direction: 'out' }) ?? ''])
    expect(said.filter((words) => /介绍信|编号/.test(words))).toEqual([])
  }
  expect(actionWords('receive', 'placed', { direction: 'in', kind: 'cross_province_paper' })).toBe('收到介绍信')
})
