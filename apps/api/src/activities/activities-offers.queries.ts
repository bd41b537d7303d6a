import type { EntityManager } from 'typeorm'

/** One statement in the caller's transaction, which holds the lock on the activity; answers rows. */
export type Run = <Row>(text: string, values: unknown[]) => Promise<Row[]>

export function runOf(manager: EntityManager): Run {
  return (text, values) => manager.query(text, values)
}

// Each ends in a select, so that every driver answers rows.

/** Ends the offers whose time is over, or all of them without a moment; @returns their ids. */
export async function lapseOffers(run: Run, activityId: string, over: Date | null, now: Date): Promise<string[]> {
  const rows = await run<{ id: string }>(
    `with gone as (
       update sign_ups set state = 'lapsed', offer_until = null, changed_at = $3
       where center_id = current_center() and activity_id = $1 and state = 'offered' and ($2::timestamptz is null or offer_until <= $2) returning id
     )
     select id from gone`,
    [activityId, over, now],
  )
  return rows.map(({ id }) => id)
}

/** Takes the first `count` off the waitlist, to an offer until a moment or, without one, to a place; @returns their ids. */
export async function takeFirst(run: Run, activityId: string, count: number, offerUntil: Date | null, now: Date): Promise<string[]> {
  const rows = await run<{ id: string }>(
    `with next as (
       select id from sign_ups where center_id = current_center() and activity_id = $1 and state = 'waitlisted' order by number limit $2 for update
     ), taken as (
       update sign_ups s set state = case when $3::timestamptz is null then 'confirmed' else 'offered' end, offer_until = $3, changed_at = $4
       from next where s.center_id = current_center() and s.id = next.id returning s.id, s.number
     )
     select id from taken order by number`,
    [activityId, count, offerUntil, now],
  )
  return rows.map(({ id }) => id)
}

/** When the first of the standing offers ends; null without any. */
export async function firstLapse(run: Run, activityId: string): Promise<Date | null> {
  const [row] = await run<{ at: Date | null }>(`select min(offer_until) as at from sign_ups where center_id = current_center() and activity_id = $1 and state = 'offered'`, [activityId])
  return row?.at ?? null
}

export async function savePlaces(run: Run, activityId: string, { taken, waiting, nextLapseAt }: { taken: number; waiting: number; nextLapseAt: Date | null }): Promise<void> {
  await run('update activities set taken = $2, waiting = $3, next_lapse_at = $4 where center_id = current_center() and id = $1', [activityId, taken, waiting, nextLapseAt])
}

/** What became of somebody's turn. */
export interface Turn {
  kind: 'offered' | 'lapsed' | 'confirmed'
  activityId: string
  personId: string
  title: string
  place: string
  startsAt: Date
  offerUntil: Date | null
}

export async function readTurn(manager: EntityManager, signUpId: string, now: Date): Promise<Turn | null> {
  const [row]: Turn[] = await manager.query(
    `select case when s.offer_until <= $2 then 'lapsed' else s.state end as kind, s.activity_id as "activityId", s.person_id as "personId", a.title, a.place, a.starts_at as "startsAt", s.offer_until as "offerUntil"
     from sign_ups s join activities a on a.center_id = s.center_id and a.id = s.activity_id
     where s.center_id = current_center() and s.id = $1 and s.state in ('offered', 'lapsed', 'confirmed') and a.state in ('published', 'closed')`,
    [signUpId, now],
  )
  return row ?? null
}
