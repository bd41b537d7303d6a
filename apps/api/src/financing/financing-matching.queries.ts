import type { RematchState } from '@dangqun/contracts/financing/demands/vocabulary'
import type { NeedAnswers } from '@dangqun/contracts/financing/schemas'
import type { MatchOutcome } from '@dangqun/contracts/financing/vocabulary'
import type { EntityManager } from 'typeorm'
import type { LprValues, ServiceRecord } from './financing-check.rules.js'
import type { OfferedRow } from './financing.queries.js'

/** What a ranking was made from: with these it can be made again, to the same result. */
export interface MatchInputs {
  readonly today: string
  readonly lpr: LprValues
  readonly need: NeedAnswers
  /** Product and version. */
  readonly products: readonly (readonly [id: string, number: number])[]
  /** By bank. */
  readonly records: Readonly<Record<string, ServiceRecord>>
}

export interface MatchResult {
  readonly productId: string
  readonly outcome: MatchOutcome
  readonly score: number | null
  readonly allInPpm: number | null
}

export interface KeptMatch {
  demandId: string
  algorithm: number
  inputs: MatchInputs
  results: readonly MatchResult[]
}

export async function keepMatches(manager: EntityManager, kept: readonly KeptMatch[], at: Date): Promise<void> {
  await manager.query(
    `insert into financing_demand_matches (center_id, demand_id, algorithm, inputs, results, matched_at)
     select current_center(), (m ->> 'demandId')::uuid, (m ->> 'algorithm')::int, m -> 'inputs', m -> 'results', $2 from jsonb_array_elements($1::jsonb) as m
     on conflict (center_id, demand_id) do update set algorithm = excluded.algorithm, inputs = excluded.inputs, results = excluded.results, matched_at = excluded.matched_at`,
    [JSON.stringify(kept), at],
  )
}

export async function findMatch(manager: EntityManager, demandId: string): Promise<(Omit<KeptMatch, 'demandId'> & { matchedAt: Date }) | null> {
  const [row]: (Omit<KeptMatch, 'demandId'> & { matchedAt: Date })[] = await manager.query(
    'select algorithm, inputs, results, matched_at as "matchedAt" from financing_demand_matches where center_id = current_center() and demand_id = $1',
    [demandId],
  )
  return row ?? null
}

/** Versions by product and number, whatever has become of them. */
export function listVersionsNamed(manager: EntityManager, named: MatchInputs['products']): Promise<OfferedRow[]> {
  return manager.query(
    `select v.product_id as id, v.number, v.bank_id as "bankId", b.name as "bankName", b.kind as "bankKind", v.terms
     from unnest($1::uuid[], $2::int[]) as n (product_id, number)
     join financing_product_versions v on v.center_id = current_center() and v.product_id = n.product_id and v.number = n.number
     join financing_banks b on b.center_id = v.center_id and b.id = v.bank_id`,
    [named.map(([id]) => id), named.map(([, number]) => number)],
  )
}

/** How each bank has served the firms that consented since a moment; banks without any are left out. Neutral where nothing was measured. */
export async function serviceRecords(manager: EntityManager, since: Date, now: Date): Promise<Record<string, ServiceRecord>> {
  const rows: ({ bankId: string } & ServiceRecord)[] = await manager.query(
    `select r.bank_id as "bankId", count(*)::int as cases,
       (percentile_disc(0.5) within group (order by r.decision_days))::int as "medianWorkingDays",
       coalesce(round(1000.0 * count(*) filter (where r.contacted_at <= r.contact_due_at) / nullif(count(*) filter (where r.contacted_at is not null or r.contact_due_at < $2), 0)), 500)::int as "responsePermille",
       coalesce(round(avg(s.permille)), 500)::int as "satisfactionPermille"
     from financing_referrals r
     left join lateral (select avg((t.stars - 1) * 250) as permille from financing_ratings t where t.center_id = r.center_id and t.referral_id = r.id and t.party = 'firm') s on true
     where r.center_id = current_center() and r.consented_at >= $1
     group by r.bank_id`,
    [since, now],
  )
  return Object.fromEntries(rows.map(({ bankId, ...record }) => [bankId, record]))
}

export interface RematchRow {
  id: string
  state: RematchState
  done: number
  total: number
  afterId: string | null
  startedAt: Date | null
  endedAt: Date | null
}

const rematchColumns = 'id, state, done, total, after_id as "afterId", started_at as "startedAt", ended_at as "endedAt"'

/** A run that is under way begins again. @returns its id */
export async function askRematch(manager: EntityManager, id: string, now: Date): Promise<void> {
  await manager.query(
    `insert into financing_rematches (center_id, id, state, created_at) values (current_center(), $1, 'waiting', $2)
     on conflict (center_id) where state <> 'done' do update set state = 'waiting', done = 0, total = 0, after_id = null, started_at = null`,
    [id, now],
  )
}

export async function lockRematch(manager: EntityManager): Promise<RematchRow | null> {
  const [row]: RematchRow[] = await manager.query(`select ${rematchColumns} from financing_rematches where center_id = current_center() and state <> 'done' for update`)
  return row ?? null
}

export async function newestRematch(manager: EntityManager): Promise<RematchRow | null> {
  const [row]: RematchRow[] = await manager.query(`select ${rematchColumns} from financing_rematches where center_id = current_center() order by created_at desc limit 1`)
  return row ?? null
}

export async function saveRematch(manager: EntityManager, row: RematchRow): Promise<void> {
  await manager.query('update financing_rematches set state = $2, done = $3, total = $4, after_id = $5, started_at = $6, ended_at = $7 where center_id = current_center() and id = $1', [
    row.id, row.state, row.done, row.total, row.afterId, row.startedAt, row.endedAt,
  ])
}

/** Demands that no bank has been picked for, in order of id; locked, so that a firm that picks meanwhile waits or is left out. */
export function nextUnpicked(manager: EntityManager, afterId: string | null, most: number): Promise<{ id: string; need: NeedAnswers; state: string }[]> {
  return manager.query(
    `select id, need, state from financing_demands
     where center_id = current_center() and state in ('verified', 'matched') and ($1::uuid is null or id > $1) order by id limit $2 for update skip locked`,
    [afterId, most],
  )
}

export async function countUnpicked(manager: EntityManager): Promise<number> {
  const [row]: { count: number }[] = await manager.query(`select count(*)::int as count from financing_demands where center_id = current_center() and state in ('verified', 'matched')`)
  return row?.count ?? 0
}
