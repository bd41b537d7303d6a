import { versionActions, type VersionAction, type VersionState } from '@dangqun/contracts/financing/vocabulary'

/** A version on its way: what may happen to it, and what it is then. Approving one makes the one before `replaced`. */
export const versionMachine = {
  draft: { submit: 'submitted' },
  submitted: { approve: 'approved', return: 'returned' },
  returned: { submit: 'submitted' },
  approved: { withdraw: 'withdrawn' },
  replaced: {},
  withdrawn: {},
} as const satisfies Record<VersionState, Partial<Record<VersionAction, VersionState>>>

export function nextVersionState(state: VersionState, action: VersionAction): VersionState | null {
  const transitions: Partial<Record<VersionAction, VersionState>> = versionMachine[state]
  return transitions[action] ?? null
}

export function versionActionsFrom(state: VersionState): VersionAction[] {
  return versionActions.filter((action) => nextVersionState(state, action) !== null)
}

/** A version that may still be written. */
export function isOpen(state: VersionState): boolean {
  return state === 'draft' || state === 'returned'
}
