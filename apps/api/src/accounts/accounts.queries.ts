import type { Consent } from '@dangqun/contracts/accounts/schemas'
import type { Role, ScopeKind } from '@dangqun/contracts/accounts/vocabulary'
import type { EntityManager } from 'typeorm'

export type IdentityProvider = 'wechat' | 'password'

export interface KnownIdentity {
  accountId: string
  secret: string | null
  isDisabled: boolean
}

export async function findIdentity(manager: EntityManager, provider: IdentityProvider, subject: string): Promise<KnownIdentity | null> {
  const [row]: { account_id: string; secret: string | null; is_disabled: boolean }[] = await manager.query('select * from identity_by_subject($1, $2)', [provider, subject])
  return row ? { accountId: row.account_id, secret: row.secret, isDisabled: row.is_disabled } : null
}

/** A new account with one identity; under a race the account of whoever came first. */
export async function addAccount(manager: EntityManager, accountId: string, provider: IdentityProvider, subject: string, now: Date): Promise<string> {
  const [row]: { owner: string }[] = await manager.query('select add_account($1, $2, $3, $4) as owner', [accountId, provider, subject, now])
  return row?.owner ?? accountId
}

/** An account that its identity follows in the same transaction. */
export async function addAccountAlone(manager: EntityManager, accountId: string, now: Date): Promise<void> {
  await manager.query('select add_bare_account($1, $2)', [accountId, now])
}

export async function openSession(manager: EntityManager, hash: Buffer, accountId: string, channel: string, device: string, now: Date, expiresAt: Date): Promise<void> {
  await manager.query('select open_session($1, $2, $3, $4, $5, $6)', [hash, accountId, channel, device, now, expiresAt])
}

export async function endSession(manager: EntityManager, hash: Buffer, now: Date): Promise<void> {
  await manager.query('select end_session($1, $2)', [hash, now])
}

export async function readAccount(manager: EntityManager, accountId: string): Promise<{ id: string; created_at: Date } | null> {
  const [row]: { id: string; created_at: Date }[] = await manager.query('select id, created_at from accounts where id = $1', [accountId])
  return row ?? null
}

export async function centersById(manager: EntityManager, ids: readonly string[]): Promise<Map<string, { slug: string; name: string }>> {
  const rows: { id: string; slug: string; name: string }[] = await manager.query('select id, slug, name from centers where id = any($1)', [ids])
  return new Map(rows.map(({ id, slug, name }) => [id, { slug, name }]))
}

export interface ConsentRow {
  purpose: Consent['purpose']
  version: string
  granted_at: Date
}

export function listConsents(manager: EntityManager, accountId: string): Promise<ConsentRow[]> {
  return manager.query('select purpose, version, granted_at from consents where account_id = $1 and withdrawn_at is null order by granted_at', [accountId])
}

export interface SessionRow {
  token_hash: Buffer
  id: string
  last_seen_at: Date
  has_second_factor: boolean
  account_id: string
  channel: 'phone' | 'console'
  grants: { role: Role; centerId: string | null; scopeKind: ScopeKind | null; scopeId: string | null }[]
}

export const sessionsByHash = 'select * from sessions_by_hash($1, $2)'
export const sweepSessions = 'select sweep_sessions($1) as gone'
