import { Injectable } from '@nestjs/common'
import type { GrantScope } from '@dangqun/contracts/accounts/schemas'
import type { EntityManager } from 'typeorm'
import { GrantTargets, type TakenInvitation } from '../accounts/accounts-targets.service.js'
import { FinancingProductsService } from '../financing/financing-products.service.js'
import { OrganizationTargets } from '../organization/organization-targets.service.js'

/** What roles are held for: branches, committees and firms are the organisation's, banks are known to financing. */
@Injectable()
export class HouseTargets extends GrantTargets {
  constructor(
    private readonly organization: OrganizationTargets,
    private readonly products: FinancingProductsService,
  ) {
    super()
  }

  async scopeNames(manager: EntityManager, scopes: readonly GrantScope[]): Promise<Map<string, string>> {
    const names = await this.organization.scopeNames(manager, scopes)
    const banks = scopes.filter(({ kind }) => kind === 'bank').map(({ id }) => id)
    if (banks.length === 0) return names
    return new Map([...names, ...(await this.products.bankNames({ manager }, banks))])
  }

  async nameForNewRole(manager: EntityManager, scope: GrantScope): Promise<string | null> {
    if (scope.kind !== 'bank') return this.organization.nameForNewRole(manager, scope)
    const { items } = await this.products.listBanks({ manager })
    return items.find(({ id }) => id === scope.id)?.name ?? null
  }

  isFreePerson(manager: EntityManager, personId: string): Promise<boolean> {
    return this.organization.isFreePerson(manager, personId)
  }

  taken(manager: EntityManager, given: TakenInvitation, now: Date): Promise<void> {
    return this.organization.taken(manager, given, now)
  }

  bindPerson(manager: EntityManager, personId: string, accountId: string): Promise<boolean> {
    return this.organization.bindPerson(manager, personId, accountId)
  }
}
