import type { OrganizationKind, OrganizationTier } from '@dangqun/contracts/organization/tree/vocabulary'
import type { EntityManager } from 'typeorm'
import type { TreeNode } from './organization-tree.rules.js'

export interface NodeRow extends TreeNode {
  name: string
  fullName: string
  kind: OrganizationKind
  tier: OrganizationTier | null
  code: string | null
  reportsTo: string | null
  partnersWith: string | null
  canApproveProbationary: boolean
}

export interface OrganizationRow extends NodeRow {
  firmId: string | null
  firmName: string | null
  foundedOn: string | null
  contactName: string | null
  contactPhone: string | null
  address: string | null
  postcode: string | null
  version: number
  dissolvedAt: Date | null
  dissolveReason: string | null
}

const node = `o.id, o.name, o.full_name as "fullName", o.kind, o.tier, o.code, o.reports_to as "reportsTo", o.partners_with as "partnersWith", o.can_approve_probationary as "canApproveProbationary"`
const whole = `${node}, o.firm_id as "firmId", f.name as "firmName", to_char(o.founded_on, 'YYYY-MM-DD') as "foundedOn", o.contact_name as "contactName",
  o.contact_phone as "contactPhone", o.address, o.postcode, o.version, o.dissolved_at as "dissolvedAt", o.dissolve_reason as "dissolveReason"`

/** Every standing node of the centre. */
export function listNodes(manager: EntityManager): Promise<NodeRow[]> {
  return manager.query(`select ${node} from organizations o where o.center_id = current_center() and o.dissolved_at is null`)
}

export function listOrganizations(
  manager: EntityManager,
  { q, kind, after, most }: { q?: string; kind?: OrganizationKind; after: { name: string; id: string } | null; most: number },
): Promise<NodeRow[]> {
  return manager.query(
    `select ${node} from organizations o
     where o.center_id = current_center() and o.dissolved_at is null
       and ($1::text is null or strpos(o.name, $1) > 0 or strpos(o.full_name, $1) > 0 or o.code = $1) and ($2::text is null or o.kind = $2)
       and ($4::uuid is null or (o.name, o.id) > ($3::text, $4::uuid))
     order by o.name, o.id limit $5`,
    [q ?? null, kind ?? null, after?.name ?? null, after?.id ?? null, most],
  )
}

export async function findOrganization(manager: EntityManager, id: string): Promise<OrganizationRow | null> {
  const [row]: OrganizationRow[] = await manager.query(
    `select ${whole} from organizations o left join firms f on f.center_id = o.center_id and f.id = o.firm_id where o.center_id = current_center() and o.id = $1`,
    [id],
  )
  return row ?? null
}

/** Changes of a centre's tree go one after the other: the same lock as the trigger's. */
export async function lockTree(manager: EntityManager): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtextextended('organizations ' || current_center(), 0))`)
}

/** Holds the row, so that nobody joins what is about to be dissolved. */
export async function lockOrganization(manager: EntityManager, id: string): Promise<void> {
  await manager.query('select 1 from organizations where center_id = current_center() and id = $1 for update', [id])
}

export type OrganizationColumns = Omit<OrganizationRow, 'id' | 'firmName' | 'version' | 'dissolvedAt' | 'dissolveReason'>

const columnNames: Readonly<Record<keyof OrganizationColumns, string>> = {
  name: 'name', fullName: 'full_name', kind: 'kind', tier: 'tier', code: 'code', reportsTo: 'reports_to', partnersWith: 'partners_with',
  canApproveProbationary: 'can_approve_probationary', firmId: 'firm_id', foundedOn: 'founded_on', contactName: 'contact_name', contactPhone: 'contact_phone', address: 'address', postcode: 'postcode',
}

export async function insertOrganization(manager: EntityManager, id: string, given: OrganizationColumns, now: Date): Promise<void> {
  const fields = Object.keys(columnNames) as (keyof OrganizationColumns)[]
  await manager.query(
    `insert into organizations (center_id, id, created_at, ${fields.map((field) => columnNames[field]).join(', ')})
     values (current_center(), $1, $2, ${fields.map((_, index) => `$${index + 3}`).join(', ')})`,
    [id, now, ...fields.map((field) => given[field])],
  )
}

export async function updateOrganization(manager: EntityManager, id: string, given: Partial<OrganizationColumns>): Promise<void> {
  const fields = (Object.keys(given) as (keyof OrganizationColumns)[]).filter((field) => given[field] !== undefined)
  const changes = fields.map((field, index) => `${columnNames[field]} = $${index + 2}`)
  await manager.query(`update organizations set ${['version = version + 1', ...changes].join(', ')} where center_id = current_center() and id = $1`, [id, ...fields.map((field) => given[field])])
}

export async function dissolveOrganization(manager: EntityManager, id: string, reason: string, now: Date): Promise<void> {
  await manager.query('update organizations set dissolved_at = $2, dissolve_reason = $3, version = version + 1 where center_id = current_center() and id = $1', [id, now, reason])
}
