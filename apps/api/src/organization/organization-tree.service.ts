import { Injectable } from '@nestjs/common'
import type { NamedOrganization, Organization, OrganizationsPage, organizationTreeSchemas, OrganizationTree, PublicTree } from '@dangqun/contracts/organization/tree/schemas'
import { branchKinds, organizationActions, organizationHoldLabels, organizationHolds, organizationKindLabels, type OrganizationHold, type OrganizationKind } from '@dangqun/contracts/organization/tree/vocabulary'
import type { EntityManager } from 'typeorm'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import { holds, type CenterScope, type SignedInCenterScope } from '../platform/http/scope.js'
import { refuseOrganization } from './organization.errors.js'
import type { OrganizationFact } from './organization.facts.js'
import { firmExists } from './organization-firms.queries.js'
import * as queries from './organization-tree.queries.js'
import { countMembers } from './organization-members.queries.js'
import { approvingCommittee, endorsingGeneralBranches, mayReportTo, pathTo, treeOf, wouldCircle, type Tree } from './organization-tree.rules.js'

type Schemas = typeof organizationTreeSchemas
type Node = queries.NodeRow

@Injectable()
export class OrganizationTreeService {
  constructor(private readonly audit: Audit) {}

  async readPublicTree({ manager }: CenterScope): Promise<PublicTree> {
    const nodes = (await queries.listNodes(manager)).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
    const seen = ({ name, kind, tier }: Node) => ({ name, kind, tier })
    const core = nodes.find(({ tier }) => tier === 'core')
    return {
      core: core ? seen(core) : null,
      trunk: nodes.filter(({ tier }) => tier === 'trunk').map(seen),
      members: nodes.filter(({ tier, partnersWith }) => tier === 'member' && partnersWith === null).map(seen),
      partners: nodes.filter(({ partnersWith }) => partnersWith !== null).map(seen),
    }
  }

  async readTree({ manager }: CenterScope): Promise<OrganizationTree> {
    const nodes = (await queries.listNodes(manager)).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
    const members = await countMembers(manager)
    return { nodes: nodes.map(({ code: _, fullName: __, ...node }) => ({ ...node, memberCount: branchKinds.includes(node.kind) ? (members.get(node.id) ?? 0) : null })) }
  }

  /** A standing organisation by its id, for slices that name one; null: there is none here. */
  async find(manager: EntityManager, id: string): Promise<queries.OrganizationRow | null> {
    const row = await queries.findOrganization(manager, id)
    return row && row.dissolvedAt === null ? row : null
  }

  /** The committee that issues and accepts for an organisation (党员教育管理工作条例 Art. 25); null while the tree knows none. */
  async approvingCommitteeOf(manager: EntityManager, id: string): Promise<queries.OrganizationRow | null> {
    const committee = approvingCommittee(treeOf(await queries.listNodes(manager)), id)
    return committee && queries.findOrganization(manager, committee.id)
  }

  /** Committees of this centre that may issue and accept. */
  async approvingCommittees(manager: EntityManager): Promise<queries.NodeRow[]> {
    return (await queries.listNodes(manager)).filter(({ canApproveProbationary }) => canApproveProbationary)
  }

  /** Branches of this centre with the committee that accepts for each, by name; those without one are left out. */
  async acceptingBranches(manager: EntityManager): Promise<{ branch: queries.NodeRow; committee: queries.NodeRow }[]> {
    const nodes = (await queries.listNodes(manager)).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
    const tree = treeOf(nodes)
    return nodes.filter(({ kind }) => branchKinds.includes(kind)).flatMap((branch) => {
      const committee = approvingCommittee(tree, branch.id)
      return committee ? [{ branch, committee }] : []
    })
  }

  async list({ manager }: CenterScope, query: Parsed<Schemas['listOrganizations'], 'query'>): Promise<OrganizationsPage> {
    const [name = '', id = ''] = readCursor(query.cursor, 2) ?? []
    const rows = await queries.listOrganizations(manager, { ...query, after: query.cursor === undefined ? null : { name, id }, most: query.limit + 1 })
    return pageOf(rows, query.limit, summarise, (row) => [row.name, row.id])
  }

