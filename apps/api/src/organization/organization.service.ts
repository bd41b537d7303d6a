import { Injectable } from '@nestjs/common'
import type { Person } from '@dangqun/contracts/organization/schemas'
import { contactVersion } from '@dangqun/contracts/accounts/vocabulary'
import { ConsentsService } from '../accounts/accounts-consents.service.js'
import { Audit } from '../audit/audit.service.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { openPhone, sealPhone } from './organization-phone.rules.js'
import type { OrganizationFact } from './organization.facts.js'
import { findBirthDate, findPerson, forgetContact, savePerson, savePhone } from './organization.queries.js'

@Injectable()
export class OrganizationService {
  constructor(
    private readonly audit: Audit,
    private readonly cipher: FieldCipher,
    private readonly consents: ConsentsService,
  ) {}

  /** One's own data, in full. */
  async getMyPerson({ manager, centerId, caller }: SignedInCenterScope): Promise<Person> {
    const person = await findPerson(manager, caller.accountId)
    return { name: person?.name ?? null, phone: person?.phone ? openPhone(this.cipher, { center_id: centerId, id: person.id }, person.phone) : null }
  }

  /** With the birth date, which forms of activities asked once. */
  async ownPerson(scope: SignedInCenterScope): Promise<Person & { birthDate: string | null }> {
    return { ...(await this.getMyPerson(scope)), birthDate: await findBirthDate(scope.manager, scope.caller.accountId) }
  }

  async updateMyPerson(scope: SignedInCenterScope, given: { name?: string; phone?: string }): Promise<Person> {
    await this.consents.record(scope, 'contact', contactVersion)
    const { id } = await savePerson(scope.manager, scope.caller.accountId, given.name ?? null)
    if (given.phone !== undefined) await savePhone(scope.manager, id, sealPhone(this.cipher, { center_id: scope.centerId, id }, given.phone))
    await this.audit.record(scope, { fact: 'organization.personUpdated', subjectId: id, data: { fields: Object.keys(given) } } satisfies OrganizationFact)
    return this.getMyPerson(scope)
  }

  /** The consent to be reached was withdrawn. */
  async forgetContact(scope: SignedInCenterScope): Promise<void> {
    const forgotten = await forgetContact(scope.manager, scope.caller.accountId)
    await this.audit.record(scope, ...forgotten.map((id): OrganizationFact => ({ fact: 'organization.contactForgotten', subjectId: id })))
  }
}
