import type { EntityManager } from 'typeorm'
import type { SealedPhone } from './organization-phone.rules.js'

export interface PersonRow {
  id: string
  name: string | null
  /** Sealed: see organization-phone.rules.ts. */
  phone: string | null
}

export async function findPerson(manager: EntityManager, accountId: string): Promise<PersonRow | null> {
  const [row]: PersonRow[] = await manager.query('select id, name, phone from persons where center_id = current_center() and account_id = $1', [accountId])
  return row ?? null
}

export async function findBirthDate(manager: EntityManager, accountId: string): Promise<string | null> {
  const [row]: { day: string | null }[] = await manager.query(`select to_char(birth_date, 'YYYY-MM-DD') as day from persons where center_id = current_center() and account_id = $1`, [accountId])
  return row?.day ?? null
}

/** The account's person at this centre, made at the first act; a given name replaces what is known. */
export async function savePerson(manager: EntityManager, accountId: string, name: string | null): Promise<PersonRow> {
  const [row]: PersonRow[] = await manager.query(
    `insert into persons as p (center_id, account_id, name) values (current_center(), $1, $2)
     on conflict (center_id, account_id) do update set name = coalesce(excluded.name, p.name)
     returning id, name, phone`,
    [accountId, name],
  )
  if (!row) throw new Error('a person was not saved')
  return row
}

export async function savePhone(manager: EntityManager, personId: string, { phone, phone_index: index }: SealedPhone): Promise<void> {
  await manager.query('update persons set phone = $2, phone_index = $3 where center_id = current_center() and id = $1', [personId, phone, index])
}

/** Deletes what somebody gave to be reached by; a member's name belongs to the roll and stays. */
export async function forgetContact(manager: EntityManager, accountId: string): Promise<string[]> {
  const [rows]: [{ id: string }[], number] = await manager.query(
    `update persons p set phone = null, phone_index = null,
       name = case when exists (select from members m where m.center_id = p.center_id and m.person_id = p.id) then p.name end
     where p.center_id = current_center() and p.account_id = $1 and (p.phone is not null or p.name is not null) returning p.id`,
    [accountId],
  )
  return rows.map(({ id }) => id)
}
