import type { Building, OpeningHours, Service } from '@dangqun/contracts/centers/schemas'
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
  scene_code: string
}

const columns = `c.id, c.slug, c.name, c.address, c.phone, c.about, c.latitude, c.longitude, c.opening_hours,
  (select code from public_codes p where p.center_id = c.id and p.kind = 'center' and p.subject_id is null) as scene_code`

/** Centres by slug, after a slug. */
export function listCenters(manager: EntityManager, after: string, most: number): Promise<CenterRow[]> {
  return manager.query(`select ${columns} from centers c where c.slug > $1 order by c.slug limit $2`, [after, most])
}

export async function readCenter(manager: EntityManager, centerId: string): Promise<CenterRow | null> {
  const [row]: CenterRow[] = await manager.query(`select ${columns} from centers c where c.id = $1`, [centerId])
  return row ?? null
}

export function listBuildings(manager: EntityManager): Promise<Building[]> {
  return manager.query('select id, name, address from buildings where center_id = current_center() order by place')
}

export function listServices(manager: EntityManager): Promise<Service[]> {
  return manager.query(
    `select id, programme, name, summary, where_given as place, target from services
     where center_id = current_center() order by array_position(array['red', 'warm', 'blue', 'together'], programme), place`,
  )
}

export interface CodeRow {
  code: string
  kind: CodeKind
  subject_id: string | null
  slug: string
  name: string
}

export async function readCode(manager: EntityManager, code: string): Promise<CodeRow | null> {
  const [row]: CodeRow[] = await manager.query(
    `select p.code, p.kind, p.subject_id, c.slug, c.name from public_codes p join centers c on c.id = p.center_id where p.code = $1`,
    [code],
  )
  return row ?? null
}

/** @returns false when the code is taken by something else */
export async function insertCode(manager: EntityManager, code: string, kind: CodeKind, subjectId: string): Promise<boolean> {
  const inserted: unknown[] = await manager.query(
    `insert into public_codes (code, center_id, kind, subject_id) values ($1, current_center(), $2, $3) on conflict (code) do nothing returning 1`,
    [code, kind, subjectId],
  )
  return inserted.length > 0
}
