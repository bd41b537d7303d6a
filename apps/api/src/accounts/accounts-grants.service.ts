import { Injectable } from '@nestjs/common'
import type { GrantsPage, grantsSchemas as Schemas, InvitationsPage, NewInvitation } from '@dangqun/contracts/accounts/grants/schemas'
import type { GrantScope } from '@dangqun/contracts/accounts/schemas'
import { invitationCodeLength, invitationDays, platformRoles, scopeKindLabels, scopeOfRole, type Role } from '@dangqun/contracts/accounts/vocabulary'
import { createHash, randomBytes } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { Audit } from '../audit/audit.service.js'
import { makeCode } from '../centers/centers-code.rules.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import type { DetachedCenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import * as queries from './accounts-grants.queries.js'
import { GrantTargets } from './accounts-targets.service.js'
import { refuseAccounts } from './accounts.errors.js'
import type { AccountsFact } from './accounts.facts.js'
import { grantableRoles, revocableRoles, seesPlatform } from './accounts.policy.js'

type Body<Name extends 'revoke' | 'invite'> = Parsed<(typeof Schemas)[Name], 'body'>
type Query<Name extends 'list' | 'listInvitations'> = Parsed<(typeof Schemas)[Name], 'query'>

const dayMs = 86_400_000

/** Who holds which role at a centre: given by invitation only, so that nobody gets a role without a yes of their own. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly audit: Audit,
    private readonly targets: GrantTargets,
    private readonly units: Units,
  ) {}

  async list({ manager, caller, centerId }: SignedInCenterScope, query: Query<'list'>): Promise<GrantsPage> {
    const [after = null] = readCursor(query.cursor, 1) ?? []
    const revocable = revocableRoles(caller.grants, centerId)
    const rows = await queries.listGrants(manager, { withPlatform: seesPlatform(caller.grants), role: query.role ?? null, isStanding: query.state === 'standing', after, most: query.limit + 1 })
    const names = await this.namesOf(manager, rows)
    const page = pageOf(rows, query.limit, (row) => toGrant(row, names, row.account_id !== caller.accountId && revocable.includes(row.role)), (row) => [row.id])
    return { ...page, grantable: grantableRoles(caller.grants, centerId) }
  }

  /** @throws AppError `accounts.grantNotFound`, `accounts.mayNotGrant`, `accounts.ownGrant`, `accounts.alreadyRevoked` */
  async revoke(scope: SignedInCenterScope, id: string, { reason }: Body<'revoke'>): Promise<null> {
    const { manager, caller, centerId, now } = scope
    const grant = await queries.lockGrant(manager, id, seesPlatform(caller.grants))
    if (!grant) throw refuseAccounts('accounts.grantNotFound')
    if (!revocableRoles(caller.grants, centerId).includes(grant.role)) throw refuseAccounts('accounts.mayNotGrant')
    if (grant.account_id === caller.accountId) throw refuseAccounts('accounts.ownGrant')
    if (grant.revoked_at) throw refuseAccounts('accounts.alreadyRevoked')
    await queries.revokeGrant(manager, id, caller.accountId, reason, now)
    await this.audit.record(scope, { fact: 'accounts.grantRevoked', subjectId: id, data: { role: grant.role, accountId: grant.account_id } } satisfies AccountsFact)
    return null
  }

  async listInvitations({ manager, now, caller, centerId }: SignedInCenterScope, query: Query<'listInvitations'>): Promise<InvitationsPage> {
    const [after = null] = readCursor(query.cursor, 1) ?? []
    const rows = await queries.listInvitations(manager, { isOpen: query.state === 'open', now, after, most: query.limit + 1 })
    const names = await this.namesOf(manager, rows)
    const revocable = revocableRoles(caller.grants, centerId)
    return pageOf(rows, query.limit, (row) => toInvitation(row, names, revocable, now), (row) => [row.id])
  }

  /** @throws AppError `accounts.mayNotGrant`, `accounts.scopeNeeded`, `accounts.scopeNotFound`, `accounts.invitationOtherPerson` */
  invite({ centerId, caller, now }: DetachedCenterScope, given: Body<'invite'>): Promise<NewInvitation> {
    return this.units.runAt(centerId, (manager) => this.inviteIn({ manager, centerId, caller, now }, given))
  }

  private async inviteIn(scope: SignedInCenterScope, given: Body<'invite'>): Promise<NewInvitation> {
    const { manager, caller, centerId, now } = scope
    const grantable = grantableRoles(caller.grants, centerId)
    if (!grantable.includes(given.role)) throw refuseAccounts('accounts.mayNotGrant')
    const target = await this.scopeFor(manager, given.role, given.scope)
    if (given.personId !== undefined && !(await this.targets.isFreePerson(manager, given.personId))) throw refuseAccounts('accounts.invitationOtherPerson')
    const code = makeCode([...randomBytes(invitationCodeLength)], invitationCodeLength)
    const expiresAt = new Date(now.getTime() + invitationDays * dayMs)
    const isPlatform = (platformRoles as readonly Role[]).includes(given.role)
    const row = {
      codeHash: hashCode(code), role: given.role, centerId: isPlatform ? null : centerId, scope: target?.scope ?? null, personId: given.personId ?? null, note: given.note, authorId: caller.accountId, now, expiresAt,
    }
    const id = await queries.addInvitation(manager, row)
    await this.audit.record(scope, { fact: 'accounts.invited', subjectId: id, data: { role: given.role, scopeId: target?.scope.id ?? null } } satisfies AccountsFact)
    return {
      id, code, role: given.role, scope: target && { ...target.scope, name: target.name }, personName: null, note: given.note,
      createdAt: shanghaiIso(now), expiresAt: shanghaiIso(expiresAt), state: 'open', endedAt: null, allowedActions: ['withdraw'],
    }
  }

  /** @throws AppError `accounts.invitationNotFound`, `accounts.mayNotGrant`, `accounts.invitationOver` */
  async withdraw(scope: SignedInCenterScope, id: string): Promise<null> {
    const { manager, caller, centerId, now } = scope
    const invitation = await queries.withdrawInvitation(manager, id, now)
    if (!invitation) throw refuseAccounts('accounts.invitationNotFound')
    if (!revocableRoles(caller.grants, centerId).includes(invitation.role)) throw refuseAccounts('accounts.mayNotGrant')
    if (!invitation.ended) throw refuseAccounts('accounts.invitationOver')
    await this.audit.record(scope, { fact: 'accounts.invitationWithdrawn', subjectId: id, data: { role: invitation.role } } satisfies AccountsFact)
    return null
  }

  private async scopeFor(manager: EntityManager, role: Role, given: GrantScope | undefined): Promise<{ scope: GrantScope; name: string } | null> {
    const kind = scopeOfRole[role]
    if (kind === undefined) return null
    if (given?.kind !== kind) throw refuseAccounts('accounts.scopeNeeded', { scope: scopeKindLabels[kind] })
    const name = await this.targets.nameForNewRole(manager, given)
    if (name === null) throw refuseAccounts('accounts.scopeNotFound')
    return { scope: given, name }
  }

  private namesOf(manager: EntityManager, rows: readonly queries.ScopedRow[]): Promise<Map<string, string>> {
    return this.targets.scopeNames(manager, rows.flatMap((row) => scopeOf(row, new Map()) ?? []))
  }
}

