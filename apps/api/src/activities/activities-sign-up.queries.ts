import type { SignUpState } from '@dangqun/contracts/activities/vocabulary'
import type { EntityManager } from 'typeorm'
import { activityColumns, camel, type ActivityListRow } from './activities.queries.js'

export interface SignUpListRow {
  id: string
  activityId: string
  state: SignUpState
  ticket: string
  createdAt: Date
  /** On the waitlist, from 1; null in other states. */
  rank: number | null
}

const rank = `(select count(*)::int from sign_ups w where w.center_id = s.center_id and w.activity_id = s.activity_id and w.state = 'waitlisted' and w.number <= s.number)`
const rankIfWaiting = `case when s.state = 'waitlisted' then ${rank} end as rank`
export const signUpColumns = `s.id, s.activity_id as "activityId", s.state, s.ticket, s.created_at as "createdAt", ${rankIfWaiting}`
export const active = `('confirmed', 'waitlisted', 'offered', 'attended', 'absent')`

const nestedColumns = activityColumns.map((column) => `a.${column} as "a_${camel(column)}"`).join(', ')

/** A person's standing sign-up for an activity. */
export async function findMySignUp(manager: EntityManager, activityId: string, accountId: string): Promise<SignUpListRow | null> {
  const [row]: SignUpListRow[] = await manager.query(
    `select ${signUpColumns} from sign_ups s join persons p on p.center_id = s.center_id and p.id = s.person_id
     where s.center_id = current_center() and s.activity_id = $1 and p.account_id = $2 and s.state in ${active}`,
    [activityId, accountId],
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
export async function lockSignUp(manager: EntityManager, signUpId: string): Promise<{ state: SignUpState }> {
  const [row]: { state: SignUpState }[] = await manager.query('select state from sign_ups where center_id = current_center() and id = $1 for update', [signUpId])
  if (!row) throw new Error('a sign-up went away: none is ever deleted')
  return row
}

/** `upcoming`: standing, or lost because the activity was called off, soonest first; `past`: the rest, latest first. */
export function listMySignUps(manager: EntityManager, accountId: string, when: 'upcoming' | 'past', after: { startsAt: string; id: string } | null, now: Date, most: number): Promise<(SignUpListRow & { a: ActivityListRow })[]> {
  const upcoming = when === 'upcoming'
  const current = `(a.ends_at > $2 and (s.state in ${active} or a.state = 'cancelled'))`
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

export interface StaffSignUpRow {
  id: string
  state: SignUpState
  number: string
  name: string | null
  phone: string | null
  createdAt: Date
}

/** The staff's list in the order of arrival; `ahead`: how many wait before the first row of the page. */
export async function listSignUps(manager: EntityManager, activityId: string, state: SignUpState | undefined, after: string | null, most: number): Promise<{ rows: StaffSignUpRow[]; ahead: number }> {
  const rows: StaffSignUpRow[] = await manager.query(
    `select s.id, s.state, s.number, p.name, p.phone, s.created_at as "createdAt"
     from sign_ups s join persons p on p.center_id = s.center_id and p.id = s.person_id
     where s.center_id = current_center() and s.activity_id = $1 and ($2::text is null or s.state = $2) and ($3::bigint is null or s.number > $3)
     order by s.number limit $4`,
    [activityId, state ?? null, after, most],
  )
  const [first] = rows
  if (!first) return { rows, ahead: 0 }
  const [counted]: { ahead: number }[] = await manager.query(
    `select count(*)::int as ahead from sign_ups where center_id = current_center() and activity_id = $1 and state = 'waitlisted' and number < $2`,
    [activityId, first.number],
  )
  return { rows, ahead: counted?.ahead ?? 0 }
}

/** Confirms the first `count` of the waitlist; @returns their ids. */
export async function promoteFirst(manager: EntityManager, activityId: string, count: number, now: Date): Promise<string[]> {
  const [rows]: [{ id: string }[], number] = await manager.query(
    `with next as (
       select id from sign_ups where center_id = current_center() and activity_id = $1 and state = 'waitlisted' order by number limit $2 for update
     )
     update sign_ups s set state = 'confirmed', changed_at = $3 from next where s.center_id = current_center() and s.id = next.id returning s.id`,
    [activityId, count, now],
  )
  return rows.map((row) => row.id)
}

/** Ends every standing sign-up of an activity; @returns how many. */
export async function cancelAllSignUps(manager: EntityManager, activityId: string, now: Date): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `update sign_ups set state = 'cancelled', changed_at = $2 where center_id = current_center() and activity_id = $1 and state in ('confirmed', 'waitlisted', 'offered')`,
    [activityId, now],
  )
  return count
}
