import type { DemandCounts } from '@dangqun/contracts/financing/demands/schemas'
import type { DemandState, DemandView } from '@dangqun/contracts/financing/demands/vocabulary'
import type { Party } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { Purpose } from '@dangqun/contracts/financing/vocabulary'
import type { FirmKind } from '@dangqun/contracts/organization/vocabulary'
import type { EntityManager } from 'typeorm'

/** A firm as a demand shows it. */
export interface DemandFirmRow {
  id: string
  name: string
  kind: FirmKind
  creditCode: string | null
  industry: string | null
  foundedOn: string
  buildingName: string
  room: string
}

const firmColumns = `f.id, f.name, f.kind, f.credit_code as "creditCode", f.industry, to_char(f.founded_on, 'YYYY-MM-DD') as "foundedOn", b.name as "buildingName", f.room`

export function listFirmsNamed(manager: EntityManager, ids: readonly string[]): Promise<DemandFirmRow[]> {
  return manager.query(`select ${firmColumns} from firms f join buildings b on b.center_id = f.center_id and b.id = f.building_id where f.center_id = current_center() and f.id = any($1::uuid[]) order by f.name, f.id`, [ids])
}

/** The newest demand of each firm that has not ended. */
export async function openDemandsOf(manager: EntityManager, firmIds: readonly string[]): Promise<Map<string, string>> {
  const rows: { firmId: string; id: string }[] = await manager.query(
    `select distinct on (firm_id) firm_id as "firmId", id from financing_demands where center_id = current_center() and firm_id = any($1::uuid[]) and holder is not null order by firm_id, changed_at desc`,
    [firmIds],
  )
  return new Map(rows.map(({ firmId, id }) => [firmId, id]))
}

export interface DemandListRow {
  id: string
  state: DemandState
  firmId: string
  firmName: string
  buildingName: string
  amountFen: string
  months: number
  purpose: Purpose
  holder: Party | null
  dueAt: Date | null
  sortAt: Date
  banks: number
  disbursedFen: string
  submittedAt: Date | null
  changedAt: Date
}

const summary = `d.id, d.state, d.firm_id as "firmId", f.name as "firmName", b.name as "buildingName", d.amount_fen as "amountFen", (d.need ->> 'months')::int as months, d.need ->> 'purpose' as purpose,
  d.holder, d.due_at as "dueAt", d.sort_at as "sortAt", d.disbursed_fen as "disbursedFen", d.submitted_at as "submittedAt", d.changed_at as "changedAt",
  (select count(*)::int from financing_referrals r where r.center_id = d.center_id and r.demand_id = d.id and r.slot is not null) as banks`
const joins = 'join firms f on f.center_id = d.center_id and f.id = d.firm_id join buildings b on b.center_id = f.center_id and b.id = f.building_id'

const views: Record<DemandView, { where: string; order: 'due' | 'changed' }> = {
  mine: { where: 'd.firm_id = any($1::uuid[])', order: 'changed' },
  waiting: { where: `d.holder = 'center'`, order: 'due' },
  open: { where: `d.holder is not null and d.state <> 'draft'`, order: 'due' },
  ended: { where: 'd.holder is null and d.submitted_at is not null', order: 'changed' },
}

export interface DemandFilter {
  view: DemandView
  /** Of `mine`. */
  firms: readonly string[]
  state: DemandState | null
  after: { at: string; id: string } | null
  most: number
}

export function listDemands(manager: EntityManager, { view, firms, state, after, most }: DemandFilter): Promise<DemandListRow[]> {
  const { where, order } = views[view]
  const [sort, direction, compare] = order === 'due' ? ['d.sort_at', 'asc', '>'] : ['d.changed_at', 'desc', '<']
  // The page first, from the index alone; names and counts for its rows only.
  return manager.query(
    `with page as materialized (
       select d.center_id, d.id from financing_demands d
       where d.center_id = current_center() and $1::uuid[] is not null and ${where} and ($2::text is null or d.state = $2) and ($4::uuid is null or (${sort}, d.id) ${compare} ($3::timestamptz, $4::uuid))
       order by ${sort} ${direction}, d.id ${direction} limit $5)
     select ${summary} from page join financing_demands d using (center_id, id) ${joins} order by ${sort} ${direction}, d.id ${direction}`,
    [firms, state, after?.at ?? null, after?.id ?? null, most],
  )
}

export async function findDemandSummary(manager: EntityManager, id: string): Promise<DemandListRow | null> {
  const [row]: DemandListRow[] = await manager.query(`select ${summary} from financing_demands d ${joins} where d.center_id = current_center() and d.id = $1`, [id])
  return row ?? null
}

/** As the centre sees them; each counted up to `most`. */
export async function countDemands(manager: EntityManager, now: Date, most: number): Promise<DemandCounts> {
  const counted: Record<keyof DemandCounts, string> = { waiting: views.waiting.where, overdue: `${views.waiting.where} and d.sort_at < $1`, open: views.open.where, ended: views.ended.where }
  const [row]: DemandCounts[] = await manager.query(
    `select ${Object.entries(counted).map(([name, where]) => `(select count(*)::int from (select from financing_demands d where d.center_id = current_center() and $1::timestamptz is not null and ${where} limit $2) few) as "${name}"`).join(', ')}`,
    [now, most],
  )
  return row ?? { waiting: 0, overdue: 0, open: 0, ended: 0 }
}

/** Demands that an account wrote, the oldest first: locked in this order by whoever changes several. */
export async function demandsOfAccount(manager: EntityManager, accountId: string, isOpen: boolean | null = null): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `select d.id from financing_demands d join persons p on p.center_id = d.center_id and p.id = d.person_id
     where d.center_id = current_center() and p.account_id = $1 and ($2::boolean is null or (d.holder is not null) = $2) order by d.id`,
    [accountId, isOpen],
  )
  return rows.map(({ id }) => id)
}