/** Codes are short, so what is stored of them is a digest; guessing is what the counter of tries is for. */
export function hashCode(code: string): Buffer {
  return createHash('sha256').update(`invitation\n${code}`).digest()
}

export function scopeOf(row: queries.ScopedRow, names: ReadonlyMap<string, string>): (GrantScope & { name: string | null }) | null {
  return row.scope_kind && row.scope_id ? { kind: row.scope_kind, id: row.scope_id, name: names.get(row.scope_id) ?? null } : null
}

function toGrant(row: queries.GrantListRow, names: ReadonlyMap<string, string>, mayRevoke: boolean): GrantsPage['items'][number] {
  return {
    id: row.id, role: row.role, scope: scopeOf(row, names), isPlatform: row.center_id === null, username: row.username, personName: row.person_name,
    grantedAt: shanghaiIso(row.created_at), revokedAt: row.revoked_at && shanghaiIso(row.revoked_at), revokeReason: row.revoke_reason,
    allowedActions: row.revoked_at === null && mayRevoke ? ['revoke'] : [],
  }
}

function toInvitation(row: queries.InvitationListRow, names: ReadonlyMap<string, string>, revocable: readonly Role[], now: Date): InvitationsPage['items'][number] {
  const state = row.accepted_at ? 'accepted' : row.withdrawn_at ? 'withdrawn' : row.expires_at <= now ? 'expired' : 'open'
  const endedAt = row.accepted_at ?? row.withdrawn_at ?? (state === 'expired' ? row.expires_at : null)
  return {
    id: row.id, role: row.role, scope: scopeOf(row, names), personName: row.person_name, note: row.note, createdAt: shanghaiIso(row.created_at), expiresAt: shanghaiIso(row.expires_at),
    state, endedAt: endedAt && shanghaiIso(endedAt), allowedActions: state === 'open' && revocable.includes(row.role) ? ['withdraw'] : [],
  }
}
