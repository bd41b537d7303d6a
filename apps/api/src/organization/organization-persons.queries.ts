import type { EntityManager } from 'typeorm'

export interface PersonListRow {
  id: string
  name: string | null
  /** Sealed. */
  phone: string | null
  accountId: string | null
  isMember: boolean
}

const listed = `p.id, p.name, p.phone, p.account_id as "accountId", exists (select from members m where m.center_id = p.center_id and m.person_id = p.id and m.ended_at is null) as "isMember"`

/** By a part of the name; the centre's persons are few beside a register of firms. */
export function listPersons(manager: EntityManager, { q, after, most }: { q: string; after: { name: string; id: string } | null; most: number }): Promise<PersonListRow[]> {
  return manager.query(
    `select ${listed} from persons p
     where p.center_id = current_center() and strpos(lower(p.name), lower($1)) > 0 and ($3::uuid is null or (p.name, p.id) > ($2::text, $3::uuid))
     order by p.name, p.id limit $4`,
    [q, after?.name ?? null, after?.id ?? null, most],
  )
}

export async function findPersonById(manager: EntityManager, id: string): Promise<PersonListRow | null> {
  const [row]: PersonListRow[] = await manager.query(`select ${listed} from persons p where p.center_id = current_center() and p.id = $1`, [id])
  return row ?? null
}

/** How many rows of each table point to a person. */
export function listHoldings(manager: EntityManager, personId: string): Promise<{ heldBy: string; held: string }[]> {
  return manager.query('select held_by as "heldBy", held from person_holdings($1)', [personId])
}

export async function saveBirthDate(manager: EntityManager, id: string, birthDate: string): Promise<void> {
  await manager.query('update persons set birth_date = $2 where center_id = current_center() and id = $1', [id, birthDate])
}

/** Whatever points to `gone` points to `kept` afterwards. @throws unique_violation when both hold what a person has once */
export async function mergePersons(manager: EntityManager, gone: string, kept: string): Promise<void> {
  await manager.query('select merge_persons($1, $2)', [gone, kept])
}
