import { Injectable } from '@nestjs/common'
import type { bindingsSchemas, PersonHoldings, PersonRow, PersonsPage } from '@dangqun/contracts/organization/bindings/schemas'
import { holdingKinds, type HoldingKind } from '@dangqun/contracts/organization/bindings/vocabulary'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { maskPhone } from '../platform/crypto/masking.rules.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { insertPerson, renamePerson } from './organization-members.queries.js'
import { findPersonById, listHoldings, listPersons, mergePersons, saveBirthDate, type PersonListRow } from './organization-persons.queries.js'
import { canBeBorn } from './organization-persons.rules.js'
import { openPhone, sealPhone } from './organization-phone.rules.js'
import { refuseOrganization } from './organization.errors.js'
import type { OrganizationFact } from './organization.facts.js'
import { savePhone } from './organization.queries.js'

type Schemas = typeof bindingsSchemas

/** Persons as staff know them: with a phone or without, and one record for one human being. */
@Injectable()
export class PersonsService {
  constructor(
    private readonly audit: Audit,
    private readonly cipher: FieldCipher,
  ) {}

  async list(scope: SignedInCenterScope, query: Parsed<Schemas['listPersons'], 'query'>): Promise<PersonsPage> {
    const [name = '', id = ''] = readCursor(query.cursor, 2) ?? []
    const rows = await listPersons(scope.manager, { q: query.q, after: query.cursor === undefined ? null : { name, id }, most: query.limit + 1 })
    return pageOf(rows, query.limit, (row) => this.present(scope, row), (row) => [row.name ?? '', row.id])
  }

  async create(scope: SignedInCenterScope, { name, phone }: Parsed<Schemas['createPerson'], 'body'>): Promise<PersonRow> {
    const id = uuidv7()
    await insertPerson(scope.manager, id, name)
    if (phone !== null) await savePhone(scope.manager, id, sealPhone(this.cipher, { center_id: scope.centerId, id }, phone))
    await this.record(scope, { fact: 'organization.personCreated', subjectId: id })
    return this.get(scope, id)
  }

  /** What would move with a merge; what is only told and not done, such as notices, is not counted. @throws AppError `request.notFound` */
  async readHoldings({ manager }: SignedInCenterScope, id: string): Promise<PersonHoldings> {
    if (!(await findPersonById(manager, id))) throw refuseRequest('request.notFound')
    const counts = new Map<HoldingKind, number>()
    for (const { heldBy, held } of await listHoldings(manager, id)) {
      if (heldBy === 'notices') continue
      const kind = holdingKinds.find((each) => each === heldBy) ?? 'others'
      counts.set(kind, (counts.get(kind) ?? 0) + Number(held))
    }
    return { items: holdingKinds.flatMap((kind) => (counts.has(kind) ? [{ kind, count: counts.get(kind) ?? 0 }] : [])) }
  }

  /** @throws AppError `request.notFound`, `organization.personNotFound`, `organization.mergeTwoAccounts`, `organization.mergeConflict` */
  async merge(scope: SignedInCenterScope, goneId: string, { into }: Parsed<Schemas['mergePerson'], 'body'>): Promise<PersonRow> {
    if (!(await findPersonById(scope.manager, goneId))) throw refuseRequest('request.notFound')
    await this.become(scope, goneId, into)
    return this.get(scope, into)
  }

  /**
   * A birth date is told once, with a sign-up; who mistyped it is turned away by age until staff have seen a document.
   * The ledger says what was seen, not the date.
   * @throws AppError `request.notFound`, `organization.birthDateWrong` of a day to come or more than 130 years ago
   */
  async correctBirthDate(scope: SignedInCenterScope, id: string, { birthDate, basis }: Parsed<Schemas['correctBirthDate'], 'body'>): Promise<PersonRow> {
    const person = await findPersonById(scope.manager, id)
    if (!person) throw refuseRequest('request.notFound')
    if (!canBeBorn(birthDate, scope.now)) throw refuseOrganization('organization.birthDateWrong')
    await saveBirthDate(scope.manager, id, birthDate)
    await this.record(scope, { fact: 'organization.birthDateCorrected', subjectId: id, data: { basis } })
    return this.present(scope, person)
  }

  /**
   * One record of two: sign-ups, membership and everything else that points to `goneId` is `keptId`'s afterwards.
   * What the desk knows (name, phone) stands where the kept one has nothing; with `isNameKnown` its name is the right one.
   */
  async become(scope: SignedInCenterScope, goneId: string, keptId: string, isNameKnown = false): Promise<void> {
    const { manager, centerId } = scope
    const gone = await findPersonById(manager, goneId)
    const kept = await findPersonById(manager, keptId)
    if (!gone || !kept || gone.id === kept.id) throw refuseOrganization('organization.personNotFound')
    if (gone.accountId !== null) throw refuseOrganization('organization.mergeTwoAccounts')
    try {
      await mergePersons(manager, gone.id, kept.id)
    } catch (error) {
      // Both hold what a person has once: two places at one activity, two records of a member.
      if ((error as { code?: string }).code === '23505') throw refuseOrganization('organization.mergeConflict')
      throw error
    }
    if (gone.name !== null && (isNameKnown || kept.name === null)) await renamePerson(manager, kept.id, gone.name)
    if (gone.phone !== null && kept.phone === null) {
      const phone = openPhone(this.cipher, { center_id: centerId, id: gone.id }, gone.phone)
      await savePhone(manager, kept.id, sealPhone(this.cipher, { center_id: centerId, id: kept.id }, phone))
    }
    await this.record(scope, { fact: 'organization.personsMerged', subjectId: kept.id, data: { goneId: gone.id } })
  }

  private async get(scope: SignedInCenterScope, id: string): Promise<PersonRow> {
    const row = await findPersonById(scope.manager, id)
    if (!row) throw refuseOrganization('organization.personNotFound')
    return this.present(scope, row)
  }

  private record(scope: SignedInCenterScope, fact: OrganizationFact): Promise<void> {
    return this.audit.record(scope, fact)
  }

  private present({ centerId }: SignedInCenterScope, row: PersonListRow): PersonRow {
    return { id: row.id, name: row.name, phone: row.phone && maskPhone(openPhone(this.cipher, { center_id: centerId, id: row.id }, row.phone)), hasAccount: row.accountId !== null, isMember: row.isMember }
  }
}
