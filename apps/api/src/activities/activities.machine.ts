import type { ActivityAction, ActivityState } from '@dangqun/contracts/activities/vocabulary'

/** From which state which action leads where. `publish` out of `closed` opens sign-up again. */
export const activityTransitions = {
  draft: { publish: 'published', cancel: 'cancelled' },
  published: { close: 'closed', hold: 'held', cancel: 'cancelled' },
  closed: { publish: 'published', hold: 'held', cancel: 'cancelled' },
  held: {},
  cancelled: {},
} as const satisfies Record<ActivityState, Partial<Record<ActivityAction, ActivityState>>>

export type EnteredState = Exclude<ActivityState, 'draft'>

export function nextActivityState(state: ActivityState, action: ActivityAction): EnteredState | null {
  return (activityTransitions[state] as Partial<Record<ActivityAction, EnteredState>>)[action] ?? null
}

export function activityActionsFrom(state: ActivityState): ActivityAction[] {
  return Object.keys(activityTransitions[state]) as ActivityAction[]
}
