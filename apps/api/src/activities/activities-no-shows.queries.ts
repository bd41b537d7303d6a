import type { AppealState } from '@dangqun/contracts/activities/vocabulary'
import type { EntityManager } from 'typeorm'

export interface NoShowRow {
  id: string
  activityId: string
  personId: string
  title: string
  startsAt: Date
  waiverReason: string | null
}

const noShowColumns = `s.id, s.activity_id as "activityId", s.person_id as "personId", a.title, a.starts_at as "startsAt", s.waiver_reason as "waiverReason"`
const noShows = `select ${noShowColumns} from sign_ups s join activities a on a.center_id = s.center_id and a.id = s.activity_id
  where s.center_id = current_center() and s.state = 'absent'`

/** Absences of these persons since a moment, newest first. */
export function listNoShows(manager: EntityManager, personIds: readonly string[], since: Date): Promise<NoShowRow[]> {
  return manager.query(`${noShows} and s.person_id = any($1::uuid[]) and a.starts_at >= $2 order by a.starts_at desc, s.id desc`, [personIds, since])
}

export async function findNoShow(manager: EntityManager, signUpId: string): Promise<NoShowRow | null> {
  const [row]: NoShowRow[] = await manager.query(`${noShows} and s.id = $1 for update of s`, [signUpId])
  return row ?? null
}

/** Marks absences as not counting. */
export async function waiveNoShows(manager: EntityManager, signUpIds: readonly string[], accountId: string, reason: string, now: Date): Promise<void> {
  await manager.query(
    `update sign_ups set waived_at = $4, waived_by = $2, waiver_reason = $3 where center_id = current_center() and id = any($1::uuid[]) and state = 'absent' and waived_at is null`,
    [signUpIds, accountId, reason, now],
  )
}

/** Persons with at least `least` absences that count since a moment: few, whatever the size of the centre. */
export function personsWithNoShows(manager: EntityManager, least: number, since: Date): Promise<{ id: string; name: string | null }[]> {
  return manager.query(
    `select p.id, p.name from persons p join (
       select s.person_id from sign_ups s join activities a on a.center_id = s.center_id and a.id = s.activity_id
       where s.center_id = current_center() and s.state = 'absent' and s.waived_at is null and a.starts_at >= $2
       group by s.person_id having count(*) >= $1) n on n.person_id = p.id
     where p.center_id = current_center() order by p.id limit 500`,
    [least, since],
  )
}

export interface AppealListRow {
  id: string
  personId: string
  name: string | null
  text: string
  state: AppealState
  answer: string | null
  createdAt: Date
  decidedAt: Date | null
}

const appeals = `select e.id, e.person_id as "personId", p.name, e.text, e.state, e.answer, e.created_at as "createdAt", e.decided_at as "decidedAt"
  from no_show_appeals e join persons p on p.center_id = e.center_id and p.id = e.person_id where e.center_id = current_center()`

export function listAppeals(manager: EntityManager, state: AppealState | null, after: { createdAt: string; id: string } | null, most: number): Promise<AppealListRow[]> {
  return manager.query(
    `${appeals} and ($1::text is null or e.state = $1) and ($3::uuid is null or (e.created_at, e.id) > ($2::timestamptz, $3::uuid)) order by e.created_at, e.id limit $4`,
    [state, after?.createdAt ?? null, after?.id ?? null, most],
  )
}

export async function latestAppeal(manager: EntityManager, personId: string): Promise<AppealListRow | null> {
  const [row]: AppealListRow[] = await manager.query(`${appeals} and e.person_id = $1 order by e.created_at desc limit 1`, [personId])
  return row ?? null
}

/** Locks it as well. */
export async function lockAppeal(manager: EntityManager, id: string): Promise<AppealListRow | null> {
  const [row]: AppealListRow[] = await manager.query(`${appeals} and e.id = $1 for update of e`, [id])
  return row ?? null
}

/** @returns false: there is an open one already. */
export async function insertAppeal(manager: EntityManager, appeal: { id: string; personId: string; text: string }, now: Date): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `insert into no_show_appeals (center_id, id, person_id, text, state, created_at) values (current_center(), $1, $2, $3, 'open', $4)
     on conflict (center_id, person_id) where state = 'open' do nothing returning 1`,
    [appeal.id, appeal.personId, appeal.text, now],
  )
  return rows.length > 0
}

export async function hasOpenAppeal(manager: EntityManager): Promise<boolean> {
  const rows: unknown[] = await manager.query(`select 1 from no_show_appeals where center_id = current_center() and state = 'open' limit 1`)
  return rows.length > 0
}

export async function decideAppeal(manager: EntityManager, id: string, decided: { state: AppealState; answer: string; accountId: string }, now: Date): Promise<void> {
  await manager.query('update no_show_appeals set state = $2, answer = $3, decided_by = $4, decided_at = $5 where center_id = current_center() and id = $1', [id, decided.state, decided.answer, decided.accountId, now])
}
