import { transferActions, transferClockActions, transferEnds, transferStates, type TransferState } from '@dangqun/contracts/transfer/vocabulary'
import { actorsOf, nextTransferState, transferActionsFrom, transferTransitions, whereItWas, type TransferStep } from './transfer.machine.js'

const steps: TransferStep[] = [...transferActions, ...transferClockActions]

test('every state is reached, from a draft or from an intake', () => {
  const reached = new Set<TransferState>(['draft', 'intake'])
  for (let before = 0; before < reached.size; ) {
    before = reached.size
    for (const state of reached) for (const target of Object.values(transferTransitions[state]) as (TransferState | typeof whereItWas)[]) if (target !== whereItWas) reached.add(target)
  }
  expect([...reached].sort()).toEqual([...transferStates].sort())
})

test('the ends are the intended ones, and from everywhere else an end is reached', () => {
  const ends = transferStates.filter((state) => Object.keys(transferTransitions[state]).length === 0)
  expect(ends).toEqual(transferEnds)
  const leads = new Set<TransferState>(ends)
  for (let before = 0; before < leads.size; ) {
    before = leads.size
    for (const state of transferStates) if (Object.values(transferTransitions[state]).some((target) => target !== whereItWas && leads.has(target))) leads.add(state)
  }
  expect(transferStates.filter((state) => !leads.has(state))).toEqual([])
})

test('what the table does not name does not exist', () => {
  for (const state of transferStates) {
    for (const step of steps) {
      const named = step in transferTransitions[state]
      expect(nextTransferState(state, step, 'endorsed') !== null).toBe(named)
    }
  }
})

test('a held case goes back to where it was, and nowhere when it is not known', () => {
  expect(nextTransferState('refusal_pending', 'overturn-refusal', 'prechecked')).toBe('prechecked')
  expect(nextTransferState('refusal_pending', 'lapse', 'endorsed')).toBe('endorsed')
  expect(nextTransferState('rejection_pending', 'overturn-rejection', 'archive_check')).toBe('archive_check')
  expect(nextTransferState('rejection_pending', 'overturn-rejection', null)).toBeNull()
})

test('every act of people has somebody who may do it, and a member can withdraw until a letter is issued', () => {
  for (const state of transferStates) for (const action of transferActionsFrom(state)) expect(actorsOf(state, action).length).toBeGreaterThan(0)
  expect(transferStates.filter((state) => actorsOf(state, 'withdraw').includes('member'))).toEqual(['intake', 'placed', 'draft', 'submitted', 'prechecked', 'endorsed', 'returned'])
})
