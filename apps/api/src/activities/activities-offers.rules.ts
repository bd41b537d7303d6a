import type { ActivityState, SignUpAction, SignUpState } from '@dangqun/contracts/activities/vocabulary'
import { mayCancel, type ActivityTimes } from './activities.rules.js'

export interface StoredSignUp {
  readonly state: SignUpState
  /** Until when the place is held; null unless offered. */
  readonly offerUntil: Date | null
}

/** The state that counts now: an offer is over at its end, whether or not a job has said so yet. */
export function stateNow({ state, offerUntil }: StoredSignUp, now: Date): SignUpState {
  return state === 'offered' && (offerUntil === null || now >= offerUntil) ? 'lapsed' : state
}

/**
 * Until when a free place is held for the first in line (DOMAIN.md §3: 30 minutes).
 * Null when the activity starts before an answer could be waited for: the place is given at once.
 */
export function heldUntil(startsAt: Date, holdMinutes: number, now: Date): Date | null {
  const until = new Date(now.getTime() + holdMinutes * 60_000)
  return until < startsAt ? until : null
}

/** An offer can be answered while the activity is still to come, and until its end. */
export function mayAnswer(signUp: StoredSignUp, activity: { readonly state: ActivityState }, now: Date): boolean {
  return stateNow(signUp, now) === 'offered' && (activity.state === 'published' || activity.state === 'closed')
}

/** What the person may do with a sign-up now. */
export function signUpActionsNow(signUp: StoredSignUp, activity: ActivityTimes & { readonly state: ActivityState }, now: Date): SignUpAction[] {
  if (mayAnswer(signUp, activity, now)) return ['accept', 'decline']
  return mayCancel(stateNow(signUp, now), activity, now) ? ['cancel'] : []
}
