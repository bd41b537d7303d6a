import type { StoredForm } from '@dangqun/contracts/activities/form/schemas'
import type { SignUpState } from '@dangqun/contracts/activities/vocabulary'
import type { EntityManager } from 'typeorm'
import type { StoredExportState } from './activities-exports.machine.js'
import { stands } from './activities-sign-up.queries.js'

export interface ExportListRow {
  id: string
  activityId: string
  activityTitle: string
  purpose: string
  phoneReason: string | null
  /** A bigint's text. */
  throughNumber: string
  rows: number
  state: StoredExportState
  askedBy: string
  askedAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  note: string | null
  expiresAt: Date | null
  takenAt: Date | null
}

const exportsList = `select e.id, e.activity_id as "activityId", a.title as "activityTitle", e.purpose, e.phone_reason as "phoneReason", e.through_number as "throughNumber", e.row_count as rows, e.state,
    e.asked_by as "askedBy", e.asked_at as "askedAt", e.decided_by as "decidedBy", e.decided_at as "decidedAt", e.note, e.expires_at as "expiresAt", e.taken_at as "takenAt"
  from activity_exports e join activities a on a.center_id = e.center_id and a.id = e.activity_id where e.center_id = current_center()`

export interface ExportsFilter {
  show: 'waiting' | 'mine' | 'all'
  /** `waiting` leaves this account's out; `mine` has no others. */
  accountId: string
  activityId: string | null
  after: { askedAt: string; id: string } | null
  now: Date
  most: number
}

export function listExports(manager: EntityManager, { show, accountId, activityId, after, now, most }: ExportsFilter): Promise<ExportListRow[]> {
  const parameters: unknown[] = []
  const put = (value: unknown) => `$${parameters.push(value)}`
  const conditions: string[] = []
  if (show === 'waiting') conditions.push(`e.state = 'asked' and e.expires_at > ${put(now)} and e.asked_by <> ${put(accountId)}`)
  if (show === 'mine') conditions.push(`e.asked_by = ${put(accountId)}`)
  if (activityId !== null) conditions.push(`e.activity_id = ${put(activityId)}`)
  const [beyond, direction] = show === 'waiting' ? ['>', 'asc'] : ['<', 'desc']
  if (after) conditions.push(`(e.asked_at, e.id) ${beyond} (${put(after.askedAt)}::timestamptz, ${put(after.id)}::uuid)`)
  return manager.query(`${exportsList}${conditions.map((each) => ` and ${each}`).join('')} order by e.asked_at ${direction}, e.id ${direction} limit ${put(most)}`, parameters)
}

/** Locks it as well. */
export async function lockExport(manager: EntityManager, id: string): Promise<ExportListRow | null> {
  const [row]: ExportListRow[] = await manager.query(`${exportsList} and e.id = $1 for update of e`, [id])
  return row ?? null
}

export async function insertExport(manager: EntityManager, row: Omit<ExportListRow, 'activityTitle' | 'decidedBy' | 'decidedAt' | 'note' | 'takenAt'>): Promise<void> {
  await manager.query(
    `insert into activity_exports (center_id, id, activity_id, purpose, phone_reason, through_number, row_count, state, asked_by, asked_at, expires_at) values (current_center(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [row.id, row.activityId, row.purpose, row.phoneReason, row.throughNumber, row.rows, row.state, row.askedBy, row.askedAt, row.expiresAt],
  )
}

export async function decideExport(manager: EntityManager, id: string, decided: { state: StoredExportState; accountId: string; note: string; expiresAt: Date | null }, now: Date): Promise<void> {
  await manager.query('update activity_exports set state = $2, decided_by = $3, note = $4, expires_at = $5, decided_at = $6 where center_id = current_center() and id = $1', [id, decided.state, decided.accountId, decided.note, decided.expiresAt, now])
}

/** The first time is kept. */
export async function markTaken(manager: EntityManager, id: string, now: Date): Promise<void> {
  await manager.query(`update activity_exports set state = 'taken', taken_at = coalesce(taken_at, $2) where center_id = current_center() and id = $1`, [id, now])
}

/** How many sign-ups stand, and the last number of arrival. */
export async function sizeOfList(manager: EntityManager, activityId: string, now: Date): Promise<{ rows: number; throughNumber: string }> {
  const [size]: { rows: number; throughNumber: string }[] = await manager.query(
    `select count(*)::int as rows, coalesce(max(s.number), 0) as "throughNumber" from sign_ups s where s.center_id = current_center() and s.activity_id = $1 and ${stands('$2')}`,
    [activityId, now],
  )
  return size ?? { rows: 0, throughNumber: '0' }
}

export interface ExportedRow {
  number: string
  state: SignUpState
  personId: string
  name: string | null
  /** Sealed. */
  phone: string | null
  createdAt: Date
  checkedInAt: Date | null
  form: StoredForm | null
}

/** The sign-ups that stand, in the order of arrival; none that came after the asking. */
export function readList(manager: EntityManager, activityId: string, throughNumber: string, now: Date): Promise<ExportedRow[]> {
  return manager.query(
    `select s.number, s.state, p.id as "personId", p.name, p.phone, s.created_at as "createdAt", c.at as "checkedInAt",
       case when f.sign_up_id is not null then jsonb_build_object('answers', f.answers, 'guardian', f.guardian, 'isInsuranceConfirmed', f.is_insurance_confirmed) end as form
     from sign_ups s join persons p on p.center_id = s.center_id and p.id = s.person_id
     left join check_ins c on c.center_id = s.center_id and c.sign_up_id = s.id and c.undone_at is null
     left join sign_up_forms f on f.center_id = s.center_id and f.sign_up_id = s.id
     where s.center_id = current_center() and s.activity_id = $1 and s.number <= $2 and ${stands('$3')} order by s.number`,
    [activityId, throughNumber, now],
  )
}

export async function nameOfCenter(manager: EntityManager): Promise<string> {
  const [center]: { name: string }[] = await manager.query('select name from centers where id = current_center()')
  return center?.name ?? ''
}
