import type { EntityManager } from 'typeorm'

export type ChangeKind = 'changed' | 'cancelled' | 'reopened'

export interface ActivityChange {
  id: string
  activityId: string
  title: string
  kind: ChangeKind
  words: string
  createdAt: Date
}

export async function insertChange(manager: EntityManager, change: Omit<ActivityChange, 'title'>): Promise<void> {
  await manager.query('insert into activity_changes (center_id, id, activity_id, kind, words, created_at) values (current_center(), $1, $2, $3, $4, $5)', [
    change.id, change.activityId, change.kind, change.words, change.createdAt,
  ])
}

export async function readChange(manager: EntityManager, id: string): Promise<ActivityChange | null> {
  const [row]: ActivityChange[] = await manager.query(
    `select c.id, c.activity_id as "activityId", a.title, c.kind, c.words, c.created_at as "createdAt"
     from activity_changes c join activities a on a.center_id = c.center_id and a.id = c.activity_id
     where c.center_id = current_center() and c.id = $1`,
    [id],
  )
  return row ?? null
}

export interface Concerned {
  personId: string
  /** The server's order of arrival: a page ends where the next begins. */
  number: string
}

/**
 * Whom a change concerns, in the order of arrival: those who had a place or a turn when it happened and have it still;
 * of an activity called off, those who lost theirs by it.
 */
export function listConcerned(manager: EntityManager, change: Pick<ActivityChange, 'activityId' | 'kind' | 'createdAt'>, after: string, most: number): Promise<Concerned[]> {
  const concerned = change.kind === 'cancelled' ? `s.state = 'cancelled' and s.changed_at = $2` : `s.state in ('confirmed', 'waitlisted', 'offered') and s.created_at <= $2`
  return manager.query(
    `select s.person_id as "personId", s.number from sign_ups s
     where s.center_id = current_center() and s.activity_id = $1 and ${concerned} and s.number > $3 order by s.number limit $4`,
    [change.activityId, change.createdAt, after, most],
  )
}

/** Everyone with a place or a turn now. */
export async function countConcerned(manager: EntityManager, activityId: string, now: Date): Promise<{ persons: number; withAccount: number }> {
  const [row]: { persons: number; withAccount: number }[] = await manager.query(
    `select count(*)::int as persons, count(p.account_id)::int as "withAccount" from sign_ups s join persons p on p.center_id = s.center_id and p.id = s.person_id
     where s.center_id = current_center() and s.activity_id = $1 and s.state in ('confirmed', 'waitlisted', 'offered') and s.created_at <= $2`,
    [activityId, now],
  )
  return row ?? { persons: 0, withAccount: 0 }
}

export async function isPublished(manager: EntityManager, activityId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('select 1 from activities where center_id = current_center() and id = $1 and published_at is not null', [activityId])
  return rows.length > 0
}