  /** @throws AppError `organization.notFound` */
  async get(scope: CenterScope, id: string): Promise<Organization> {
    const row = await queries.findOrganization(scope.manager, id)
    if (!row) throw refuseOrganization('organization.notFound')
    return this.present(scope, row)
  }

  /** @throws AppError `organization.upperUnfit`, `organization.upperNotFound`, `organization.codeTaken`, `organization.nameTaken`, `organization.coreTaken` */
  async create(scope: SignedInCenterScope, given: Parsed<Schemas['createOrganization'], 'body'>): Promise<Organization> {
    await queries.lockTree(scope.manager)
    const tree = treeOf(await queries.listNodes(scope.manager))
    const id = uuidv7()
    refuseUnfit(tree, given.kind, given.reportsTo)
    await this.refuseDisagreement(scope, tree, { id, ...given })
    await queries.insertOrganization(scope.manager, id, given, scope.now)
    await this.record(scope, { fact: 'organization.created', subjectId: id, data: { kind: given.kind, reportsTo: given.reportsTo } })
    return this.get(scope, id)
  }

  /** @throws AppError as `create`, and `request.changedMeanwhile`, `organization.dissolved` */
  async update(scope: SignedInCenterScope, id: string, { version, ...given }: Parsed<Schemas['updateOrganization'], 'body'>): Promise<Organization> {
    const { row, tree } = await this.lock(scope, id, version)
    await this.refuseDisagreement(scope, tree, { ...row, ...given })
    await queries.updateOrganization(scope.manager, id, given)
    await this.record(scope, { fact: 'organization.updated', subjectId: id, data: { fields: Object.keys(given) } })
    return this.get(scope, id)
  }

  /** @throws AppError `organization.wouldCircle`, `organization.upperUnfit`, `organization.upperNotFound`, `request.changedMeanwhile` */
  async move(scope: SignedInCenterScope, id: string, { reportsTo, version }: Parsed<Schemas['moveOrganization'], 'body'>): Promise<Organization> {
    const { row, tree } = await this.lock(scope, id, version)
    if (wouldCircle(tree, id, reportsTo)) throw refuseOrganization('organization.wouldCircle')
    refuseUnfit(tree, row.kind, reportsTo)
    await queries.updateOrganization(scope.manager, id, { reportsTo })
    await this.record(scope, { fact: 'organization.moved', subjectId: id, data: { from: row.reportsTo, to: reportsTo } })
    return this.get(scope, id)
  }

  /** @throws AppError `organization.stillHolds` with what is in the way, counted; `organization.dissolved`, `request.changedMeanwhile` */
  async dissolve(scope: SignedInCenterScope, id: string, { version, reason }: Parsed<Schemas['dissolveOrganization'], 'body'>): Promise<Organization> {
    const { tree } = await this.lock(scope, id, version)
    const held = { ...this.holdsOf(tree, id), members: (await countMembers(scope.manager)).get(id) ?? 0 }
    const standing = organizationHolds.filter((hold) => held[hold] > 0)
    if (standing.length > 0) throw refuseOrganization('organization.stillHolds', { ...held, words: standing.map((hold) => `有 ${held[hold]} ${hold === 'members' ? '名' : '个'}${organizationHoldLabels[hold]}`).join('、') })
    await queries.dissolveOrganization(scope.manager, id, reason, scope.now)
    await this.record(scope, { fact: 'organization.dissolved', subjectId: id })
    return this.get(scope, id)
  }

  private holdsOf(tree: Tree<Node>, id: string): Record<Exclude<OrganizationHold, 'members'>, number> {
    const nodes = [...tree.values()]
    return { children: nodes.filter(({ reportsTo }) => reportsTo === id).length, partners: nodes.filter(({ partnersWith }) => partnersWith === id).length }
  }

