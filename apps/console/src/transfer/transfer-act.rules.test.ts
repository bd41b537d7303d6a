import { transferActionNeeds, transferActionOffers, type TransferActCase } from '@dangqun/contracts/transfer/vocabulary'
import { checkAct, emptyAct, refusedFields, toAct, type ActValues } from './transfer-act.rules'

const today = '2026-12-01'
const filled = (given: Partial<ActValues>): ActValues => ({ ...emptyAct(today, 30), ...given })
const onPaper: TransferActCase = { state: 'endorsed', direction: 'out', kind: 'cross_province_paper', letterValidUntil: null }

test('a letter’s number is typed twice, and spaces of the blank do not count', () => {
  const parts = transferActionNeeds('issue', onPaper)
  expect(checkAct(parts, filled({ number: '皖0001', numberAgain: '皖0002' }), today)).toEqual({ numberAgain: '两次填写的编号不一样，请对照介绍信再填' })
  const values = filled({ number: ' 皖 0001', numberAgain: '皖0001' })
  expect(checkAct(parts, values, today)).toEqual({})
  expect(toAct(parts, values, 4)).toEqual({ version: 4, letter: { number: '皖0001', issuedOn: today, validDays: 30 } })
})

test('other reasons explain themselves, R99 is explained', () => {
  const parts = transferActionNeeds('return', { ...onPaper, state: 'submitted' })
  expect(checkAct(parts, filled({}), today)).toEqual({ reason: '请选择原因' })
  expect(checkAct(parts, filled({ reason: 'R01' }), today)).toEqual({})
  expect(checkAct(parts, filled({ reason: 'R99' }), today)).toHaveProperty('comment')
})

test('a branch of ours by its id, another one by its name', () => {
  const parts = transferActionNeeds('assign', { ...onPaper, state: 'accepted' })
  expect(checkAct(parts, filled({}), today)).toHaveProperty('branchId')
  expect(toAct(parts, filled({ branchName: ' 张江第三支部 ' }), 1)).toEqual({ version: 1, branchName: '张江第三支部' })
  expect(toAct(parts, filled({ branchId: 'b', branchName: 'x' }), 1)).toEqual({ version: 1, branchId: 'b' })
})

test('who accepts may hand the placing to a branch, and need not', () => {
  const incoming: TransferActCase = { ...onPaper, state: 'receiving', direction: 'in' }
  const [parts, offers] = [transferActionNeeds('accept', incoming), transferActionOffers('accept', incoming)]
  expect(checkAct(parts, filled({}), today)).toEqual({})
  expect(toAct(parts, filled({}), 1, offers)).toEqual({ version: 1 })
  expect(toAct(parts, filled({ branchId: 'b' }), 1, offers)).toEqual({ version: 1, branchId: 'b' })
  expect(transferActionOffers('accept', { ...onPaper, state: 'endorsed', direction: 'internal' })).toEqual([])
})

test('missing items are lines', () => {
  const parts = transferActionNeeds('request-supplement', { ...onPaper, state: 'archive_check' })
  expect(toAct(parts, filled({ missingItems: '入党志愿书\n\n转正申请；' }), 1)).toEqual({ version: 1, missingItems: ['入党志愿书', '转正申请'] })
})

test('an online case asks for no letter; a late acceptance asks for the day of its receipt', () => {
  expect(transferActionNeeds('issue', { ...onPaper, kind: 'in_province' })).toEqual([])
  expect(checkAct(transferActionNeeds('accept', { ...onPaper, state: 'expired' }), filled({}), today)).toEqual({ receiptOn: '请选择回执上的日期' })
})

test('the server’s words stand at the field they are about', () => {
  expect(refusedFields({ 'letter.issuedOn': '开具日期不能晚于今天', version: 'x' })).toEqual({ issuedOn: '开具日期不能晚于今天' })
})
