import type pg from 'pg'
import type { ChainHead, SealedFact } from './audit-chain.rules.js'

/** Whoever can run a statement at a centre: a unit's manager, or the verifying program's own connection. */
export type Ask = <Row>(sql: string, parameters: unknown[]) => Promise<Row[]>

export async function readHead(ask: Ask): Promise<(ChainHead & { sealedAt: Date }) | null> {
  const [head] = await ask<{ number: string; hash: Buffer; sealedAt: Date }>('select number, hash, sealed_at as "sealedAt" from audit_chains where center_id = current_center()', [])
  return head ? { ...head, number: Number(head.number) } : null
}

/** @returns the seal of a number; null when it is missing */
export async function readSeal(ask: Ask, number: number): Promise<ChainHead | null> {
  const [seal] = await ask<{ hash: Buffer }>('select hash from audit_seals where center_id = current_center() and number = $1', [number])
  return seal ? { number, hash: seal.hash } : null
}

interface SealRow {
  number: string
  factId: string
  hash: Buffer
  id: string | null
  micros: string
  accountId: string | null
  fact: string
  subjectId: string
  data: string
}

/** The seals behind one, in order, each with its fact. */
export async function readStretch(ask: Ask, after: number, most: number): Promise<SealedFact[]> {
  const rows = await ask<SealRow>(
    `select s.number, s.fact_id as "factId", s.hash, f.id, (extract(epoch from f.at) * 1000000)::bigint::text as micros, f.account_id as "accountId", f.fact, f.subject_id as "subjectId", f.data::text as data
     from (select * from audit_seals where center_id = current_center() and number > $1 order by number limit $2) s
       left join lateral (select * from audit_facts where center_id = current_center() and id = s.fact_id limit 1) f on true
     order by s.number`,
    [after, most],
  )
  return rows.map(({ number, factId, hash, id, ...fact }) => ({ number: Number(number), factId, hash, fact: id === null ? null : { id, ...fact } }))
}

/** Facts with a place before the head, and no seal, up to `most`: nobody who keeps to the rules can write one. */
export async function listUnsealed(ask: Ask, most: number): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    `select f.id from audit_facts f join audit_chains c on c.center_id = current_center()
     where f.center_id = current_center() and (f.txid, f.id) <= (c.txid, c.fact_id)
       and not exists (select from audit_seals s where s.center_id = current_center() and s.fact_id = f.id)
     order by f.txid, f.id limit $1`,
    [most],
  )
  return rows.map(({ id }) => id)
}

/** Facts that wait to be sealed, counted up to `most`, and since when the first does. */
export async function countWaiting(ask: Ask, most: number): Promise<{ waiting: number; since: Date | null }> {
  const [row] = await ask<{ waiting: number; since: Date | null }>(
    `select count(*)::int as waiting, min(at) as since from (
       select f.at from audit_facts f
       where f.center_id = current_center() and (f.txid, f.id) > (
         coalesce((select txid from audit_chains where center_id = current_center()), '0'),
         coalesce((select fact_id from audit_chains where center_id = current_center()), '00000000-0000-0000-0000-000000000000'))
       order by f.txid, f.id limit $1) as counted`,
    [most],
  )
  return row ?? { waiting: 0, since: null }
}

export async function sealFacts(ask: Ask, most: number): Promise<number> {
  const [row] = await ask<{ sealed: number }>('select seal_facts($1) as sealed', [most])
  return row?.sealed ?? 0
}

/** After a dump was restored into a cluster that counts transactions anew; by the owner. @returns how many chains it concerned */
export async function rebaseChains(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ rebased: number }>('select rebase_audit() as rebased')
  return rows[0]?.rebased ?? 0
}
