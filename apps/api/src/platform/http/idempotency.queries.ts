import type { QueryConfig } from 'pg'
import type { EntityManager } from 'typeorm'
import { refuseRequest } from '../errors/request.errors.js'
import { FinishedReply, type Idempotency } from './scope.js'

/** How long a key answers with the same bytes: 24 h. */
export const keyLifetimeMs = 24 * 3_600_000

/**
 * Claims a key for this transaction. A parallel request with the same key waits here until the
 * first one commits, then gets its bytes; if the first one failed, this one goes on in its place.
 * @returns the stored reply of an earlier use, or null: the caller goes ahead.
 * @throws AppError `request.idempotencyKeyReused` when the key was used for something else.
 */
export async function claimKey(manager: EntityManager, accountId: string, { route, key, requestHash }: Idempotency, now: Date): Promise<FinishedReply | null> {
  const claimed: unknown[] = await manager.query(
    `insert into idempotency_keys as k (center_id, account_id, route, key, request_hash, created_at)
     values (current_center(), $1, $2, $3, $4, $5)
     on conflict (center_id, account_id, route, key) do update
       set request_hash = excluded.request_hash, created_at = excluded.created_at, status = null, reply = null
       where k.created_at <= $6
     returning 1`,
    [accountId, route, key, requestHash, now, new Date(now.getTime() - keyLifetimeMs)],
  )
  if (claimed.length > 0) return null
  const [stored]: StoredKey[] = await manager.query(
    `select account_id, key, request_hash, status, reply from idempotency_keys where center_id = current_center() and account_id = $1 and route = $2 and key = $3`,
    [accountId, route, key],
  )
  return stored ? replayOf(stored, requestHash) : null
}

export interface StoredKey {
  account_id: string
  key: string
  request_hash: Buffer
  status: number
  reply: string
}

/** @throws AppError `request.idempotencyKeyReused` when the key was used for something else. */
export function replayOf(stored: Pick<StoredKey, 'request_hash' | 'status' | 'reply'>, requestHash: Buffer): FinishedReply {
  if (!stored.request_hash.equals(requestHash)) throw refuseRequest('request.idempotencyKeyReused')
  return new FinishedReply(stored.status, stored.reply, true)
}

export async function keepReply(manager: EntityManager, accountId: string, { route, key }: Idempotency, reply: FinishedReply): Promise<void> {
  await manager.query(
    `update idempotency_keys set status = $4, reply = $5 where center_id = current_center() and account_id = $1 and route = $2 and key = $3`,
    [accountId, route, key, reply.status, reply.bytes],
  )
}

/** Removes keys past their lifetime at the centre of this transaction; @returns how many. */
export async function sweepKeys(manager: EntityManager, now: Date): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(`delete from idempotency_keys where center_id = current_center() and created_at <= $1`, [new Date(now.getTime() - keyLifetimeMs)])
  return count
}

// ── many keys of one route at once, for a transaction that several requests share ──

export interface ClaimedKey {
  accountId: string
  idempotency: Idempotency
}

export interface FinishedKey extends ClaimedKey {
  reply: FinishedReply
}

const routeOf = (keys: readonly ClaimedKey[]) => keys[0]?.idempotency.route
const accountsAndKeys = (keys: readonly ClaimedKey[]) => [keys.map((each) => each.accountId), keys.map((each) => each.idempotency.key)]

/**
 * Answers KnownKey rows. One index look-up per key, whatever the planner believes of the table: a
 * rush is just when its statistics are old.
 */
export function selectKeys(keys: readonly ClaimedKey[], now: Date): QueryConfig {
  return {
    text: `select k.* from unnest($2::uuid[], $3::text[]) as n (account_id, key)
      cross join lateral (
        select account_id, key, request_hash, status, reply, created_at <= $4 as "isOutdated" from idempotency_keys
        where center_id = current_center() and account_id = n.account_id and route = $1 and key = n.key limit 1) k`,
    values: [routeOf(keys), ...accountsAndKeys(keys), new Date(now.getTime() - keyLifetimeMs)],
  }
}

export interface KnownKey extends StoredKey {
  /** Past its lifetime: free again once it is deleted. */
  isOutdated: boolean
}

export function deleteKeys(keys: readonly ClaimedKey[]): QueryConfig {
  return {
    text: `delete from idempotency_keys k using unnest($2::uuid[], $3::text[]) as n (account_id, key)
      where k.center_id = current_center() and k.route = $1 and k.account_id = n.account_id and k.key = n.key`,
    values: [routeOf(keys), ...accountsAndKeys(keys)],
  }
}

/** Fails when one of them is there already: the transaction must not commit then. */
export function insertKeys(keys: readonly FinishedKey[], now: Date): QueryConfig {
  return {
    text: `insert into idempotency_keys (center_id, account_id, route, key, request_hash, status, reply, created_at)
      select current_center(), n.account_id, $1, n.key, n.request_hash, n.status, n.reply, $7
      from unnest($2::uuid[], $3::text[], $4::bytea[], $5::smallint[], $6::text[]) as n (account_id, key, request_hash, status, reply)`,
    values: [routeOf(keys), ...accountsAndKeys(keys), keys.map((each) => each.idempotency.requestHash), keys.map((each) => each.reply.status), keys.map((each) => each.reply.bytes), now],
  }
}
