import type { FieldError } from '@dangqun/contracts/kit/errors'
import type { ActivitiesErrorCode, ActivityAction, ActivityState, SignUpBlock, SignUpState } from '@dangqun/contracts/activities/vocabulary'
import type { ProfileField } from '@dangqun/contracts/organization/vocabulary'

/** The places of one activity. Invariant: nobody waits while a place is free, and `taken` ≤ `capacity`. */
export interface Seats {
  readonly capacity: number
  readonly taken: number
  readonly waiting: number
  /** The last number of the server's order of arrival. */
  readonly lastNumber: number
}

export interface Placement {
  readonly number: number
  readonly state: 'confirmed' | 'waitlisted'
  /** Rank on the waitlist; null when confirmed. */
  readonly position: number | null
}

/** Places for `count` arrivals in their order: first the free ones, then the end of the waitlist. */
export function admit(seats: Seats, count: number): { seats: Seats; placements: Placement[] } {
  const confirmed = Math.min(count, seats.capacity - seats.taken)
  const placements = Array.from({ length: count }, (_, index): Placement => ({
    number: seats.lastNumber + 1 + index,
    state: index < confirmed ? 'confirmed' : 'waitlisted',
    position: index < confirmed ? null : seats.waiting + 1 + index - confirmed,
  }))
  return { placements, seats: { ...seats, taken: seats.taken + confirmed, waiting: seats.waiting + count - confirmed, lastNumber: seats.lastNumber + count } }
}

/** One person leaves. Follow with `promote`. */
export function leave(seats: Seats, from: 'confirmed' | 'waitlisted'): Seats {
  return from === 'confirmed' ? { ...seats, taken: seats.taken - 1 } : { ...seats, waiting: seats.waiting - 1 }
}

/** How many of the waitlist move up now, from its front. */
export function promote(seats: Seats): { seats: Seats; count: number } {
  const count = Math.min(seats.capacity - seats.taken, seats.waiting)
  return { count, seats: { ...seats, taken: seats.taken + count, waiting: seats.waiting - count } }
}

/** Another capacity; null when more people than that hold a place already: nobody is sent away. */
export function resize(seats: Seats, capacity: number): Seats | null {
  return capacity < seats.taken ? null : { ...seats, capacity }
}

export interface ActivityTimes {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly signUpOpensAt: Date
  readonly signUpClosesAt: Date
  readonly cancelUntil: Date
}

/** Field errors of times that contradict each other, in the words of a form. */
export function contradictions(times: ActivityTimes): FieldError[] {
  const errors: FieldError[] = []
  if (times.endsAt <= times.startsAt) errors.push({ path: 'endsAt', message: '结束时间要晚于开始时间' })
  if (times.signUpClosesAt <= times.signUpOpensAt) errors.push({ path: 'signUpClosesAt', message: '报名截止要晚于报名开始' })
  if (times.signUpClosesAt > times.endsAt) errors.push({ path: 'signUpClosesAt', message: '报名截止不能晚于活动结束' })
  if (times.cancelUntil > times.endsAt) errors.push({ path: 'cancelUntil', message: '取消期限不能晚于活动结束' })
  return errors
}

/** Why nobody can sign up at this moment; null: one can (for a place or for the waitlist). */
export function signUpBlock(activity: ActivityTimes & { readonly state: ActivityState }, now: Date): SignUpBlock | null {
  if (activity.state === 'draft') return 'not_published'
  if (activity.state !== 'published') return activity.state
  if (now < activity.signUpOpensAt) return 'not_yet_open'
  if (now >= activity.signUpClosesAt) return 'window_over'
  return null
}

/** Why an action that the machine knows is refused at this moment; null: it is not. */
export function actionBlock(activity: ActivityTimes, action: ActivityAction, now: Date): ActivitiesErrorCode | null {
  if (action === 'publish' && now >= activity.signUpClosesAt) return 'activities.windowOver'
  if (action === 'hold' && now < activity.startsAt) return 'activities.notYetStarted'
  return null
}

/** What the activity asks and the person has not told yet. */
export function missingFields(asks: readonly ProfileField[], person: Readonly<Record<ProfileField, string | null>> | null): ProfileField[] {
  return asks.filter((field) => !person?.[field])
}

/** States that a person can still give up. */
export function isCancellable(state: SignUpState): state is 'confirmed' | 'waitlisted' {
  return state === 'confirmed' || state === 'waitlisted'
}

export function mayCancel(signUp: SignUpState, activity: ActivityTimes & { readonly state: ActivityState }, now: Date): boolean {
  return isCancellable(signUp) && (activity.state === 'published' || activity.state === 'closed') && now <= activity.cancelUntil
}
