import { Injectable } from '@nestjs/common'
import type { GrantScope } from '@dangqun/contracts/accounts/schemas'
import type { EntityManager } from 'typeorm'
import { v7 as uuidv7 } from 'uuid'
import { GrantTargets, type TakenInvitation } from '../accounts/accounts-targets.service.js'
import { grantByBinding, insertInvited, isMemberBound, memberOfPerson, ownGrant } from './organization-bindings.queries.js'
import { bindPerson, isFreePerson, isStandingOrganization, namesOfFirms, namesOfOrganizations } from './organization-targets.queries.js'
import { findPerson, savePerson } from './organization.queries.js'

const unnamed = '没有留姓名'

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

  async nameForNewRole(manager: EntityManager, scope: GrantScope): Promise<string | null> {
    const name = (await this.scopeNames(manager, [scope])).get(scope.id) ?? null
    // Firms are never struck off.
    return scope.kind === 'firm' || (await isStandingOrganization(manager, scope.id)) ? name : null
  }

  isFreePerson(manager: EntityManager, personId: string): Promise<boolean> {
    return isFreePerson(manager, personId)
  }

  /**
   * A firm's representative is bound to that firm. An officer of the tree who is a member of the roll, by the person
   * that the invitation named, is bound to that record. Where a binding of the kind stands, it stays.
   */
  async taken(manager: EntityManager, { accountId, grantId, role, scope, authorId }: TakenInvitation, now: Date): Promise<void> {
    if (role === 'firm_representative' && scope?.kind === 'firm') {
      const person = await savePerson(manager, accountId, null)
      const [firm] = await namesOfFirms(manager, [scope.id])
      if (firm) await insertInvited(manager, { id: uuidv7(), personId: person.id, kind: 'firm', name: person.name ?? unnamed, targetId: firm.id, firm: firm.name, grantId }, now)
      return
    }
    if (scope?.kind !== 'branch' && scope?.kind !== 'committee') return
    const person = await findPerson(manager, accountId)
    const memberId = person && (await memberOfPerson(manager, person.id))
    if (!person || !memberId || (await isMemberBound(manager, memberId))) return
    const id = uuidv7()
    // Only a binding that came to stand gives the role: its end is what takes the role back.
    if (!(await insertInvited(manager, { id, personId: person.id, kind: 'member', name: person.name ?? unnamed, targetId: memberId, firm: null, grantId: null }, now))) return
    await ownGrant(manager, id, await grantByBinding(manager, accountId, 'member', null, authorId, now))
  }

  bindPerson(manager: EntityManager, personId: string, accountId: string): Promise<boolean> {
    return bindPerson(manager, personId, accountId)
  }
}
