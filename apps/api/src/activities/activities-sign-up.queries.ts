import type { Answers, Question, StoredForm } from '@dangqun/contracts/activities/form/schemas'
import type { SignUp } from '@dangqun/contracts/activities/schemas'
import type { SignUpState } from '@dangqun/contracts/activities/vocabulary'
import type { EntityManager } from 'typeorm'
import { shanghaiIso } from '../platform/clock/clock.js'
import { signUpActionsNow, stateNow } from './activities-offers.rules.js'
import { activityColumns, camel, type ActivityListRow } from './activities.queries.js'

export interface SignUpListRow {
  id: string
  activityId: string
  state: SignUpState
  ticket: string
  offerUntil: Date | null
  createdAt: Date
  /** Null unless attended. */
  checkedInAt: Date | null
  /** On the waitlist, from 1; null in other states. */
  rank: number | null
}

const rank = `(select count(*)::int from sign_ups w where w.center_id = s.center_id and w.activity_id = s.activity_id and w.state = 'waitlisted' and w.number <= s.number)`
const rankIfWaiting = `case when s.state = 'waitlisted' then ${rank} end as rank`
const checkedInAt = `case when s.state = 'attended' then (select c.at from check_ins c where c.center_id = s.center_id and c.sign_up_id = s.id and c.undone_at is null) end as "checkedInAt"`
export const signUpColumns = `s.id, s.activity_id as "activityId", s.state, s.ticket, s.offer_until as "offerUntil", s.created_at as "createdAt", ${checkedInAt}, ${rankIfWaiting}`
export const active = `('confirmed', 'waitlisted', 'offered', 'attended', 'absent')`

/** An offer that is over is none, whether or not a job has said so yet. */
export const stands = (now: string) => `(s.state in ${active} and (s.offer_until is null or s.offer_until > ${now}))`
const stateAt = (now: string) => `case when s.offer_until <= ${now} then 'lapsed' else s.state end`

const nestedColumns = activityColumns.map((column) => `a.${column} as "a_${camel(column)}"`).join(', ')

/** A person's standing sign-up for an activity. */
export async function findMySignUp(manager: EntityManager, activityId: string, accountId: string, now: Date): Promise<SignUpListRow | null> {
  const [row]: SignUpListRow[] = await manager.query(
    `select ${signUpColumns} from sign_ups s join persons p on p.center_id = s.center_id and p.id = s.person_id
     where s.center_id = current_center() and s.activity_id = $1 and p.account_id = $2 and ${stands('$3')}`,
    [activityId, accountId, now],
  )
  return row ?? null
}

/** One sign-up of this account, whatever its state. */
export async function findOwnSignUp(manager: EntityManager, signUpId: string, accountId: string): Promise<SignUpListRow | null> {
  const [row]: SignUpListRow[] = await manager.query(
    `select ${signUpColumns} from sign_ups s join persons p on p.center_id = s.center_id and p.id = s.person_id
     where s.center_id = current_center() and s.id = $1 and p.account_id = $2`,
    [signUpId, accountId],
  )
  return row ?? null
}

/** Locks a sign-up and answers its state now. Lock its activity first: everyone takes the two in this order. */
export async function lockSignUp(manager: EntityManager, signUpId: string): Promise<{ state: SignUpState; offerUntil: Date | null }> {
  const [row]: { state: SignUpState; offerUntil: Date | null }[] = await manager.query('select state, offer_until as "offerUntil" from sign_ups where center_id = current_center() and id = $1 for update', [signUpId])
  if (!row) throw new Error('a sign-up went away: none is ever deleted')
  return row
}

