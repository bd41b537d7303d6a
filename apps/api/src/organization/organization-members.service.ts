import { Injectable } from '@nestjs/common'
import { readIdNumber } from '@dangqun/contracts/kit/numbers'
import type { Member, membersSchemas, MembersPage, MemberSummary } from '@dangqun/contracts/organization/members/schemas'
import { memberActions } from '@dangqun/contracts/organization/members/vocabulary'
import type { EntityManager } from 'typeorm'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { maskIdNumber, maskPhone } from '../platform/crypto/masking.rules.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import { holds, type SignedInCenterScope } from '../platform/http/scope.js'
import { firmExists } from './organization-firms.queries.js'
import { memberEmergencyPhone, memberIdNumber, sealIdNumber } from './organization-member-seal.rules.js'
import { maySee, visibleBranches } from './organization-members.policy.js'
import * as queries from './organization-members.queries.js'
import { memberContradictions, memberWarnings, type MemberDates } from './organization-members.rules.js'
import { openPhone, sealPhone } from './organization-phone.rules.js'
import { listNodes } from './organization-tree.queries.js'
import { treeOf } from './organization-tree.rules.js'
import { refuseOrganization } from './organization.errors.js'
import type { OrganizationFact } from './organization.facts.js'
import { savePhone } from './organization.queries.js'

type Schemas = typeof membersSchemas
type Given = Omit<Parsed<Schemas['updateMember'], 'body'>, 'version'>

/** `idNumber` and `phone` in full. */
export type OpenedMember = Omit<queries.MemberRow, 'emergencyPhone'>

@Injectable()
export class MembersService {
  constructor(
    private readonly audit: Audit,
    private readonly cipher: FieldCipher,
  ) {}

  async list(scope: SignedInCenterScope, query: Parsed<Schemas['listMembers'], 'query'>): Promise<MembersPage> {
    const [name = '', id = ''] = readCursor(query.cursor, 2) ?? []
    const visible = await this.visible(scope)
    const wanted = query.branchId
    const branches = wanted === undefined ? (visible === 'all' ? null : [...visible]) : maySee(visible, wanted) ? [wanted] : []
    const rows = await queries.listMembers(scope.manager, { ...query, branches, after: query.cursor === undefined ? null : { name, id }, most: query.limit + 1 })
    return pageOf(rows, query.limit, (row) => this.summarise(scope, row), (row) => [row.name, row.id])
  }

  /** In full, and leaves a fact of it. @throws AppError `organization.memberNotFound`, also for members of branches that are not the caller's */
  async get(scope: SignedInCenterScope, id: string): Promise<Member> {
    const row = await this.find(scope, id)
    await this.record(scope, { fact: 'organization.memberRead', subjectId: id })
    return this.present(scope, row)
  }

  /** @throws AppError `organization.memberExists`, `organization.branchUnfit`, `organization.personNotFound`, `request.invalid` with fields */
  async create(scope: SignedInCenterScope, { personId, isIdentityChecked: _, ...given }: Parsed<Schemas['createMember'], 'body'>): Promise<Member> {
    const { manager, centerId, now } = scope
    const derived = deriveFrom(given.idNumber)
    refuseContradictions({ ...given, ...derived }, now)
    await this.refuseUnfit(scope, given)
    const id = uuidv7()
    const sealed = sealIdNumber(this.cipher, { centerId, id }, given.idNumber)
    if (await queries.hasMemberOf(manager, 'id_number_index', sealed.idNumberIndex, null)) throw refuseOrganization('organization.memberExists')
    const person = personId ?? uuidv7()
    if (personId === undefined) await queries.insertPerson(manager, person, given.name)
    else if (!(await queries.personExists(manager, person))) throw refuseOrganization('organization.personNotFound')
    else await queries.renamePerson(manager, person, given.name)
    if (given.phone !== null) await savePhone(manager, person, sealPhone(this.cipher, { center_id: centerId, id: person }, given.phone))
    const isFirst = await queries.insertMember(manager, id, {
      ...given, ...derived, ...sealed, personId: person,
      emergencyPhone: given.emergencyPhone && this.cipher.seal(memberEmergencyPhone, { centerId, id }, given.emergencyPhone),
    }, now)
    if (!isFirst) throw refuseOrganization('organization.memberExists')
    await this.record(scope, { fact: 'organization.memberCreated', subjectId: id, data: { branchId: given.branchId } })
    return this.present(scope, await this.find(scope, id))
  }

  /** @throws AppError as `create`, and `request.changedMeanwhile`, `organization.memberEnded` */
  async update(scope: SignedInCenterScope, id: string, { version, ...given }: Parsed<Schemas['updateMember'], 'body'>): Promise<Member> {
    const { manager, centerId, now } = scope
    const row = await this.find(scope, id, version)
    const { name, phone, idNumber, emergencyPhone, ...columns } = given
    const derived = idNumber === undefined ? {} : deriveFrom(idNumber)
    refuseContradictions({ ...row, ...columns, ...derived }, now)
    await this.refuseUnfit(scope, given)
    const sealed = idNumber === undefined ? null : sealIdNumber(this.cipher, { centerId, id }, idNumber)
    if (sealed && (await queries.hasMemberOf(manager, 'id_number_index', sealed.idNumberIndex, id))) throw refuseOrganization('organization.memberExists')
    if (name !== undefined) await queries.renamePerson(manager, row.personId, name)
    if (phone === null) await queries.erasePhone(manager, row.personId)
    else if (phone !== undefined) await savePhone(manager, row.personId, sealPhone(this.cipher, { center_id: centerId, id: row.personId }, phone))
    await queries.updateMember(manager, id, {
      ...columns, ...derived, ...sealed,
      ...(emergencyPhone === undefined ? {} : { emergencyPhone: emergencyPhone && this.cipher.seal(memberEmergencyPhone, { centerId, id }, emergencyPhone) }),
    })
    await this.record(scope, { fact: 'organization.memberUpdated', subjectId: id, data: { fields: Object.keys(given) } })
    return this.present(scope, await this.find(scope, id))
  }

