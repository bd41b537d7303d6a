import type { EntityManager } from 'typeorm'

interface Named {
  id: string
  name: string
}

export function namesOfFirms(manager: EntityManager, ids: readonly string[]): Promise<Named[]> {
  return manager.query('select id, name from firms where center_id = current_center() and id = any($1)', [ids])
}

/** @param areCommittees committees only; otherwise everything below a committee */
export function namesOfOrganizations(manager: EntityManager, ids: readonly string[], areCommittees: boolean): Promise<Named[]> {
  return manager.query(`select id, name from organizations where center_id = current_center() and id = any($1) and (kind = 'committee') = $2 and kind <> 'partner'`, [ids, areCommittees])
}

export async function isStandingOrganization(manager: EntityManager, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('select 1 from organizations where center_id = current_center() and id = $1 and dissolved_at is null', [id])
  return rows.length > 0
}

export async function isFreePerson(manager: EntityManager, personId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('select 1 from persons where center_id = current_center() and id = $1 and account_id is null', [personId])
  return rows.length > 0
}

/** @returns false when the person belongs to another account, or the account is another person here */
export async function bindPerson(manager: EntityManager, personId: string, accountId: string): Promise<boolean> {
  const [rows]: [unknown[], number] = await manager.query(
    `update persons p set account_id = $2
     where p.center_id = current_center() and p.id = $1 and (p.account_id is null or p.account_id = $2)
       and not exists (select from persons o where o.center_id = current_center() and o.account_id = $2 and o.id <> $1)
     returning 1`,
    [personId, accountId],
  )
  return rows.length > 0
}
