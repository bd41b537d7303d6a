import type { CheckInCounts } from '@dangqun/contracts/activities/check-in/schemas'
import type { CheckInFlag, CheckInMethod } from '@dangqun/contracts/activities/check-in/vocabulary'
import type { SignUpState } from '@dangqun/contracts/activities/vocabulary'
import type { EntityManager } from 'typeorm'

export interface CheckInRow {
  id: string
  signUpId: string
  number: string
  name: string | null
  method: CheckInMethod
  reason: string | null
  isWalkIn: boolean
  at: Date
  recordedAt: Date
  flag: CheckInFlag | null
  confirmedAt: Date | null
  undoneAt: Date | null
  undoReason: string | null
}

const columns = `c.id, c.sign_up_id as "signUpId", s.number, p.name, c.method, c.reason, c.is_walk_in as "isWalkIn", c.at, c.recorded_at as "recordedAt",
  c.flag, c.confirmed_at as "confirmedAt", c.undone_at as "undoneAt", c.undo_reason as "undoReason"`
const joined = `check_ins c
  join sign_ups s on s.center_id = c.center_id and s.id = c.sign_up_id
  join persons p on p.center_id = s.center_id and p.id = s.person_id`

export interface ComingSignUp {
  id: string
  state: SignUpState
}

/** Locks a sign-up of this activity by ticket, id or account. Lock the activity first: everyone takes the two in this order. */
export async function lockComing(manager: EntityManager, activityId: string, by: { ticket: string } | { signUpId: string } | { accountId: string }): Promise<ComingSignUp | null> {
  const [condition, value] =
    'ticket' in by ? ['s.ticket = $2', by.ticket]
    : 'signUpId' in by ? ['s.id = $2', by.signUpId]
    : [`s.state in ('confirmed', 'waitlisted', 'offered', 'attended', 'absent') and s.person_id = (select id from persons where center_id = current_center() and account_id = $2)`, by.accountId]
  const [row]: ComingSignUp[] = await manager.query(`select s.id, s.state from sign_ups s where s.center_id = current_center() and s.activity_id = $1 and ${condition} for update`, [activityId, value])
  return row ?? null
}

export async function findStanding(manager: EntityManager, signUpId: string): Promise<CheckInRow | null> {
  const [row]: CheckInRow[] = await manager.query(`select ${columns} from ${joined} where c.center_id = current_center() and c.sign_up_id = $1 and c.undone_at is null`, [signUpId])
  return row ?? null
}

export async function findCheckIn(manager: EntityManager, activityId: string, id: string): Promise<CheckInRow | null> {
  const [row]: CheckInRow[] = await manager.query(`select ${columns} from ${joined} where c.center_id = current_center() and c.activity_id = $1 and c.id = $2`, [activityId, id])
  return row ?? null
}

/** What these device records became when they first came, by record. */
export async function findRecords(manager: EntityManager, activityId: string, recordIds: readonly string[]): Promise<Map<string, CheckInRow>> {
  const rows: (CheckInRow & { recordId: string })[] = await manager.query(
    `select c.record_id as "recordId", ${columns} from ${joined} where c.center_id = current_center() and c.activity_id = $1 and c.record_id = any($2::uuid[])`,
    [activityId, recordIds],
  )
  return new Map(rows.map((row) => [row.recordId, row]))
}

export interface NewCheckIn {
  activityId: string
  signUpId: string
  method: CheckInMethod
  reason: string | null
  isWalkIn: boolean
  at: Date
  recordedAt: Date
  recordedBy: string
  device: { recordId: string; at: Date; offsetMs: number } | null
  flag: CheckInFlag | null
}

/** Records a check-in and sets its sign-up to `attended`. @returns false when one stands already: nothing was written */
export async function insertCheckIn(manager: EntityManager, given: NewCheckIn): Promise<boolean> {
  const inserted: unknown[] = await manager.query(
    `insert into check_ins (center_id, activity_id, sign_up_id, method, reason, is_walk_in, at, recorded_at, recorded_by, record_id, device_at, device_offset_ms, flag)
     values (current_center(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning 1`,
    [given.activityId, given.signUpId, given.method, given.reason, given.isWalkIn, given.at, given.recordedAt, given.recordedBy, given.device?.recordId ?? null, given.device?.at ?? null, given.device?.offsetMs ?? null, given.flag],
  )
  if (inserted.length === 0) return false
  await setSignUpState(manager, given.signUpId, 'attended', given.recordedAt)
  return true
}

