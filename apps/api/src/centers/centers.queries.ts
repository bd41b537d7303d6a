import type { OpeningHours, SpecialDay } from '@dangqun/contracts/centers/opening-schemas'
import type { Building, Service } from '@dangqun/contracts/centers/schemas'
import type { CodeKind } from '@dangqun/contracts/centers/vocabulary'
import type { EntityManager } from 'typeorm'

export interface CenterRow {
  id: string
  slug: string
  name: string
  address: string
  phone: string
  about: string
  latitude: number | null
  longitude: number | null
  opening_hours: OpeningHours[]
  special_days: SpecialDay[]
  version: number
  picture_id: string | null
  scene_code: string
}

const columns = `c.id, c.slug, c.name, c.address, c.phone, c.about, c.latitude, c.longitude, c.opening_hours, c.special_days, c.version, c.picture_id,
  (select code from public_codes p where p.center_id = c.id and p.kind = 'center' and p.subject_id is null) as scene_code`

export interface CenterListRow extends CenterRow {
  distance: number | null
}

export interface CentersFilter {
  q?: string | undefined
  near?: { latitude: number; longitude: number } | undefined
  /** Behind a centre of the page before; `distance` counts only with `near`. */
  after: { slug: string; distance: number } | null
  most: number
}

/** Behind every distance on this earth: centres that told no place come last. */
export const nowhere = 100_000_000

/** Centres by slug, or from near to far. There are hundreds, so all are looked through. */
export function listCenters(manager: EntityManager, { q, near, after, most }: CentersFilter): Promise<CenterListRow[]> {
  const parameters: unknown[] = []
  const put = (value: unknown) => `$${parameters.push(value)}`
  // The haversine formula on a sphere: within half a percent, which is less than a person walks around a block.
  const distance = near
    ? `case when c.latitude is null or c.longitude is null then ${nowhere} else round(2 * 6371000 * asin(least(1, sqrt(sin(radians(c.latitude - ${put(near.latitude)}) / 2) ^ 2
        + cos(radians(c.latitude)) * cos(radians($1)) * sin(radians(c.longitude - ${put(near.longitude)}) / 2) ^ 2))))::integer end`
    : '0'
  const words = q === undefined ? '' : `where position(lower(${put(q)}) in lower(c.name || ' ' || c.address)) > 0`
  const behind = after ? `where (distance, slug) > (${put(near ? after.distance : 0)}::integer, ${put(after.slug)})` : ''
  return manager.query(`select * from (select ${columns}, ${distance} as distance from centers c ${words}) found ${behind} order by distance, slug limit ${put(most)}`, parameters)
}

export async function readCenter(manager: EntityManager, centerId: string, lock: '' | 'for update' = ''): Promise<CenterRow | null> {
  const [row]: CenterRow[] = await manager.query(`select ${columns} from centers c where c.id = $1 ${lock}`, [centerId])
  return row ?? null
}

/** @returns false when another centre has the slug; under a race, the one that came first */
export async function insertCenter(manager: EntityManager, row: Pick<CenterRow, 'slug' | 'name' | 'address' | 'phone' | 'opening_hours'>): Promise<boolean> {
  const inserted: unknown[] = await manager.query(
    `insert into centers (id, slug, name, address, phone, about, opening_hours) values (current_center(), $1, $2, $3, $4, '', $5) on conflict (slug) do nothing returning 1`,
    [row.slug, row.name, row.address, row.phone, JSON.stringify(row.opening_hours)],
  )
  return inserted.length > 0
}

export async function saveCenter(manager: EntityManager, row: CenterRow): Promise<void> {
  await manager.query(
    'update centers set address = $2, phone = $3, about = $4, latitude = $5, longitude = $6, opening_hours = $7, special_days = $8, version = $9 where id = $1',
    [row.id, row.address, row.phone, row.about, row.latitude, row.longitude, JSON.stringify(row.opening_hours), JSON.stringify(row.special_days), row.version],
  )
}

export async function savePicture(manager: EntityManager, pictureId: string | null): Promise<void> {
  await manager.query('update centers set picture_id = $1 where id = current_center()', [pictureId])
}

export function listBuildings(manager: EntityManager): Promise<Building[]> {
  return manager.query('select id, name, address from buildings where center_id = current_center() and retired_at is null order by place, name')
}

export function listServices(manager: EntityManager): Promise<Service[]> {
  return manager.query(
    `select id, programme, name, summary, where_given as place, target from services
     where center_id = current_center() and not is_hidden order by array_position(array['red', 'warm', 'blue', 'together'], programme), services.place, name`,
  )
}

export interface CodeRow {
  code: string
  kind: CodeKind
  subject_id: string | null
  retired_at: Date | null
  slug: string
  name: string
}

export async function readCode(manager: EntityManager, code: string): Promise<CodeRow | null> {
  const [row]: CodeRow[] = await manager.query(
    `select p.code, p.kind, p.subject_id, p.retired_at, c.slug, c.name from public_codes p join centers c on c.id = p.center_id where p.code = $1`,
    [code],
  )
  return row ?? null
}

/** @returns false when the code is taken by something else */
export async function insertCode(manager: EntityManager, code: string, kind: CodeKind, subjectId: string | null): Promise<boolean> {
  const inserted: unknown[] = await manager.query(
    `insert into public_codes (code, center_id, kind, subject_id) values ($1, current_center(), $2, $3) on conflict (code) do nothing returning 1`,
    [code, kind, subjectId],
  )
  return inserted.length > 0
}
