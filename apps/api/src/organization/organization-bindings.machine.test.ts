import { bindingActions, bindingStates } from '@dangqun/contracts/organization/bindings/vocabulary'
import { bindingActionsFrom, bindingTransitions, nextBindingState } from './organization-bindings.machine.js'

test('every state but the first is reached, and the ends are those intended', () => {
  const reached = new Set(Object.values(bindingTransitions).flatMap((from) => Object.values(from)))
  expect([...reached].sort()).toEqual(['confirmed', 'ended', 'refused'])
  expect(bindingStates.filter((state) => Object.keys(bindingTransitions[state]).length === 0)).toEqual(['refused', 'ended'])
})

test('a person withdraws, and does nothing else; staff do everything else', () => {
  for (const state of bindingStates) {
    const possible = bindingActions.filter((action) => nextBindingState(state, action) !== null)
    const [person, staff] = [bindingActionsFrom(state, 'person'), bindingActionsFrom(state, 'staff')]
    expect([...person, ...staff].sort()).toEqual([...possible].sort())
    expect(person.every((action) => action === 'withdraw')).toBe(true)
    expect(staff).not.toContain('withdraw')
  }
})
