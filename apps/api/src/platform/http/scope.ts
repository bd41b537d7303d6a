import type { Permission } from '@dangqun/contracts/kit/access'
import type { GrantScope } from '@dangqun/contracts/accounts/schemas'
import type { Role } from '@dangqun/contracts/accounts/vocabulary'
import type { FileReply } from '@dangqun/contracts/kit/file.schemas'
import type { EntityManager } from 'typeorm'

/** A signed-in account, with what it may do at the centre of this request. */
export interface Caller {
  readonly accountId: string
  readonly channel: 'phone' | 'console'
  readonly grants: readonly HeldGrant[]
  /** The session, by its name in lists. */
  readonly sessionId: string
  /** Whether a role asks for a second factor that is not set up: until then it opens nothing. */
  readonly secondFactor: 'off' | 'needed' | 'on'
  /** SHA-256 of the session token, to end this very session. */
  readonly tokenHash: Buffer
}

export interface HeldGrant {
  readonly role: Role
  /** null: held on the whole platform. */
  readonly centerId: string | null
  readonly permissions: readonly Permission[]
  /** The one branch, committee, bank or firm that it is held for; null: not narrowed. */
  readonly scope: GrantScope | null
}

/** What one request works in: one transaction, one moment, one caller, at most one centre. */
export interface Scope {
  readonly manager: EntityManager
  readonly now: Date
  readonly caller: Caller | null
}

export interface SignedInScope extends Scope {
  readonly caller: Caller
}

export interface CenterScope extends Scope {
  readonly centerId: string
}

export interface SignedInCenterScope extends CenterScope {
  readonly caller: Caller
}

/**
 * For the routes that bring their own transaction: a login waits for WeChat or a password hash and
 * must not hold a connection meanwhile; sign-up shares its transaction with others.
 */
export interface DetachedScope {
  /** Where the request came from: the connection's other end, which may be a proxy. */
  readonly address: string
  /** What the caller's program says of itself. */
  readonly agent: string
  readonly now: Date
  readonly caller: Caller | null
  readonly idempotency: Idempotency | null
  /** A handler that answers finished bytes (a string) says here how they are to be sent. */
  readonly outcome: { status: number; replayed: boolean }
}

export interface DetachedCenterScope extends DetachedScope {
  readonly centerId: string
  readonly caller: Caller
}

/** A POST's `Idempotency-Key`, with the digest of what it was used for. */
export interface Idempotency {
  readonly route: string
  readonly key: string
  readonly requestHash: Buffer
}

/** A finished answer: its bytes are final, so that a repetition gets the same ones. */
export class FinishedReply {
  constructor(
    readonly status: number,
    readonly bytes: string,
    readonly replayed = false,
    /** Sent instead of the bytes. */
    readonly file: FileReply | null = null,
  ) {}
}

/** Whether the caller holds a permission at a centre (null: on the platform); a platform-wide grant holds everywhere. */
export function holds(caller: Caller | null, permission: Permission, centerId: string | null): boolean {
  return caller !== null && caller.grants.some((grant) => (grant.centerId === centerId || grant.centerId === null) && grant.permissions.includes(permission))
}
