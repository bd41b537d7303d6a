import { Injectable } from '@nestjs/common'
import type { Firm, FirmsPage, Person } from '@dangqun/contracts/organization/schemas'
import type { FirmKind } from '@dangqun/contracts/organization/vocabulary'
import { Audit } from '../audit/audit.service.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import type { OrganizationFact } from './organization.facts.js'
import { findPerson, listFirms, savePerson, type FirmRow } from './organization.queries.js'

@Injectable()
export class OrganizationService {
  constructor(private readonly audit: Audit) {}

  async listFirms({ manager }: CenterScope, query: { q?: string; buildingId?: string; kind?: FirmKind; cursor?: string; limit: number }): Promise<FirmsPage> {
    const [name = '', id = ''] = readCursor(query.cursor, 2) ?? []
    const rows = await listFirms(manager, { ...query, after: query.cursor === undefined ? null : { name, id }, most: query.limit + 1 })
    return pageOf(rows, query.limit, toFirm, (row) => [row.name, row.id])
  }

  async getMyPerson({ manager, caller }: SignedInCenterScope): Promise<Person> {
    return (await findPerson(manager, caller.accountId)) ?? { name: null, phone: null }
  }

  async updateMyPerson(scope: SignedInCenterScope, given: { name?: string; phone?: string }): Promise<Person> {
    const person = await savePerson(scope.manager, scope.caller.accountId, given)
    await this.audit.record(scope, { fact: 'organization.personUpdated', subjectId: person.id, data: { fields: Object.keys(given) } } satisfies OrganizationFact)
    return person
  }
}

function toFirm(row: FirmRow): Firm {
  return {
    id: row.id, name: row.name, kind: row.kind, size: row.size, industry: row.industry,
    building: { id: row.building_id, name: row.building_name }, room: row.room, foundedOn: row.founded_on,
  }
}
