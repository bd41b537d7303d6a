import type { ProductTerms } from '@dangqun/contracts/financing/products/schemas'
import type { VersionState } from '@dangqun/contracts/financing/vocabulary'
import type { EntityManager } from 'typeorm'

export interface VersionRow {
  productId: string
  number: number
  bankId: string
  bankName: string
  bankKind: string
  isBankRetired: boolean
  state: VersionState
  terms: ProductTerms
  revision: number
  createdAt: Date
  submittedAt: Date | null
  decidedAt: Date | null
  note: string | null
}

const version = `select v.product_id as "productId", v.number, v.bank_id as "bankId", b.name as "bankName", b.kind as "bankKind", b.retired_at is not null as "isBankRetired", v.state, v.terms, v.revision, v.created_at as "createdAt", v.submitted_at as "submittedAt", v.decided_at as "decidedAt", v.note
  from financing_product_versions v join financing_banks b on b.center_id = v.center_id and b.id = v.bank_id where v.center_id = current_center()`

export async function findVersion(manager: EntityManager, productId: string, number: number): Promise<VersionRow | null> {
  const [row]: VersionRow[] = await manager.query(`${version} and v.product_id = $1 and v.number = $2`, [productId, number])
  return row ?? null
}

/** Changes of one product go one after the other. @returns the product's bank, null when there is no such product */
export async function lockProduct(manager: EntityManager, productId: string): Promise<string | null> {
  const [row]: { bankId: string }[] = await manager.query('select bank_id as "bankId" from financing_products where center_id = current_center() and id = $1 for update', [productId])
  return row?.bankId ?? null
}

/** All versions of one product, the newest first. */
export function versionsOf(manager: EntityManager, productId: string): Promise<VersionRow[]> {
  return manager.query(`${version} and v.product_id = $1 order by v.number desc`, [productId])
}

export interface VersionFilter {
  /** null: every bank's. */
  banks: readonly string[] | null
  state?: VersionState
  productId?: string
  after: { createdAt: string; productId: string; number: number } | null
  most: number
}

export function listVersions(manager: EntityManager, { banks, state, productId, after, most }: VersionFilter): Promise<VersionRow[]> {
  return manager.query(
    `${version} and ($1::uuid[] is null or v.bank_id = any($1)) and ($2::text is null or v.state = $2) and ($3::uuid is null or v.product_id = $3)
       and ($5::uuid is null or (v.created_at, v.product_id, v.number) < ($4::timestamptz, $5::uuid, $6::integer))
     order by v.created_at desc, v.product_id desc, v.number desc limit $7`,
    [banks, state ?? null, productId ?? null, after?.createdAt ?? null, after?.productId ?? null, after?.number ?? null, most],
  )
}

export async function insertProduct(manager: EntityManager, { id, bankId, at }: { id: string; bankId: string; at: Date }): Promise<void> {
  await manager.query('insert into financing_products (center_id, id, bank_id, created_at) values (current_center(), $1, $2, $3)', [id, bankId, at])
}

export async function insertVersion(manager: EntityManager, { productId, bankId, number, terms, at }: { productId: string; bankId: string; number: number; terms: ProductTerms; at: Date }): Promise<void> {
  await manager.query(
    `insert into financing_product_versions (center_id, product_id, bank_id, number, state, terms, valid_from, valid_to, created_at) values (current_center(), $1, $2, $3, 'draft', $4, $5, $6, $7)`,
    [productId, bankId, number, JSON.stringify(terms), terms.validFrom, terms.validTo, at],
  )
}

export async function saveVersion(manager: EntityManager, { productId, number, state, terms, revision, submittedAt, decidedAt, note }: VersionRow): Promise<void> {
  await manager.query(
    `update financing_product_versions set state = $3, terms = $4, valid_from = $5, valid_to = $6, revision = $7, submitted_at = $8, decided_at = $9, note = $10
     where center_id = current_center() and product_id = $1 and number = $2`,
    [productId, number, state, JSON.stringify(terms), terms.validFrom, terms.validTo, revision, submittedAt, decidedAt, note],
  )
}