  /** @throws AppError `organization.memberEnded`, `request.changedMeanwhile` */
  async end(scope: SignedInCenterScope, id: string, { reason, version }: Parsed<Schemas['endMember'], 'body'>): Promise<Member> {
    await this.find(scope, id, version)
    await queries.endMember(scope.manager, id, reason, scope.now)
    await this.record(scope, { fact: 'organization.memberEnded', subjectId: id })
    return this.present(scope, await this.find(scope, id))
  }

  /**
   * A standing member with its numbers in full, for a slice that acts for somebody: that slice decides who may, and
   * leaves the fact. @returns null when there is none
   */
  async opened({ manager, centerId }: Pick<SignedInCenterScope, 'manager' | 'centerId'>, by: { memberId: string } | { accountId: string }): Promise<OpenedMember | null> {
    const row = 'memberId' in by ? await queries.findMember(manager, by.memberId) : await queries.findMemberOfAccount(manager, by.accountId)
    if (!row || row.endedAt) return null
    return {
      ...row,
      idNumber: this.cipher.open(memberIdNumber, { centerId, id: row.id }, row.idNumber),
      phone: row.phone && openPhone(this.cipher, { center_id: centerId, id: row.personId }, row.phone),
    }
  }

  /** Whether the caller may read this member; asking is no reading, and leaves no fact. */
  async isVisible(scope: SignedInCenterScope, id: string): Promise<boolean> {
    const row = await queries.findMember(scope.manager, id)
    return row !== null && maySee(await this.visible(scope), row.branchId)
  }

  /** 停止党籍 is decided elsewhere and ends any transfer (条例 Art. 24). */
  isSuspended(manager: EntityManager, personId: string): Promise<boolean> {
    return queries.isSuspended(manager, personId)
  }

  private async visible(scope: SignedInCenterScope) {
    return visibleBranches(scope.caller.grants, scope.centerId, treeOf(await listNodes(scope.manager)))
  }

  /** With a version: to change it, so locked and standing. */
  private async find(scope: SignedInCenterScope, id: string, version?: number): Promise<queries.MemberRow> {
    const row = await queries.findMember(scope.manager, id, version !== undefined)
    if (!row || !maySee(await this.visible(scope), row.branchId)) throw refuseOrganization('organization.memberNotFound')
    if (version === undefined) return row
    if (row.endedAt) throw refuseOrganization('organization.memberEnded')
    if (version !== row.version) throw refuseRequest('request.changedMeanwhile', { version: row.version })
    return row
  }

  private async refuseUnfit({ manager }: SignedInCenterScope, { branchId, firmId }: Pick<Given, 'branchId' | 'firmId'>): Promise<void> {
    if (branchId !== undefined && !(await queries.shareBranch(manager, branchId))) throw refuseOrganization('organization.branchUnfit')
    if (firmId && !(await firmExists(manager, firmId))) throw refuseRequest('request.invalid', [{ path: 'firmId', message: '找不到这家企业，请重新选择' }])
  }

  private record(scope: SignedInCenterScope, fact: OrganizationFact): Promise<void> {
    return this.audit.record(scope, fact)
  }

  private summarise({ centerId }: SignedInCenterScope, row: queries.MemberListRow): MemberSummary {
    return {
      id: row.id, name: row.name, sex: row.sex, category: row.category, flow: row.flow, joinedOn: row.joinedOn,
      branch: { id: row.branchId, name: row.branchName },
      firm: row.firmId === null ? null : { id: row.firmId, name: row.firmName ?? '' },
      phone: row.phone && maskPhone(openPhone(this.cipher, { center_id: centerId, id: row.personId }, row.phone)),
      idNumber: maskIdNumber(this.cipher.open(memberIdNumber, { centerId, id: row.id }, row.idNumber)),
    }
  }

  private present(scope: SignedInCenterScope, row: queries.MemberRow): Member {
    const { centerId, caller, now } = scope
    return {
      ...this.summarise(scope, row),
      phone: row.phone && openPhone(this.cipher, { center_id: centerId, id: row.personId }, row.phone),
      idNumber: this.cipher.open(memberIdNumber, { centerId, id: row.id }, row.idNumber),
      personId: row.personId,
      hasAccount: row.accountId !== null,
      formerName: row.formerName, bornOn: row.bornOn, ethnicity: row.ethnicity, education: row.education,
      confirmedOn: row.confirmedOn, probationEndsOn: row.probationEndsOn, extendedTo: row.extendedTo,
      emergencyName: row.emergencyName,
      emergencyPhone: row.emergencyPhone && this.cipher.open(memberEmergencyPhone, { centerId, id: row.id }, row.emergencyPhone),
      endedAt: row.endedAt && shanghaiIso(row.endedAt),
      endReason: row.endReason,
      warnings: memberWarnings(row, now),
      version: row.version,
      allowedActions: !row.endedAt && holds(caller, 'organization.manageMembers', centerId) ? [...memberActions] : [],
    }
  }
}

/** Sex and birth date follow from the number, which the contract has checked. */
function deriveFrom(idNumber: string) {
  const facts = readIdNumber(idNumber)
  if (!facts) throw refuseRequest('request.invalid', [{ path: 'idNumber', message: '身份证号有误，请核对' }])
  return facts
}

function refuseContradictions(dates: MemberDates, now: Date): void {
  const errors = memberContradictions(dates, now)
  if (errors.length > 0) throw refuseRequest('request.invalid', errors)
}
