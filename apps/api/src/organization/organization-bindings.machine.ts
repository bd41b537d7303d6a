import { bindingActions, type BindingAction, type BindingState } from '@dangqun/contracts/organization/bindings/vocabulary'

/** From which state which action leads where. A person withdraws what is theirs, asked for or confirmed. */
export const bindingTransitions = {
  pending: { confirm: 'confirmed', refuse: 'refused', withdraw: 'ended' },
  confirmed: { end: 'ended', withdraw: 'ended' },
  refused: {},
  ended: {},
} as const satisfies Record<BindingState, Partial<Record<BindingAction, BindingState>>>

export function nextBindingState(state: BindingState, action: BindingAction): BindingState | null {
  return (bindingTransitions[state] as Partial<Record<BindingAction, BindingState>>)[action] ?? null
}

/** What somebody may do from a state: the person their own, staff the rest. */
export function bindingActionsFrom(state: BindingState, who: 'person' | 'staff'): BindingAction[] {
  return bindingActions.filter((action) => nextBindingState(state, action) !== null && (action === 'withdraw') === (who === 'person'))
}
