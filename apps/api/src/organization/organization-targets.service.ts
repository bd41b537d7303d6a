import { Injectable } from '@nestjs/common'
import type { GrantScope } from '@dangqun/contracts/accounts/schemas'
import type { EntityManager } from 'typeorm'
import { GrantTargets } from '../accounts/accounts-targets.service.js'
import { bindPerson, isFreePerson, namesOfFirms, namesOfOrganizations } from './organization-targets.queries.js'

/** Branches and committees of the tree, firms, and persons, for the grants that are narrowed to them; of banks it knows nothing. */
@Injectable()
export class OrganizationTargets extends GrantTargets {
  async scopeNames(manager: EntityManager, scopes: readonly GrantScope[]): Promise<Map<string, string>> {
    const idsOf = (wanted: GrantScope['kind']) => scopes.filter(({ kind }) => kind === wanted).map(({ id }) => id)
    const [firms, branches, committees] = [idsOf('firm'), idsOf('branch'), idsOf('committee')]
    const named = [
      ...(firms.length > 0 ? await namesOfFirms(manager, firms) : []),
      ...(branches.length > 0 ? await namesOfOrganizations(manager, branches, false) : []),
      ...(committees.length > 0 ? await namesOfOrganizations(manager, committees, true) : []),
    ]
    return new Map(named.map(({ id, name }) => [id, name]))
  }

  isFreePerson(manager: EntityManager, personId: string): Promise<boolean> {
    return isFreePerson(manager, personId)
  }

  bindPerson(manager: EntityManager, personId: string, accountId: string): Promise<boolean> {
    return bindPerson(manager, personId, accountId)
  }
}
