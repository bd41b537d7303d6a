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
    const wanted = new Set(scopes.filter(({ kind }) => kind === 'bank').map(({ id }) => id))
    if (wanted.size === 0) return names
    const { items } = await this.products.listBanks({ manager })
    return new Map([...names, ...items.filter(({ id }) => wanted.has(id)).map(({ id, name }) => [id, name] as const)])
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
