import type { GrantScope } from '@dangqun/contracts/accounts/schemas'
import type { EntityManager } from 'typeorm'

/** What grants ask of the slice that knows branches, firms and persons, which stands above this one. */
export abstract class GrantTargets {
  /** Names by id, of those that exist at the centre of the unit. */
  abstract scopeNames(manager: EntityManager, scopes: readonly GrantScope[]): Promise<Map<string, string>>

  /** Whether the person exists at the centre of the unit and has no account yet. */
  abstract isFreePerson(manager: EntityManager, personId: string): Promise<boolean>

  /** Makes the person the account's. @returns false when either belongs to another one already */
  abstract bindPerson(manager: EntityManager, personId: string, accountId: string): Promise<boolean>
}
