import type { Question } from '@dangqun/contracts/activities/form/schemas'
import type { ActivityKind, ActivityState, SignUpState } from '@dangqun/contracts/activities/vocabulary'
import type { Programme } from '@dangqun/contracts/centers/vocabulary'
import type { ProfileField } from '@dangqun/contracts/organization/vocabulary'
import { makeTicket, ticketLength } from './activities-check-in.rules.js'
import type { Seeded } from '../platform/seeded/seeded.js'

/** A row of `activities`, by column. */
export interface PlainActivity {
  center_id: string
  id: string
  title: string
  programme: Programme
  kind: ActivityKind
  series_id: string | null
  description: string
  place: string
  starts_at: Date
  ends_at: Date
  capacity: number
  taken: number
  waiting: number
  last_number: number
  sign_up_opens_at: Date
  sign_up_closes_at: Date
  cancel_until: Date
  asks: ProfileField[]
  questions: readonly Question[]
  min_age: number | null
  max_age: number | null
  insurance_notice: string | null
  state: ActivityState
  scene_code: string | null
  published_at: Date | null
  created_at: Date
}

const hourMs = 3_600_000

/** A published activity in three days, open for sign-up, unless told otherwise. */
export function anActivity(seeded: Seeded, now: Date, given: Partial<PlainActivity> & { center_id: string }): PlainActivity {
  const startsAt = given.starts_at ?? new Date(now.getTime() + 72 * hourMs)
  const state = given.state ?? 'published'
  return {
    id: seeded.uuid(now),
    title: '午间急救培训',
    programme: 'together',
    kind: 'general',
    series_id: null,
    description: '',
    place: '二楼会议室',
    starts_at: startsAt,
    ends_at: new Date(startsAt.getTime() + 2 * hourMs),
    capacity: 30,
    taken: 0,
    waiting: 0,
    last_number: 0,
    sign_up_opens_at: new Date(Math.min(now.getTime(), startsAt.getTime()) - 24 * hourMs),
    sign_up_closes_at: startsAt,
    cancel_until: startsAt,
    asks: [],
    questions: [],
    min_age: null,
    max_age: null,
    insurance_notice: null,
    state,
    scene_code: null,
    published_at: state === 'draft' ? null : new Date(now.getTime() - 24 * hourMs),
    created_at: new Date(now.getTime() - 48 * hourMs),
    ...given,
  }
}

/** A row of `sign_ups`, by column. */
export interface PlainSignUp {
  center_id: string
  id: string
  activity_id: string
  person_id: string
  number: number
  state: SignUpState
  ticket: string
  created_at: Date
  changed_at: Date
}

/** Sign-ups of these persons in their order: places first, then the waitlist. Sets the activity's counters. */
export function signUpsFor(seeded: Seeded, activity: PlainActivity, personIds: readonly string[], from: Date): PlainSignUp[] {
  activity.taken = Math.min(personIds.length, activity.capacity)
  activity.waiting = personIds.length - activity.taken
  activity.last_number = personIds.length
  return personIds.map((personId, index) => {
    const at = new Date(from.getTime() + index * 97_000)
    return {
      center_id: activity.center_id, id: seeded.uuid(at), activity_id: activity.id, person_id: personId, number: index + 1,
      state: index < activity.capacity ? 'confirmed' : 'waitlisted', ticket: makeTicket(Array.from({ length: ticketLength - 1 }, () => seeded.int(0, 22))), created_at: at, changed_at: at,
    }
  })
}
