import { Injectable } from '@nestjs/common'
import type { Firm, FirmsPage, Person } from '@dangqun/contracts/organization/schemas'
import type { FirmKind } from '@dangqun/contracts/organization/vocabulary'
import { Audit } from '../audit/audit.service.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { openPhone, sealPhone } from './organization-phone.rules.js'
import type { OrganizationFact } from './organization.facts.js'
import { findPerson, listFirms, savePerson, savePhone, type FirmRow } from './organization.queries.js'

@Injectable()
export class OrganizationService {
  constructor(
    private readonly audit: Audit,
    private readonly cipher: FieldCipher,
  ) {}

  async listFirms({ manager }: CenterScope, query: { q?: string; buildingId?: string; kind?: FirmKind; cursor?: string; limit: number }): Promise<FirmsPage> {
    const [name = '', id = ''] = readCursor(query.cursor, 2) ?? []
    const rows = await listFirms(manager, { ...query, after: query.cursor === undefined ? null : { name, id }, most: query.limit + 1 })
    return pageOf(rows, query.limit, toFirm, (row) => [row.name, row.id])
  }

  /** One's own data, in full. */
  async getMyPerson({ manager, centerId, caller }: SignedInCenterScope): Promise<Person> {
    const person = await findPerson(manager, caller.accountId)
    return { name: person?.name ?? null, phone: person?.phone ? openPhone(this.cipher, { center_id: centerId, id: person.id }, person.phone) : null }
  }

  async updateMyPerson(scope: SignedInCenterScope, given: { name?: string; phone?: string }): Promise<Person> {
    const { id } = await savePerson(scope.manager, scope.caller.accountId, given.name ?? null)
    if (given.phone !== undefined) await savePhone(scope.manager, id, sealPhone(this.cipher, { center_id: scope.centerId, id }, given.phone))
    await this.audit.record(scope, { fact: 'organization.personUpdated', subjectId: id, data: { fields: Object.keys(given) } } satisfies OrganizationFact)
    return this.getMyPerson(scope)
  }
}

function toFirm(row: FirmRow): Firm {
  return {
    id: row.id, name: row.name, kind: row.kind, size: row.size, industry: row.industry,
    building: { id: row.building_id, name: row.building_name }, room: row.room, foundedOn: row.founded_on,
  }
}