export async function setSignUpState(manager: EntityManager, signUpId: string, state: SignUpState, now: Date): Promise<void> {
  await manager.query('update sign_ups set state = $2, changed_at = $3 where center_id = current_center() and id = $1', [signUpId, state, now])
}

/** @returns false when it is undone already */
export async function undoCheckIn(manager: EntityManager, id: string, by: string, reason: string, now: Date): Promise<boolean> {
  const [, count]: [unknown, number] = await manager.query('update check_ins set undone_at = $2, undone_by = $3, undo_reason = $4 where center_id = current_center() and id = $1 and undone_at is null', [id, now, by, reason])
  return count > 0
}

/** @returns false when there is nothing to confirm any more */
export async function confirmCheckIn(manager: EntityManager, id: string, by: string, now: Date): Promise<boolean> {
  const [, count]: [unknown, number] = await manager.query(
    'update check_ins set confirmed_at = $2, confirmed_by = $3 where center_id = current_center() and id = $1 and flag is not null and confirmed_at is null and undone_at is null',
    [id, now, by],
  )
  return count > 0
}

/** The newest first, those that were undone among them. */
export function listCheckIns(manager: EntityManager, activityId: string, before: string | null, most: number): Promise<CheckInRow[]> {
  return manager.query(
    `select ${columns} from ${joined} where c.center_id = current_center() and c.activity_id = $1 and ($2::uuid is null or c.id < $2) order by c.id desc limit $3`,
    [activityId, before, most],
  )
}

export async function countCheckIns(manager: EntityManager, activityId: string): Promise<CheckInCounts> {
  const [row]: CheckInCounts[] = await manager.query(
    `select count(*) filter (where s.state = 'attended')::int as "checkedIn", count(*)::int as expected,
       (select count(*)::int from check_ins c where c.center_id = current_center() and c.activity_id = $1 and c.undone_at is null and c.flag is not null and c.confirmed_at is null) as flagged
     from sign_ups s where s.center_id = current_center() and s.activity_id = $1 and s.state in ('confirmed', 'attended', 'absent')`,
    [activityId],
  )
  if (!row) throw new Error('a count answered nothing')
  return row
}

export interface CandidateRow {
  id: string
  number: string
  name: string | null
  state: SignUpState
  checkedInAt: Date | null
}

/** Standing sign-ups by number or, where the activity asks for it, by part of the name; at most twenty. */
export function findCandidates(manager: EntityManager, activityId: string, q: string, byName: boolean): Promise<CandidateRow[]> {
  return manager.query(
    `select s.id, s.number, p.name, s.state, c.at as "checkedInAt"
     from sign_ups s
     join persons p on p.center_id = s.center_id and p.id = s.person_id
     left join check_ins c on c.center_id = s.center_id and c.sign_up_id = s.id and c.undone_at is null
     where s.center_id = current_center() and s.activity_id = $1 and s.state in ('confirmed', 'waitlisted', 'offered', 'attended', 'absent')
       and (s.number::text = $2 or ($3 and strpos(lower(p.name), lower($2)) > 0))
     order by s.number limit 20`,
    [activityId, q, byName],
  )
}

/** A person without an account, with a place that is free; checked in right after. @returns the sign-up's id */
export async function signUpAtTheDoor(manager: EntityManager, given: { activityId: string; name: string; number: number; ticket: string }, now: Date): Promise<string> {
  const [row]: { id: string }[] = await manager.query(
    `with person as (insert into persons (center_id, name, created_at) values (current_center(), $2, $5) returning id)
     insert into sign_ups (center_id, id, activity_id, person_id, number, state, ticket, created_at, changed_at)
     select current_center(), uuidv7(), $1, person.id, $3, 'confirmed', $4, $5, $5 from person returning id`,
    [given.activityId, given.name, given.number, given.ticket, now],
  )
  if (!row) throw new Error('a walk-in was not signed up')
  return row.id
}

/**
 * Who holds a place and did not come is absent, where anybody's coming was recorded at all: checking
 * in is voluntary, and an activity without a desk says nothing about who was there.
 * @returns how many
 */
export async function markAbsent(manager: EntityManager, activityId: string, now: Date): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `update sign_ups set state = 'absent', changed_at = $2
     where center_id = current_center() and activity_id = $1 and state = 'confirmed'
       and exists (select from check_ins c where c.center_id = current_center() and c.activity_id = $1 and c.undone_at is null)`,
    [activityId, now],
  )
  return count
}
