import type { ActivityState, SignUpState } from '@dangqun/contracts/activities/vocabulary'
import type { Programme } from '@dangqun/contracts/centers/vocabulary'
import type { EntityManager } from 'typeorm'

/** One row of a list, as the database names it. */
export interface ActivityListRow {
  id: string
  title: string
  programme: Programme
  place: string
  starts_at: Date
  ends_at: Date
  state: ActivityState
  capacity: number
  taken: number
  waiting: number
  sign_up_opens_at: Date
  sign_up_closes_at: Date
  cancel_until: Date
}

export const activityColumns = ['id', 'title', 'programme', 'place', 'starts_at', 'ends_at', 'state', 'capacity', 'taken', 'waiting', 'sign_up_opens_at', 'sign_up_closes_at', 'cancel_until'] as const

const columnsOf = (alias: string) => activityColumns.map((column) => `${alias}.${column}`).join(', ')

export interface ActivityFilter {
  when: 'upcoming' | 'past' | 'all'
  state?: ActivityState
  programme?: Programme
  q?: string
  /** Drafts too. */
  seesAll: boolean
  after: { startsAt: string; id: string } | null
  now: Date
  most: number
}

/** A statement with its parameters, so that the bench can run the very same one elsewhere. */
export function activitiesStatement(filter: ActivityFilter): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = []
  const put = (value: unknown) => `$${parameters.push(value)}`
  const conditions = ['a.center_id = current_center()']
  if (filter.when === 'upcoming') conditions.push(`a.ends_at > ${put(filter.now)}`)
  if (filter.when === 'past') conditions.push(`a.ends_at <= ${put(filter.now)}`)
  // The public's upcoming list is what one can still come to.
  if (filter.when === 'upcoming' && !filter.seesAll && !filter.state) conditions.push(`a.state in ('published', 'closed')`)
  if (filter.state) conditions.push(`a.state = ${put(filter.state)}`)
  if (!filter.seesAll) conditions.push('a.published_at is not null')
  if (filter.programme) conditions.push(`a.programme = ${put(filter.programme)}`)
  if (filter.q !== undefined) conditions.push(`strpos(lower(a.title), lower(${put(filter.q)})) > 0`)
  const rising = filter.when === 'upcoming'
  if (filter.after) conditions.push(`(a.starts_at, a.id) ${rising ? '>' : '<'} (${put(filter.after.startsAt)}::timestamptz, ${put(filter.after.id)}::uuid)`)
  const direction = rising ? 'asc' : 'desc'
  return {
    sql: `select ${columnsOf('a')} from activities a where ${conditions.join(' and ')} order by a.starts_at ${direction}, a.id ${direction} limit ${put(filter.most)}`,
    parameters,
  }
}

export function listActivities(manager: EntityManager, filter: ActivityFilter): Promise<ActivityListRow[]> {
  const { sql, parameters } = activitiesStatement(filter)
  return manager.query(sql, parameters)
}

export interface SignUpListRow {
  id: string
  activity_id: string
  state: SignUpState
  number: string
  ticket: string
  created_at: Date
  /** Rank among those who wait; meaningless in other states. */
  ahead: number
}

const rank = `(select count(*)::int from sign_ups w where w.center_id = s.center_id and w.activity_id = s.activity_id and w.state = 'waitlisted' and w.number <= s.number)`
const rankIfWaiting = `case when s.state = 'waitlisted' then ${rank} end as ahead`
const signUpColumns = `s.id, s.activity_id, s.state, s.number, s.ticket, s.created_at, ${rankIfWaiting}`
const active = `('confirmed', 'waitlisted', 'offered', 'attended', 'absent')`

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

/** `upcoming`: standing, or lost because the activity was called off, soonest first; `past`: the rest, latest first. */
export function listMySignUps(manager: EntityManager, accountId: string, when: 'upcoming' | 'past', after: { startsAt: string; id: string } | null, now: Date, most: number): Promise<(SignUpListRow & { a: ActivityListRow })[]> {
  const upcoming = when === 'upcoming'
  const current = `(a.ends_at > $2 and (s.state in ${active} or a.state = 'cancelled'))`
  const direction = upcoming ? 'asc' : 'desc'
  return manager
    .query(
      `select ${signUpColumns}, ${activityColumns.map((column) => `a.${column} as a_${column}`).join(', ')}
       from sign_ups s
       join persons p on p.center_id = s.center_id and p.id = s.person_id
       join activities a on a.center_id = s.center_id and a.id = s.activity_id
       where s.center_id = current_center() and p.account_id = $1 and ${upcoming ? current : `not ${current}`}
         and ($4::uuid is null or (a.starts_at, s.id) ${upcoming ? '>' : '<'} ($3::timestamptz, $4::uuid))
       order by a.starts_at ${direction}, s.id ${direction} limit $5`,
      [accountId, now, after?.startsAt ?? null, after?.id ?? null, most],
    )
    .then((rows: Record<string, unknown>[]) =>
      rows.map((row) => ({ ...(row as unknown as SignUpListRow), a: Object.fromEntries(activityColumns.map((column) => [column, row[`a_${column}`]])) as unknown as ActivityListRow })),
    )
}

export interface StaffSignUpRow {
  id: string
  state: SignUpState
  number: string
  name: string | null
  phone: string | null
  created_at: Date
}

/** The staff's list in the order of arrival; `ahead`: how many wait before the first row of the page. */
export async function listSignUps(manager: EntityManager, activityId: string, state: SignUpState | undefined, after: string | null, most: number): Promise<{ rows: StaffSignUpRow[]; ahead: number }> {
  const rows: StaffSignUpRow[] = await manager.query(
    `select s.id, s.state, s.number, p.name, p.phone, s.created_at
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
