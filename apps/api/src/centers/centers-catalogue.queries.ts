import type { BuildingRow, CreateBuilding, CreateService, ServiceRow } from '@dangqun/contracts/centers/catalogue/schemas'
import type { EntityManager } from 'typeorm'

/** One writer of a centre's lists at a time: places and names are looked at and then written. */
export async function lockCatalogue(manager: EntityManager): Promise<void> {
  await manager.query('select 1 from centers where id = current_center() for update')
}

/** In their order, those that are no longer used last. */
export function listAllBuildings(manager: EntityManager): Promise<BuildingRow[]> {
  return manager.query(
    `select id, name, address, retired_at is not null as "isRetired", version from buildings where center_id = current_center() order by retired_at is not null, place, name`,
  )
}

/** @returns false when the name is taken */
export async function insertBuilding(manager: EntityManager, id: string, { name, address }: CreateBuilding): Promise<boolean> {
  const inserted: unknown[] = await manager.query(
    `insert into buildings (center_id, id, name, address, place)
     select current_center(), $1, $2, $3, coalesce(max(place) + 1, 0) from buildings where center_id = current_center()
     on conflict (center_id, name) do nothing returning 1`,
    [id, name, address],
  )
  return inserted.length > 0
}

export async function saveBuilding(manager: EntityManager, { id, name, address, isRetired, version }: BuildingRow, now: Date): Promise<void> {
  await manager.query(
    `update buildings set name = $2, address = $3, retired_at = case when $4::boolean then coalesce(retired_at, $5::timestamptz) end, version = $6 where center_id = current_center() and id = $1`,
    [id, name, address, isRetired, now, version],
  )
}

/** By programme, each in its order. */
export function listAllServices(manager: EntityManager): Promise<ServiceRow[]> {
  return manager.query(
    `select id, programme, name, summary, where_given as place, target, is_hidden as "isHidden", version from services
     where center_id = current_center() order by array_position(array['red', 'warm', 'blue', 'together'], programme), services.place, name`,
  )
}

/** @returns false when the programme has one of this name */
export async function insertService(manager: EntityManager, id: string, { programme, name, summary, place, target }: CreateService): Promise<boolean> {
  const inserted: unknown[] = await manager.query(
    `insert into services (center_id, id, programme, name, summary, where_given, target, place)
     select current_center(), $1, $2, $3, $4, $5, $6, coalesce(max(place) + 1, 0) from services where center_id = current_center() and programme = $2
     on conflict (center_id, programme, name) do nothing returning 1`,
    [id, programme, name, summary, place, target],
  )
  return inserted.length > 0
}

/** In another programme it stands last. */
export async function saveService(manager: EntityManager, { id, programme, name, summary, place, target, isHidden, version }: ServiceRow): Promise<void> {
  await manager.query(
    `update services s set programme = $2, name = $3, summary = $4, where_given = $5, target = $6, is_hidden = $7, version = $8,
       place = case when s.programme = $2 then s.place else (select coalesce(max(o.place) + 1, 0) from services o where o.center_id = current_center() and o.programme = $2) end
     where s.center_id = current_center() and s.id = $1`,
    [id, programme, name, summary, place, target, isHidden, version],
  )
}

/** The places of these, in this order. */
export async function savePlaces(manager: EntityManager, table: 'buildings' | 'services', ids: readonly string[]): Promise<void> {
  await manager.query(`update ${table} t set place = o.place - 1 from unnest($1::uuid[]) with ordinality as o (id, place) where t.center_id = current_center() and t.id = o.id`, [ids])
}
