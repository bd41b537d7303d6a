import { Injectable } from '@nestjs/common'
import type { Binding, BindingAsked, BindingCandidate, bindingsSchemas, BindingsPage, MyBindings } from '@dangqun/contracts/organization/bindings/schemas'
import { bindingAnswer, type BindingAction, type BindingKind, type BindingState } from '@dangqun/contracts/organization/bindings/vocabulary'
import { v7 as uuidv7 } from 'uuid'
import { ConsentsService } from '../accounts/accounts-consents.service.js'
import { revokeGrant } from '../accounts/accounts-grants.queries.js'
import { Audit } from '../audit/audit.service.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { maskIdNumber, maskPhone } from '../platform/crypto/masking.rules.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { Jobs } from '../platform/jobs/jobs.js'
import { bindingActionsFrom, nextBindingState } from './organization-bindings.machine.js'
import * as queries from './organization-bindings.queries.js'
import { firmExists, listFirms } from './organization-firms.queries.js'
import { bindingIdNumber, memberIdNumber } from './organization-member-seal.rules.js'
import { PersonsService } from './organization-persons.service.js'
import { openPhone, phoneIndex } from './organization-phone.rules.js'
import { refuseOrganization } from './organization.errors.js'
import { bindingEvents } from './organization.events.js'
import type { OrganizationFact } from './organization.facts.js'
import { savePerson } from './organization.queries.js'

type Schemas = typeof bindingsSchemas
type Row = queries.BindingRow

const mostCandidates = 10

@Injectable()
export class BindingsService {
  constructor(
    private readonly audit: Audit,
    private readonly cipher: FieldCipher,
    private readonly persons: PersonsService,
    private readonly consents: ConsentsService,
    private readonly jobs: Jobs,
  ) {}

  /** Stores what was typed and looks nothing up: the same statements, and the same answer, for everybody. */
  async ask({ manager, centerId, caller, now, ...scope }: SignedInCenterScope, given: Parsed<Schemas['askBinding'], 'body'>): Promise<BindingAsked> {
    await this.consents.record({ manager, caller, now }, given.kind === 'member' ? 'membership' : 'firm', given.consentVersion)
    const person = await savePerson(manager, caller.accountId, null)
    const id = uuidv7()
    const number = given.kind === 'member' ? given.idNumber : null
    await queries.insertBinding(manager, {
      id, personId: person.id, kind: given.kind, name: given.name, consentVersion: given.consentVersion,
      idNumber: number && this.cipher.seal(bindingIdNumber, { centerId, id }, number),
      // The index of members: comparing the two is one look-up, at the desk.
      idNumberIndex: number === null ? null : this.cipher.blindIndex(memberIdNumber, centerId, number),
      firm: given.kind === 'firm' ? given.firm : null,
      basis: given.kind === 'firm' ? given.basis : null,
    }, now)
    await this.record({ manager, centerId, caller, now, ...scope }, { fact: 'organization.bindingAsked', subjectId: person.id, data: { kind: given.kind } })
    await this.jobs.enqueue(manager, bindingEvents.asked, { centerId, subjectId: id })
    return { message: bindingAnswer }
  }

  async listMine({ manager, caller }: SignedInCenterScope): Promise<MyBindings> {
    const rows = await queries.listBindingsOf(manager, caller.accountId)
    return {
      items: rows.map((row) => ({
        id: row.id, kind: row.kind, state: row.state, target: row.state === 'confirmed' ? row.targetName : null, reason: row.reason,
        createdAt: shanghaiIso(row.createdAt), decidedAt: row.decidedAt && shanghaiIso(row.decidedAt), allowedActions: bindingActionsFrom(row.state, 'person'),
      })),
    }
  }

  /** @throws AppError `organization.bindingNotFound`, also for somebody else's; `organization.bindingWrongState` */
  async withdraw(scope: SignedInCenterScope, id: string): Promise<MyBindings> {
    const row = await queries.findBinding(scope.manager, id, true)
    if (!row || row.accountId !== scope.caller.accountId) throw refuseOrganization('organization.bindingNotFound')
    const state = this.next(row, 'withdraw', 'person')
    await this.takeBack(scope, row, '本人撤回')
    await queries.decideBinding(scope.manager, id, { state }, scope.now)
    await this.record(scope, { fact: 'organization.bindingWithdrawn', subjectId: id, data: { kind: row.kind } })
    return this.listMine(scope)
  }

