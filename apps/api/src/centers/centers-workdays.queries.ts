import type { Workday } from '@dangqun/contracts/centers/schemas'
import type { EntityManager } from 'typeorm'

export interface EnteredDay extends Workday {
  source: string
}

// As text: a date that travels as a moment would shift with the machine's time zone.
export const listEnteredDaysSql = `select to_char(date, 'YYYY-MM-DD') as date, is_working as "isWorking", name, source from workdays order by workdays.date`

export function listEnteredDays(manager: EntityManager): Promise<EnteredDay[]> {
  return manager.query(listEnteredDaysSql)
}

export async function replaceYear(manager: EntityManager, year: number, days: readonly Workday[], given: { source: string; at: Date; by: string }): Promise<void> {
  // One writer at a time: two that replaced the same empty year would meet at its first day.
  await manager.query('select pg_advisory_xact_lock(hashtext($1), $2)', ['workdays', year])
  await manager.query('delete from workdays where date >= make_date($1, 1, 1) and date < make_date($1 + 1, 1, 1)', [year])
  await manager.query(
    `insert into workdays (date, is_working, name, source, changed_at, changed_by)
     select d.date, d.is_working, d.name, $4, $5, $6 from unnest($1::date[], $2::boolean[], $3::text[]) as d (date, is_working, name)`,
    [days.map(({ date }) => date), days.map(({ isWorking }) => isWorking), days.map(({ name }) => name), given.source, given.at, given.by],
  )
}
