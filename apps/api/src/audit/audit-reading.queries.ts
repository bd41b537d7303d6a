import type { FactSlice } from '@dangqun/contracts/audit/vocabulary'
import type { EntityManager } from 'typeorm'

export interface FactListRow {
  id: string
  at: Date
  /** To the microsecond, for the cursor. */
  exactAt: string
  accountId: string | null
  fact: string
  subjectId: string
  data: Record<string, string | number | boolean | null | string[]>
  number: string | null
}

export interface FactsFilter {
  from: Date | null
  /** Not included. */
  until: Date | null
  slice: FactSlice | null
  fact: string | null
  /** `system`: nobody; an id: that account. */
  actor: { readonly accountId: string } | 'system' | null
  subjectId: string | null
}

/** Facts of the ledger that is set, the newest first; `after` is the last of the page before. */
export function listFacts(manager: EntityManager, filter: FactsFilter, after: { at: string; id: string } | null, most: number): Promise<FactListRow[]> {
  const conditions = ['f.center_id = current_center()']
  const values: unknown[] = []
  const where = (condition: (placeholder: string) => string, value: unknown) => {
    if (value === null) return
    values.push(value)
    conditions.push(condition(`$${values.length}`))
  }
  where((from) => `f.at >= ${from}::timestamptz`, filter.from)
  where((until) => `f.at < ${until}::timestamptz`, filter.until)
  where((slice) => `split_part(f.fact, '.', 1) = ${slice}`, filter.slice)
  where((fact) => `f.fact = ${fact}`, filter.fact)
  where((subject) => `f.subject_id = ${subject}::uuid`, filter.subjectId)
  if (filter.actor === 'system') conditions.push('f.account_id is null')
  else where((account) => `f.account_id = ${account}::uuid`, filter.actor?.accountId ?? null)
  if (after) {
    values.push(after.at, after.id)
    conditions.push(`(f.at, f.id) < ($${values.length - 1}::timestamptz, $${values.length}::uuid)`)
  }
  values.push(most)
  return manager.query(
    `select f.id, f.at, f.at::text as "exactAt", f.account_id as "accountId", f.fact, f.subject_id as "subjectId", f.data,
       (select s.number from audit_seals s where s.center_id = current_center() and s.fact_id = f.id) as number
     from audit_facts f where ${conditions.join(' and ')} order by f.at desc, f.id desc limit $${values.length}`,
    values,
  )
}

export interface ActorRow {
  accountId: string
  username: string | null
  roles: string[]
}

export function listActors(manager: EntityManager, accountIds: readonly string[]): Promise<ActorRow[]> {
  return manager.query('select account_id as "accountId", username, roles from audit_actors($1)', [accountIds])
}

export async function accountNamed(manager: EntityManager, username: string): Promise<string | null> {
  const [row]: { id: string | null }[] = await manager.query('select audit_actor_named($1) as id', [username])
  return row?.id ?? null
}
