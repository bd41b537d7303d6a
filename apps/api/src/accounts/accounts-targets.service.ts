import type { GrantScope } from '@dangqun/contracts/accounts/schemas'
import type { Role } from '@dangqun/contracts/accounts/vocabulary'
import type { EntityManager } from 'typeorm'

export interface TakenInvitation {
  readonly accountId: string
  readonly grantId: string
  readonly role: Role
  readonly scope: GrantScope | null
  readonly authorId: string
}

/** What grants ask of the slice that knows branches, firms and persons, which stands above this one. */
export abstract class GrantTargets {
  /** Names by id, of those that exist at the centre of the unit, also of what is no longer in use: roles for it may stand. */
  abstract scopeNames(manager: EntityManager, scopes: readonly GrantScope[]): Promise<Map<string, string>>

  /** The name of what a new role may be held for; null when there is no such thing at the centre of the unit, or it is no longer in use. */
  abstract nameForNewRole(manager: EntityManager, scope: GrantScope): Promise<string | null>

  /** Whether the person exists at the centre of the unit and has no account yet. */
  abstract isFreePerson(manager: EntityManager, personId: string): Promise<boolean>

  /** Makes the person the account's. @returns false when either belongs to another one already */
  abstract bindPerson(manager: EntityManager, personId: string, accountId: string): Promise<boolean>

  /** An invitation was taken up: what it says of the account is known from here on as if the desk had confirmed it. */
  abstract taken(manager: EntityManager, given: TakenInvitation, now: Date): Promise<void>
}
