import type { Bank, ProductTerms } from '@dangqun/contracts/financing/products/schemas'
import type { EntityManager } from 'typeorm'
import type { LprValues } from './financing-check.rules.js'

export interface OfferedRow {
  id: string
  number: number
  bankId: string
  bankName: string
  bankKind: string
  terms: ProductTerms
}

const offered = `select v.product_id as id, v.number, v.bank_id as "bankId", b.name as "bankName", b.kind as "bankKind", v.terms
  from financing_product_versions v join financing_banks b on b.center_id = v.center_id and b.id = v.bank_id
  where v.center_id = current_center() and v.state = 'approved' and b.retired_at is null and $1::date between v.valid_from and v.valid_to`

/** Every product on offer on a day, for matching. */
export function listOffered(manager: EntityManager, today: string): Promise<OfferedRow[]> {
  return manager.query(offered, [today])
}

export function pageOffered(manager: EntityManager, today: string, { bankId, after, most }: { bankId?: string; after: string | null; most: number }): Promise<OfferedRow[]> {
  return manager.query(`${offered} and ($2::uuid is null or v.bank_id = $2) and ($3::uuid is null or v.product_id > $3) order by v.product_id limit $4`, [today, bankId ?? null, after, most])
}

/** What one bank has on offer, the newest product first. */
export function offeredOf(manager: EntityManager, today: string, bankId: string): Promise<OfferedRow[]> {
  return manager.query(`${offered} and v.bank_id = $2 order by v.product_id desc`, [today, bankId])
}

export async function findOffered(manager: EntityManager, today: string, id: string): Promise<OfferedRow | null> {
  const [row]: OfferedRow[] = await manager.query(`${offered} and v.product_id = $2`, [today, id])
  return row ?? null
}

const lprColumns = `to_char(published_on, 'YYYY-MM-DD') as "publishedOn", one_year_bp as "oneYearBp", five_year_bp as "fiveYearBp"`

/** The LPR that holds on a day: the last one published by then. */
export async function lprOn(manager: EntityManager, today: string): Promise<LprValues | null> {
  const [row]: LprValues[] = await manager.query(`select ${lprColumns} from financing_lprs where center_id = current_center() and published_on <= $1::date order by published_on desc limit 1`, [today])
  return row ?? null
}

/** The last five years' at most. */
export function listLprs(manager: EntityManager): Promise<LprValues[]> {
  return manager.query(`select ${lprColumns} from financing_lprs where center_id = current_center() order by financing_lprs.published_on desc limit 60`)
}

export async function saveLpr(manager: EntityManager, { publishedOn, oneYearBp, fiveYearBp }: LprValues, at: Date): Promise<void> {
  await manager.query(
    `insert into financing_lprs (center_id, published_on, one_year_bp, five_year_bp, entered_at) values (current_center(), $1, $2, $3, $4)
     on conflict (center_id, published_on) do update set one_year_bp = excluded.one_year_bp, five_year_bp = excluded.five_year_bp, entered_at = excluded.entered_at`,
    [publishedOn, oneYearBp, fiveYearBp, at],
  )
}

/** @returns whether there was one */
export async function removeLpr(manager: EntityManager, publishedOn: string): Promise<boolean> {
  const [rows]: [unknown[], number] = await manager.query('delete from financing_lprs where center_id = current_center() and published_on = $1 returning published_on', [publishedOn])
  return rows.length > 0
}

/** Also of those that are retired. */
export function namesOfBanks(manager: EntityManager, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return manager.query('select id, name from financing_banks where center_id = current_center() and id = any($1)', [ids])
}

/** Those that work with the centre now. */
export function listBanks(manager: EntityManager): Promise<Bank[]> {
  return manager.query('select id, name, kind from financing_banks where center_id = current_center() and retired_at is null order by place, name')
}
