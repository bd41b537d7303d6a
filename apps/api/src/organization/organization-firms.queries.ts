import type { FirmKind, FirmSize } from '@dangqun/contracts/organization/vocabulary'
import type { EntityManager } from 'typeorm'

export interface FirmRow {
  id: string
  name: string
  creditCode: string | null
  kind: FirmKind
  size: FirmSize
  industry: string | null
  buildingId: string
  buildingName: string
  floor: number | null
  room: string
  foundedOn: string
  tags: string[]
  version: number
}

export interface FirmFilter {
  q?: string
  creditCode?: string
  buildingId?: string
  kind?: FirmKind
  size?: FirmSize
  /** Divisions. */
  industries?: readonly string[]
  tag?: string
  after: { name: string; id: string } | null
  most: number
}

const columns = `f.id, f.name, f.credit_code as "creditCode", f.kind, f.size, f.industry, f.building_id as "buildingId", b.name as "buildingName", f.floor, f.room,
  to_char(f.founded_on, 'YYYY-MM-DD') as "foundedOn", f.tags, f.version`
const building = 'join buildings b on b.center_id = f.center_id and b.id = f.building_id'

/** Firms by name; with a search term through the bigram index. */
export function listFirms(manager: EntityManager, { q, creditCode, buildingId, kind, size, industries, tag, after, most }: FirmFilter): Promise<FirmRow[]> {
  const filter = [buildingId ?? null, kind ?? null, size ?? null, industries ?? null, tag ?? null, after?.name ?? null, after?.id ?? null, most]
  if (q !== undefined) {
    return manager.query(`select ${columns} from search_firms($9, $1, $2, $3, $4, $5, $6, $7, $8) f ${building} order by f.name, f.id`, [...filter, q])
  }
  return manager.query(
    `select ${columns} from firms f ${building}
     where f.center_id = current_center()
       and ($1::uuid is null or f.building_id = $1) and ($2::text is null or f.kind = $2) and ($3::text is null or f.size = $3)
       and ($4::text[] is null or f.industry = any($4)) and ($5::text is null or (f.tags <> '{}' and f.tags @> array[$5]))
       and ($7::uuid is null or (f.name, f.id) > ($6::text, $7::uuid))
       and ($9::text is null or f.credit_code = $9)
     order by f.name, f.id limit $8`,
    [...filter, creditCode ?? null],
  )
}

export async function findFirm(manager: EntityManager, id: string, lock = false): Promise<FirmRow | null> {
  const [row]: FirmRow[] = await manager.query(`select ${columns} from firms f ${building} where f.center_id = current_center() and f.id = $1 ${lock ? 'for update of f' : ''}`, [id])
  return row ?? null
}

export async function firmExists(manager: EntityManager, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('select 1 from firms where center_id = current_center() and id = $1', [id])
  return rows.length > 0
}

/** Of those that take firms in: a firm stays where it stands, but none comes to a building that is no longer used. */
export async function buildingExists(manager: EntityManager, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('select 1 from buildings where center_id = current_center() and id = $1 and retired_at is null', [id])
  return rows.length > 0
}

export async function firmOfCreditCode(manager: EntityManager, code: string): Promise<{ id: string; name: string } | null> {
  const [row]: { id: string; name: string }[] = await manager.query('select id, name from firms where center_id = current_center() and credit_code = $1', [code])
  return row ?? null
}

/** The standing branch that says it is this firm's. */
export async function branchOfFirm(manager: EntityManager, id: string): Promise<{ id: string; name: string } | null> {
  const [row]: { id: string; name: string }[] = await manager.query(
    `select id, name from organizations where center_id = current_center() and firm_id = $1 and kind = 'branch' and dissolved_at is null order by id limit 1`,
    [id],
  )
  return row ?? null
}

export type FirmColumns = Omit<FirmRow, 'id' | 'buildingName' | 'version'>

const columnNames: Readonly<Record<keyof FirmColumns, string>> = {
  name: 'name', creditCode: 'credit_code', kind: 'kind', size: 'size', industry: 'industry', buildingId: 'building_id', floor: 'floor', room: 'room', foundedOn: 'founded_on', tags: 'tags',
}

/** @returns false when another firm of the centre has the credit code */
export async function insertFirm(manager: EntityManager, id: string, given: FirmColumns, now: Date): Promise<boolean> {
  const fields = Object.keys(columnNames) as (keyof FirmColumns)[]
  const [row]: unknown[] = await manager.query(
    `insert into firms (center_id, id, created_at, ${fields.map((field) => columnNames[field]).join(', ')})
     values (current_center(), $1, $2, ${fields.map((_, index) => `$${index + 3}`).join(', ')})
     on conflict (center_id, credit_code) do nothing returning id`,
    [id, now, ...fields.map((field) => given[field])],
  )
  return row !== undefined
}

/** @throws unique_violation when another firm of the centre has the credit code */
export async function updateFirm(manager: EntityManager, id: string, given: Partial<FirmColumns>): Promise<void> {
  const fields = (Object.keys(given) as (keyof FirmColumns)[]).filter((field) => given[field] !== undefined)
  const changes = fields.map((field, index) => `${columnNames[field]} = $${index + 2}`)
  await manager.query(`update firms set ${['version = version + 1', ...changes].join(', ')} where center_id = current_center() and id = $1`, [id, ...fields.map((field) => given[field])])
}

/** Locked in one order, so that two bulk changes cannot wait for each other in a circle. */
export function lockTags(manager: EntityManager, ids: readonly string[]): Promise<{ id: string; name: string; tags: string[]; version: number }[]> {
  return manager.query('select id, name, tags, version from firms where center_id = current_center() and id = any($1) order by id for update', [ids])
}

export async function saveTags(manager: EntityManager, changes: readonly { id: string; tags: readonly string[] }[]): Promise<void> {
  await manager.query(
    `update firms f set tags = array(select jsonb_array_elements_text(c.tags)), version = f.version + 1
     from jsonb_to_recordset($1::jsonb) as c (id uuid, tags jsonb) where f.center_id = current_center() and f.id = c.id`,
    [JSON.stringify(changes)],
  )
}

export function countTags(manager: EntityManager): Promise<{ tag: string; count: number }[]> {
  return manager.query(
    `select tag, count(*)::int as count from firms f, unnest(f.tags) as tag where f.center_id = current_center() and f.tags <> '{}' group by tag order by count(*) desc, tag limit 200`,
  )
}
