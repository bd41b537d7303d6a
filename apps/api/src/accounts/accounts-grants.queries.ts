import type { Role, ScopeKind } from '@dangqun/contracts/accounts/vocabulary'
import type { EntityManager } from 'typeorm'

export interface ScopedRow {
  role: Role
  center_id: string | null
  scope_kind: ScopeKind | null
  scope_id: string | null
}

export interface GrantListRow extends ScopedRow {
  id: string
  account_id: string
  created_at: Date
  revoked_at: Date | null
  revoke_reason: string | null
  username: string | null
  person_name: string | null
}

export function listGrants(manager: EntityManager, filter: { withPlatform: boolean; role: Role | null; isStanding: boolean; after: string | null; most: number }): Promise<GrantListRow[]> {
  return manager.query('select * from list_grants($1, $2, $3, $4, $5)', [filter.withPlatform, filter.role, filter.isStanding, filter.after, filter.most])
}

/** Accounts that hold one of these roles at the centre of the unit; with `scopeId`, those that hold it for that one. */
export async function accountsHolding(manager: EntityManager, roles: readonly Role[], scopeId: string | null = null): Promise<string[]> {
  const rows: { account_id: string }[] = await manager.query('select account_id from accounts_holding($1, $2)', [roles, scopeId])
  return rows.map(({ account_id }) => account_id)
}

/** Locks it. */
export async function lockGrant(manager: EntityManager, id: string, withPlatform: boolean): Promise<{ id: string; account_id: string; role: Role; center_id: string | null; revoked_at: Date | null } | null> {
  const [row]: [{ id: string; account_id: string; role: Role; center_id: string | null; revoked_at: Date | null }?] = await manager.query('select * from grant_by_id($1, $2)', [id, withPlatform])
  return row ?? null
}

export async function revokeGrant(manager: EntityManager, id: string, revokerId: string, reason: string, now: Date): Promise<void> {
  await manager.query('select revoke_grant($1, $2, $3, $4)', [id, revokerId, reason, now])
}

export interface InvitationListRow extends ScopedRow {
  id: string
  person_name: string | null
  note: string
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
  withdrawn_at: Date | null
}

export function listInvitations(manager: EntityManager, filter: { isOpen: boolean; now: Date; after: string | null; most: number }): Promise<InvitationListRow[]> {
  return manager.query('select * from list_invitations($1, $2, $3, $4)', [filter.isOpen, filter.now, filter.after, filter.most])
}

export interface NewInvitationRow {
  codeHash: Buffer
  role: Role
  centerId: string | null
  scope: { kind: ScopeKind; id: string } | null
  personId: string | null
  note: string
  authorId: string
  now: Date
  expiresAt: Date
}

export async function addInvitation(manager: EntityManager, row: NewInvitationRow): Promise<string> {
  const [added]: [{ id: string }?] = await manager.query('select add_invitation($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as id', [
    row.codeHash, row.role, row.centerId, row.scope?.kind ?? null, row.scope?.id ?? null, row.personId, row.note, row.authorId, row.now, row.expiresAt,
  ])
  if (!added) throw new Error('an invitation was not added')
  return added.id
}

/** @returns null when there is none at this centre; `ended` false when it was used or withdrawn before */
export async function withdrawInvitation(manager: EntityManager, id: string, now: Date): Promise<{ role: Role; center_id: string | null; ended: boolean } | null> {
  const [row]: [{ role: Role; center_id: string | null; ended: boolean }?] = await manager.query('select * from withdraw_invitation($1, $2)', [id, now])
  return row ?? null
}

export interface InvitationRow extends ScopedRow {
  id: string
  issued_center_id: string
  person_id: string | null
  created_by: string
  expires_at: Date
  accepted_by: string | null
  accepted_at: Date | null
  withdrawn_at: Date | null
}

export async function findInvitation(manager: EntityManager, codeHash: Buffer): Promise<InvitationRow | null> {
  const [row]: [InvitationRow?] = await manager.query('select * from invitation_by_code($1)', [codeHash])
  return row ?? null
}

/** @returns the grant; null when the code cannot be used (any more) */
export async function acceptInvitation(manager: EntityManager, codeHash: Buffer, accountId: string, now: Date): Promise<string | null> {
  const [row]: [{ id: string | null }?] = await manager.query('select accept_invitation($1, $2, $3) as id', [codeHash, accountId, now])
  return row?.id ?? null
}

export async function setPassword(manager: EntityManager, accountId: string, username: string, secret: string, now: Date): Promise<boolean> {
  const [row]: [{ set: boolean }?] = await manager.query('select set_password($1, $2, $3, $4) as set', [accountId, username, secret, now])
  return row?.set ?? false
}