  /** The consent to it was withdrawn: what is asked for or confirmed of this kind ends. */
  async withdrawAll(scope: SignedInCenterScope, kind: BindingKind): Promise<void> {
    for (const { id, kind: each } of await queries.listBindingsOf(scope.manager, scope.caller.accountId)) {
      // Read anew under its lock: the desk, or this job a second time, may have been faster.
      const row = each === kind ? await queries.findBinding(scope.manager, id, true) : null
      if (row && nextBindingState(row.state, 'withdraw')) await this.withdraw(scope, id)
    }
  }

  async list({ manager }: SignedInCenterScope, query: Parsed<Schemas['listBindings'], 'query'>): Promise<BindingsPage> {
    const [createdAt = '', id = ''] = readCursor(query.cursor, 2) ?? []
    const rows = await queries.listBindings(manager, { ...query, after: query.cursor === undefined ? null : { createdAt, id }, most: query.limit + 1 })
    return pageOf(rows, query.limit, toRow, (row) => [row.createdAt.toISOString(), row.id])
  }

  /** With the records that could be meant; leaves a fact of it. @throws AppError `organization.bindingNotFound` */
  async get(scope: SignedInCenterScope, id: string): Promise<Binding> {
    const row = await this.find(scope, id)
    await this.record(scope, { fact: 'organization.bindingRead', subjectId: id })
    return this.present(scope, row)
  }

  /**
   * The desk has seen who it is. A member's own record of a person becomes one with the account's, sign-ups included.
   * @throws AppError `organization.targetNotFound`, `organization.memberBound`, `organization.mergeConflict`, `organization.bindingWrongState`
   */
  async confirm(scope: SignedInCenterScope, id: string, { targetId, evidence }: Parsed<Schemas['confirmBinding'], 'body'>): Promise<Binding> {
    const { manager, caller, now } = scope
    const row = await this.find(scope, id, true)
    const state = this.next(row, 'confirm', 'staff')
    if (row.kind === 'member') await this.joinMember(scope, row, targetId)
    else if (!(await firmExists(manager, targetId))) throw refuseOrganization('organization.targetNotFound')
    const grantId = row.accountId && (await queries.grantByBinding(manager, row.accountId, row.kind === 'member' ? 'member' : 'firm_representative', row.kind === 'firm' ? targetId : null, caller.accountId, now))
    await queries.decideBinding(manager, id, { state, evidence, grantId, ...(row.kind === 'member' ? { memberId: targetId } : { firmId: targetId }) }, now)
    await this.record(scope, { fact: 'organization.bindingConfirmed', subjectId: id, data: { kind: row.kind, targetId } })
    await this.tell(scope, id)
    return this.present(scope, await this.find(scope, id))
  }

  /** @throws AppError `organization.bindingWrongState` */
  async refuse(scope: SignedInCenterScope, id: string, { reason }: Parsed<Schemas['refuseBinding'], 'body'>): Promise<Binding> {
    const row = await this.find(scope, id, true)
    await queries.decideBinding(scope.manager, id, { state: this.next(row, 'refuse', 'staff'), reason }, scope.now)
    await this.record(scope, { fact: 'organization.bindingRefused', subjectId: id, data: { kind: row.kind } })
    await this.tell(scope, id)
    return this.present(scope, await this.find(scope, id))
  }

  /** Unbinding: the grant that came with it goes. @throws AppError `organization.bindingWrongState` */
  async end(scope: SignedInCenterScope, id: string, { reason }: Parsed<Schemas['endBinding'], 'body'>): Promise<Binding> {
    const row = await this.find(scope, id, true)
    const state = this.next(row, 'end', 'staff')
    await this.takeBack(scope, row, reason)
    await queries.decideBinding(scope.manager, id, { state, reason }, scope.now)
    await this.record(scope, { fact: 'organization.bindingEnded', subjectId: id, data: { kind: row.kind } })
    await this.tell(scope, id)
    return this.present(scope, await this.find(scope, id))
  }

