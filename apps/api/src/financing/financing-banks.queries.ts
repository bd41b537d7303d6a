import type { BankRow, CreateBank } from '@dangqun/contracts/financing/banks/schemas'
import type { EntityManager } from 'typeorm'

/** Those that are retired last. */
export function listAllBanks(manager: EntityManager, today: string): Promise<BankRow[]> {
  return manager.query(
    `select b.id, b.name, b.kind, b.retired_at is not null as "isRetired", b.version,
       (select count(*) from financing_product_versions v where v.center_id = b.center_id and v.bank_id = b.id and v.state = 'approved' and $1::date between v.valid_from and v.valid_to)::int as products
     from financing_banks b where b.center_id = current_center() order by b.retired_at is not null, b.place, b.name`,
    [today],
  )
}

/** One change of a centre's banks at a time, until the transaction ends: names are unique among all of them. Rows that only refer to the centre do not wait. */
export async function lockBanks(manager: EntityManager): Promise<void> {
  await manager.query('select 1 from centers where id = current_center() for no key update')
}

export type StoredBank = Omit<BankRow, 'products'>

/** Locked until the transaction ends. */
export async function lockBank(manager: EntityManager, id: string): Promise<StoredBank | null> {
  const [row]: StoredBank[] = await manager.query('select id, name, kind, retired_at is not null as "isRetired", version from financing_banks where center_id = current_center() and id = $1 for update', [id])
  return row ?? null
}

/** Under `lockBanks`. @returns false when the name is taken */
export async function insertBank(manager: EntityManager, id: string, { name, kind }: CreateBank): Promise<boolean> {
  const inserted: unknown[] = await manager.query(
    `insert into financing_banks (center_id, id, name, kind, place)
     select current_center(), $1, $2, $3, coalesce(max(place) + 1, 0) from financing_banks where center_id = current_center()
     on conflict (center_id, name) do nothing returning 1`,
    [id, name, kind],
  )
  return inserted.length > 0
}

export async function isNameOfAnother(manager: EntityManager, id: string, name: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('select 1 from financing_banks where center_id = current_center() and name = $2 and id <> $1', [id, name])
  return rows.length > 0
}

export async function saveBank(manager: EntityManager, { id, name, kind, isRetired, version }: StoredBank, now: Date): Promise<void> {
  await manager.query(
    'update financing_banks set name = $2, kind = $3, retired_at = case when $4::boolean then coalesce(retired_at, $5::timestamptz) end, version = $6 where center_id = current_center() and id = $1',
    [id, name, kind, isRetired, now, version],
  )
}
