import type { ActivityAllowedAction, ActivityState } from '@dangqun/contracts/activities/vocabulary'

export interface Visitor {
  readonly isSignedIn: boolean
  readonly managesActivities: boolean
  readonly recordsCheckIns: boolean
}

/** An activity that was never published is known to those who manage activities only. */
export function maySee(activity: { readonly publishedAt: Date | null }, visitor: Visitor): boolean {
  return activity.publishedAt !== null || visitor.managesActivities
}

/** Held and cancelled activities are history. */
export function isEditable(state: ActivityState): boolean {
  return state !== 'held' && state !== 'cancelled'
}

export function mayDo(action: ActivityAllowedAction, visitor: Visitor): boolean {
  if (action === 'check-in') return visitor.recordsCheckIns
  // Whoever is not signed in is shown the button too: pressing it leads to the login.
  return action === 'sign-up' || visitor.managesActivities
}
