import type { FirmKind, FirmSize } from '@dangqun/contracts/organization/vocabulary'
import type { EntityManager } from 'typeorm'
import type { SealedPhone } from './organization-phone.rules.js'

export interface FirmRow {
  id: string
  name: string
  kind: FirmKind
  size: FirmSize
  industry: string
  building_id: string
  building_name: string
  room: string
  founded_on: string
}

export interface FirmFilter {
  q?: string
  buildingId?: string
  kind?: FirmKind
  after: { name: string; id: string } | null
  most: number
}

const columns = `f.id, f.name, f.kind, f.size, f.industry, f.building_id, b.name as building_name, f.room, to_char(f.founded_on, 'YYYY-MM-DD') as founded_on`
const building = 'join buildings b on b.center_id = f.center_id and b.id = f.building_id'

/** Firms by name; with a search term through the bigram index. */
export function listFirms(manager: EntityManager, { q, buildingId, kind, after, most }: FirmFilter): Promise<FirmRow[]> {
  const filter = [buildingId ?? null, kind ?? null, after?.name ?? null, after?.id ?? null, most]
  if (q !== undefined) {
    return manager.query(`select ${columns} from search_firms($6, $1, $2, $3, $4, $5) f ${building} order by f.name, f.id`, [...filter, q])
  }
  return manager.query(
    `select ${columns} from firms f ${building}
     where f.center_id = current_center()
       and ($1::uuid is null or f.building_id = $1) and ($2::text is null or f.kind = $2)
       and ($4::uuid is null or (f.name, f.id) > ($3::text, $4::uuid))
     order by f.name, f.id limit $5`,
    filter,
  )
}

export async function firmExists(manager: EntityManager, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('select 1 from firms where center_id = current_center() and id = $1', [id])
  return rows.length > 0
}

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
