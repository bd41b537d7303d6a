import { Injectable } from '@nestjs/common'
import { creditCode } from '@dangqun/contracts/kit/numbers.schemas'
import type { Coverage, Firm, FirmDetail, firmsSchemas, FirmsPage, FirmsTagged, FirmTags } from '@dangqun/contracts/organization/firms/schemas'
import { firmActions, firmFields, industrySections, mostFirmTags, type FirmField } from '@dangqun/contracts/organization/firms/vocabulary'
import { v7 as uuidv7 } from 'uuid'
import { listFacts } from '../audit/audit-reading.queries.js'
import { Audit } from '../audit/audit.service.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import { holds, type CenterScope, type SignedInCenterScope } from '../platform/http/scope.js'
import { reachByBuilding } from './organization-coverage.queries.js'
import { coverageOf } from './organization-coverage.rules.js'
import * as queries from './organization-firms.queries.js'
import { refuseOrganization } from './organization.errors.js'
import type { OrganizationFact } from './organization.facts.js'

type Schemas = typeof firmsSchemas

const changesOnly = { from: null, until: null, slice: null, fact: 'organization.firmUpdated' satisfies OrganizationFact['fact'], actor: null }
/** Looked through for what changed since somebody read a firm. */
const mostChanges = 50

@Injectable()
export class FirmsService {
  constructor(private readonly audit: Audit) {}

  async list({ manager }: CenterScope, { q, section, ...query }: Parsed<Schemas['listFirms'], 'query'>): Promise<FirmsPage> {
    const [name = '', id = ''] = readCursor(query.cursor, 2) ?? []
    const code = creditCode.safeParse(q)
    const rows = await queries.listFirms(manager, {
      ...query, ...(code.success ? { creditCode: code.data } : { q }), industries: divisionsOf(section), after: query.cursor === undefined ? null : { name, id }, most: query.limit + 1,
    })
    return pageOf(rows, query.limit, toFirm, (row) => [row.name, row.id])
  }

  /** @throws AppError `organization.firmNotFound` */
  async get(scope: CenterScope, id: string): Promise<FirmDetail> {
    return this.present(scope, await this.find(scope, id))
  }

  /** @throws AppError `organization.creditCodeTaken` with the firm that has it, `request.invalid` */
  async create(scope: SignedInCenterScope, given: Parsed<Schemas['createFirm'], 'body'>): Promise<FirmDetail> {
    await this.refuseUnknownBuilding(scope, given.buildingId)
    const id = uuidv7()
    if (!(await queries.insertFirm(scope.manager, id, given, scope.now))) throw await this.codeTaken(scope, given.creditCode)
    await this.record(scope, { fact: 'organization.firmCreated', subjectId: id })
    return this.get(scope, id)
  }

  /** @throws AppError as `create`, and `request.changedMeanwhile` with the fields that changed since `version` */
  async update(scope: SignedInCenterScope, id: string, { version, ...given }: Parsed<Schemas['updateFirm'], 'body'>): Promise<FirmDetail> {
    const row = await this.find(scope, id, true)
    if (version !== row.version) throw refuseRequest('request.changedMeanwhile', { version: row.version, fields: await this.changedSince(scope, id, version) })
    if (given.buildingId !== row.buildingId) await this.refuseUnknownBuilding(scope, given.buildingId)
    const changed = firmFields.filter((field) => given[field] !== undefined && !isSame(given[field], row[field]))
    if (changed.length === 0) return this.present(scope, row)
    if (changed.includes('creditCode') && given.creditCode && (await queries.firmOfCreditCode(scope.manager, given.creditCode))) throw await this.codeTaken(scope, given.creditCode)
    try {
      await queries.updateFirm(scope.manager, id, Object.fromEntries(changed.map((field) => [field, given[field]])))
    } catch (error) {
      // Another firm took the code at the same moment.
      if ((error as { code?: string }).code === '23505') throw refuseOrganization('organization.creditCodeTaken')
      throw error
    }
    await this.record(scope, { fact: 'organization.firmUpdated', subjectId: id, data: { version: row.version + 1, fields: changed } })
    return this.get(scope, id)
  }