  private async joinMember(scope: SignedInCenterScope, row: Row, memberId: string): Promise<void> {
    const member = await queries.lockMemberTarget(scope.manager, memberId)
    if (!member) throw refuseOrganization('organization.targetNotFound')
    if (await queries.isMemberBound(scope.manager, memberId)) throw refuseOrganization('organization.memberBound')
    if (member.personId === row.personId) return
    if (member.accountId !== null) throw refuseOrganization('organization.memberBound')
    await this.persons.become(scope, member.personId, row.personId, true)
  }

  private async takeBack({ manager, caller, now }: SignedInCenterScope, row: Row, reason: string): Promise<void> {
    if (row.grantId !== null) await revokeGrant(manager, row.grantId, caller.accountId, reason, now)
  }

  private next(row: Row, action: BindingAction, who: 'person' | 'staff'): BindingState {
    const state = nextBindingState(row.state, action)
    if (!state) throw refuseOrganization('organization.bindingWrongState', { state: row.state, allowedActions: bindingActionsFrom(row.state, who) })
    return state
  }

  private async find(scope: SignedInCenterScope, id: string, lock = false): Promise<Row> {
    const row = await queries.findBinding(scope.manager, id, lock)
    if (!row) throw refuseOrganization('organization.bindingNotFound')
    return row
  }

  private tell({ manager, centerId }: SignedInCenterScope, subjectId: string): Promise<void> {
    return this.jobs.enqueue(manager, bindingEvents.decided, { centerId, subjectId })
  }

  private record(scope: SignedInCenterScope, fact: OrganizationFact): Promise<void> {
    return this.audit.record(scope, fact)
  }

  private async candidates(scope: SignedInCenterScope, row: Row): Promise<BindingCandidate[]> {
    const { manager, centerId } = scope
    if (row.state !== 'pending') return []
    if (row.kind === 'firm') {
      const firms = await listFirms(manager, { q: row.firm ?? '', after: null, most: mostCandidates })
      return firms.map((firm) => ({ id: firm.id, name: firm.name, where: `${firm.buildingName} ${firm.room}`, phone: null, agrees: firm.name === row.firm ? ['name'] : [] }))
    }
    const index = row.personPhone && phoneIndex(this.cipher, centerId, openPhone(this.cipher, { center_id: centerId, id: row.personId }, row.personPhone))
    return (await queries.memberCandidates(manager, row.name, row.idNumberIndex)).map((member) => ({
      id: member.id, name: member.name, where: member.branchName,
      phone: member.phone && maskPhone(openPhone(this.cipher, { center_id: centerId, id: member.personId }, member.phone)),
      agrees: [...(member.hasNumber ? (['idNumber'] as const) : []), ...(member.name === row.name ? (['name'] as const) : []), ...(index && member.phoneIndex?.equals(index) ? (['phone'] as const) : [])],
    }))
  }

  private async present(scope: SignedInCenterScope, row: Row): Promise<Binding> {
    const { centerId } = scope
    const targetId = row.memberId ?? row.firmId
    return {
      ...toRow(row),
      person: { id: row.personId, name: row.personName, phone: row.personPhone && maskPhone(openPhone(this.cipher, { center_id: centerId, id: row.personId }, row.personPhone)) },
      idNumber: row.idNumber && maskIdNumber(this.cipher.open(bindingIdNumber, { centerId, id: row.id }, row.idNumber)),
      candidates: await this.candidates(scope, row),
      target: targetId === null ? null : { id: targetId, name: row.targetName ?? '' },
      evidence: row.evidence,
      reason: row.reason,
      decidedAt: row.decidedAt && shanghaiIso(row.decidedAt),
      endedAt: row.endedAt && shanghaiIso(row.endedAt),
      allowedActions: bindingActionsFrom(row.state, 'staff'),
    }
  }
}

function toRow({ id, kind, state, name, firm, basis, createdAt }: queries.BindingListRow) {
  return { id, kind, state, name, firm, basis, createdAt: shanghaiIso(createdAt) }
}