  private async lock(scope: SignedInCenterScope, id: string, version: number): Promise<{ row: queries.OrganizationRow; tree: Tree<Node> }> {
    await queries.lockTree(scope.manager)
    await queries.lockOrganization(scope.manager, id)
    const row = await queries.findOrganization(scope.manager, id)
    if (!row) throw refuseOrganization('organization.notFound')
    if (row.dissolvedAt) throw refuseOrganization('organization.dissolved')
    if (version !== row.version) throw refuseRequest('request.changedMeanwhile', { version: row.version })
    return { row, tree: treeOf(await queries.listNodes(scope.manager)) }
  }

  /** What the columns say together, and against the other nodes. */
  private async refuseDisagreement(scope: CenterScope, tree: Tree<Node>, given: Pick<queries.OrganizationRow, 'id' | 'kind' | 'tier' | 'code' | 'fullName' | 'partnersWith' | 'canApproveProbationary' | 'firmId'>): Promise<void> {
    const others = [...tree.values()].filter(({ id }) => id !== given.id)
    if (given.canApproveProbationary && given.kind !== 'committee') throw refuseRequest('request.invalid', [{ path: 'canApproveProbationary', message: '只有基层党委能审批预备党员' }])
    if (given.kind === 'partner' && given.partnersWith === null) throw refuseRequest('request.invalid', [{ path: 'partnersWith', message: '请选择它与哪个组织协同' }])
    if (given.partnersWith !== null && (given.partnersWith === given.id || !tree.has(given.partnersWith))) throw refuseOrganization('organization.partnerNotFound')
    if (given.code !== null && others.some(({ code }) => code === given.code)) throw refuseOrganization('organization.codeTaken')
    if (others.some(({ fullName }) => fullName === given.fullName)) throw refuseOrganization('organization.nameTaken')
    if (given.tier === 'core' && others.some(({ tier }) => tier === 'core')) throw refuseOrganization('organization.coreTaken')
    if (given.firmId !== null && !(await firmExists(scope.manager, given.firmId))) throw refuseRequest('request.invalid', [{ path: 'firmId', message: '找不到这家企业，请重新选择' }])
  }

  private record(scope: CenterScope, fact: OrganizationFact): Promise<void> {
    return this.audit.record(scope, fact)
  }

  private async present(scope: CenterScope, row: queries.OrganizationRow): Promise<Organization> {
    const tree = treeOf([...(await queries.listNodes(scope.manager)).filter(({ id }) => id !== row.id), row])
    const committee = approvingCommittee(tree, row.id)
    const partner = row.partnersWith === null ? undefined : tree.get(row.partnersWith)
    return {
      ...summarise(row),
      contactName: row.contactName,
      contactPhone: row.contactPhone,
      address: row.address,
      postcode: row.postcode,
      foundedOn: row.foundedOn,
      firm: row.firmId === null ? null : { id: row.firmId, name: row.firmName ?? '' },
      path: pathTo(tree, row.id).map(nameOf),
      partnersWith: partner ? nameOf(partner) : null,
      approvingCommittee: committee && nameOf(committee),
      endorsingGeneralBranches: endorsingGeneralBranches(tree, row.id).map(nameOf),
      childCount: this.holdsOf(tree, row.id).children,
      memberCount: branchKinds.includes(row.kind) ? ((await countMembers(scope.manager)).get(row.id) ?? 0) : null,
      dissolvedAt: row.dissolvedAt && shanghaiIso(row.dissolvedAt),
      dissolveReason: row.dissolveReason,
      version: row.version,
      allowedActions: holds(scope.caller, 'organization.manageTree', scope.centerId) && !row.dissolvedAt ? [...organizationActions] : [],
    }
  }
}

function refuseUnfit(tree: Tree<Node>, kind: OrganizationKind, reportsTo: string | null): void {
  const upper = reportsTo === null ? null : tree.get(reportsTo)
  if (upper === undefined) throw refuseOrganization('organization.upperNotFound')
  if (!mayReportTo(kind, upper && upper.kind)) throw refuseOrganization('organization.upperUnfit', { kind: organizationKindLabels[kind] })
}

function summarise({ id, name, fullName, kind, tier, code, canApproveProbationary }: Node) {
  return { id, name, fullName, kind, tier, code, canApproveProbationary }
}

function nameOf({ id, name, fullName, kind }: Node): NamedOrganization {
  return { id, name, fullName, kind }
}