  /** @throws AppError `organization.firmNotFound` when one of them is not here, `organization.tagsFull` with its name */
  async tag(scope: SignedInCenterScope, { ids, add, remove }: Parsed<Schemas['tagFirms'], 'body'>): Promise<FirmsTagged> {
    const wanted = new Set(ids)
    const rows = await queries.lockTags(scope.manager, [...wanted])
    if (rows.length < wanted.size) throw refuseOrganization('organization.firmNotFound')
    const changes = rows.flatMap(({ id, name, tags, version }) => {
      const next = [...new Set([...tags.filter((tag) => !remove.includes(tag)), ...add])]
      if (next.length > mostFirmTags) throw refuseOrganization('organization.tagsFull', { name, most: mostFirmTags })
      return isSame(next, tags) ? [] : [{ id, tags: next, version }]
    })
    await queries.saveTags(scope.manager, changes)
    await this.record(scope, ...changes.map(({ id, version }) => ({ fact: 'organization.firmUpdated' as const, subjectId: id, data: { version: version + 1, fields: ['tags'] } })))
    return { changed: changes.length }
  }

  async listTags({ manager }: CenterScope): Promise<FirmTags> {
    return { items: await queries.countTags(manager) }
  }

  async readCoverage({ manager }: CenterScope): Promise<Coverage> {
    return coverageOf(await reachByBuilding(manager))
  }

  private async changedSince({ manager }: CenterScope, id: string, version: number): Promise<FirmField[]> {
    const facts = await listFacts(manager, { ...changesOnly, subjectId: id }, null, mostChanges)
    const later = facts.flatMap(({ data }) => (Number(data['version']) > version ? (data['fields'] as string[]) : []))
    return firmFields.filter((field) => later.includes(field))
  }

  private async codeTaken({ manager }: CenterScope, code: string | null) {
    const firm = code && (await queries.firmOfCreditCode(manager, code))
    return refuseOrganization('organization.creditCodeTaken', firm ? { firm } : undefined)
  }

  private async refuseUnknownBuilding({ manager }: CenterScope, buildingId: string | undefined): Promise<void> {
    if (buildingId !== undefined && !(await queries.buildingExists(manager, buildingId))) throw refuseRequest('request.invalid', [{ path: 'buildingId', message: '找不到这栋楼宇，请重新选择' }])
  }

  private async find({ manager }: CenterScope, id: string, lock = false): Promise<queries.FirmRow> {
    const row = await queries.findFirm(manager, id, lock)
    if (!row) throw refuseOrganization('organization.firmNotFound')
    return row
  }

  private record(scope: CenterScope, ...facts: OrganizationFact[]): Promise<void> {
    return this.audit.record(scope, ...facts)
  }

  private async present({ manager, caller, centerId }: CenterScope, row: queries.FirmRow): Promise<FirmDetail> {
    return { ...toFirm(row), branch: await queries.branchOfFirm(manager, row.id), version: row.version, allowedActions: holds(caller, 'organization.manageFirms', centerId) ? [...firmActions] : [] }
  }
}

/** The divisions of a section, or all. */
function divisionsOf(letter: string | undefined): string[] | undefined {
  const section = industrySections.find((each) => each.letter === letter)
  return section?.divisions.map((_, index) => String(section.from + index).padStart(2, '0'))
}

function isSame(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((each, index) => each === b[index]) : a === b
}

function toFirm({ id, name, creditCode: code, kind, size, industry, buildingId, buildingName, floor, room, foundedOn, tags }: queries.FirmRow): Firm {
  return { id, name, creditCode: code, kind, size, industry, building: { id: buildingId, name: buildingName }, floor, room, foundedOn, tags }
}
