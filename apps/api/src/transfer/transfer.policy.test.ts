import { transferOffices, transferStates } from '@dangqun/contracts/transfer/vocabulary'
import { transferActionsFrom } from './transfer.machine.js'
import { bulkActions, isSamePerson, mayAct, mayEdit, mayPrintLetter, mayReveal, officesOf, type CaseOffices, type Standing } from './transfer.policy.js'

const transfer: CaseOffices = {
  direction: 'out', memberAccountId: 'member', originBranchId: 'branch-a', originCommitteeId: 'committee-a', receivingBranchId: 'branch-b', receivingCommitteeId: 'committee-b', hasTwin: false,
}
const someone = (given: Partial<Standing>): Standing => ({ accountId: 'somebody', servesCenter: false, branchIds: [], committeeIds: [], ...given })

test('the tree decides who sits in which office', () => {
  expect(officesOf(transfer, someone({}))).toEqual([])
  expect(officesOf(transfer, someone({ accountId: 'member' }))).toEqual(['member'])
  expect(officesOf(transfer, someone({ servesCenter: true }))).toEqual(['center'])
  expect(officesOf(transfer, someone({ branchIds: ['branch-a'] }))).toEqual(['origin_branch'])
  expect(officesOf(transfer, someone({ committeeIds: ['committee-b'] }))).toEqual(['receiving_committee'])
  expect(officesOf(transfer, someone({ branchIds: ['branch-c'], committeeIds: ['committee-c'] }))).toEqual([])
})

test('an outside receiver’s acts are recorded by the origin committee, unless a centre of this system is there', () => {
  const outside = { ...transfer, receivingBranchId: null, receivingCommitteeId: null }
  const officer = someone({ committeeIds: ['committee-a'] })
  expect(officesOf(outside, officer)).toEqual(['origin_committee', 'receiving_committee', 'receiving_branch'])
  expect(officesOf({ ...outside, hasTwin: true }, officer)).toEqual(['origin_committee'])
  expect(officesOf(outside, someone({ branchIds: ['branch-a'] }))).toEqual(['origin_branch'])
})

test('nobody without an office may act, edit or reveal', () => {
  for (const state of transferStates) {
    for (const action of transferActionsFrom(state)) expect(mayAct(state, action, [])).toBe(false)
    expect(mayEdit(state, [])).toBe(false)
    expect(mayReveal(state, [])).toBe(false)
  }
})

test('each act is one office’s, or the member’s and the desk’s', () => {
  for (const state of transferStates) {
    for (const action of transferActionsFrom(state)) {
      const who = transferOffices.filter((office) => mayAct(state, action, [office]))
      expect(who.length === 1 || who.join() === 'member,center' || (state === 'intake' && action === 'refuse')).toBe(true)
    }
  }
})

test('a second opinion is another person’s', () => {
  expect(isSamePerson('confirm-refusal', 'a', 'a')).toBe(true)
  expect(isSamePerson('overturn-rejection', 'a', 'a')).toBe(true)
  expect(isSamePerson('confirm-refusal', 'b', 'a')).toBe(false)
  expect(isSamePerson('endorse', 'a', 'a')).toBe(false)
})

test('a letter is printed by the origin’s committee from its issue until the receiver has it, and in no other state', () => {
  const may = (state: (typeof transferStates)[number], given: Partial<{ direction: 'out' | 'in' | 'internal'; hasLetter: boolean; isRestricted: boolean }> = {}, office: (typeof transferOffices)[number] = 'origin_committee') =>
    mayPrintLetter(state, given.direction ?? 'out', given.hasLetter ?? true, given.isRestricted ?? false, [office])
  expect(transferStates.filter((state) => may(state))).toEqual(['issued'])
  expect(transferOffices.filter((office) => may('issued', {}, office))).toEqual(['origin_committee'])
  for (const given of [{ direction: 'in' }, { direction: 'internal' }, { hasLetter: false }, { isRestricted: true }] as const) expect(may('issued', given)).toBe(false)
})

test('in bulk one only agrees, and only where one may do it one by one', () => {
  const all = transferStates.flatMap((state) => transferOffices.flatMap((office) => bulkActions(state, [office]).map((action) => [state, office, action])))
  expect(all).toEqual([['submitted', 'center', 'precheck'], ['prechecked', 'origin_branch', 'endorse']])
})