/** `upcoming`: standing, or lost because the activity was called off, soonest first; `past`: the rest, latest first. */
export function listMySignUps(manager: EntityManager, accountId: string, when: 'upcoming' | 'past', after: { startsAt: string; id: string } | null, now: Date, most: number): Promise<(SignUpListRow & { a: ActivityListRow })[]> {
  const upcoming = when === 'upcoming'
  const current = `(a.ends_at > $2 and (${stands('$2')} or a.state = 'cancelled'))`
  const direction = upcoming ? 'asc' : 'desc'
  return manager
    .query(
      `select ${signUpColumns}, ${nestedColumns}
       from sign_ups s
       join persons p on p.center_id = s.center_id and p.id = s.person_id
       join activities a on a.center_id = s.center_id and a.id = s.activity_id
       where s.center_id = current_center() and p.account_id = $1 and ${upcoming ? current : `not ${current}`}
         and ($4::uuid is null or (a.starts_at, s.id) ${upcoming ? '>' : '<'} ($3::timestamptz, $4::uuid))
       order by a.starts_at ${direction}, s.id ${direction} limit $5`,
      [accountId, now, after?.startsAt ?? null, after?.id ?? null, most],
    )
    .then((rows: Record<string, unknown>[]) =>
      rows.map((row) => ({ ...(row as unknown as SignUpListRow), a: Object.fromEntries(activityColumns.map(camel).map((name) => [name, row[`a_${name}`]])) as unknown as ActivityListRow })),
    )
}

export interface MyFormRow {
  signUpId: string
  guardian: string | null
  answers: Answers
  questions: Question[]
}

export function listMyForms(manager: EntityManager, accountId: string): Promise<MyFormRow[]> {
  return manager.query(
    `select f.sign_up_id as "signUpId", f.guardian, f.answers, a.questions
     from persons p
     join sign_ups s on s.center_id = p.center_id and s.person_id = p.id
     join activities a on a.center_id = s.center_id and a.id = s.activity_id
     join sign_up_forms f on f.center_id = s.center_id and f.sign_up_id = s.id
     where p.center_id = current_center() and p.account_id = $1`,
    [accountId],
  )
}

export interface StaffSignUpRow {
  id: string
  state: SignUpState
  number: string
  offerUntil: Date | null
  personId: string
  name: string | null
  /** Sealed. */
  phone: string | null
  /** Null when nothing was asked. */
  form: StoredForm | null
  createdAt: Date
}

/** The staff's list in the order of arrival; `ahead`: how many wait before the first row of the page. */
export async function listSignUps(manager: EntityManager, activityId: string, state: SignUpState | undefined, after: string | null, now: Date, most: number): Promise<{ rows: StaffSignUpRow[]; ahead: number }> {
  const rows: StaffSignUpRow[] = await manager.query(
    `select s.id, ${stateAt('$5')} as state, s.number, s.offer_until as "offerUntil", p.id as "personId", p.name, p.phone, s.created_at as "createdAt",
       case when f.sign_up_id is not null then jsonb_build_object('answers', f.answers, 'guardian', f.guardian, 'isInsuranceConfirmed', f.is_insurance_confirmed) end as form
     from sign_ups s join persons p on p.center_id = s.center_id and p.id = s.person_id
     left join sign_up_forms f on f.center_id = s.center_id and f.sign_up_id = s.id
     where s.center_id = current_center() and s.activity_id = $1 and ($2::text is null or ${stateAt('$5')} = $2) and ($3::bigint is null or s.number > $3)
     order by s.number limit $4`,
    [activityId, state ?? null, after, most, now],
  )
  const [first] = rows
  if (!first) return { rows, ahead: 0 }
  const [counted]: { ahead: number }[] = await manager.query(
    `select count(*)::int as ahead from sign_ups where center_id = current_center() and activity_id = $1 and state = 'waitlisted' and number < $2`,
    [activityId, first.number],
  )
  return { rows, ahead: counted?.ahead ?? 0 }
}

/** Ends every standing sign-up of an activity; @returns how many. */
export async function cancelAllSignUps(manager: EntityManager, activityId: string, now: Date): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `update sign_ups set state = 'cancelled', offer_until = null, changed_at = $2 where center_id = current_center() and activity_id = $1 and state in ('confirmed', 'waitlisted', 'offered')`,
    [activityId, now],
  )
  return count
}

/** A row as its person sees it. */
export function toSignUp(row: SignUpListRow, activity: Parameters<typeof signUpActionsNow>[1], now: Date): SignUp {
  const state = stateNow(row, now)
  return {
    id: row.id,
    activityId: row.activityId,
    state,
    position: row.rank,
    ticket: state === 'confirmed' ? row.ticket : null,
    offerUntil: state === 'offered' && row.offerUntil ? shanghaiIso(row.offerUntil) : null,
    checkedInAt: row.checkedInAt && shanghaiIso(row.checkedInAt),
    createdAt: shanghaiIso(row.createdAt),
    allowedActions: signUpActionsNow(row, activity, now),
  }
}
