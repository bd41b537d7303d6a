import type { OrganizationNode } from '@dangqun/contracts/organization/tree/schemas'
import { organizationKinds, organizationUppers, type OrganizationKind } from '@dangqun/contracts/organization/tree/vocabulary'

type Node = OrganizationNode

export interface ChartGroup {
  title: string
  nodes: Node[]
}

/** A centre's organisations as people speak of them: who stands above, the 1, the 2, the N by kind, and the rest. */
export interface Chart {
  above: Node[]
  core: Node | null
  trunk: Node[]
  groups: ChartGroup[]
  others: Node[]
}

const groupTitles: Partial<Record<OrganizationKind, string>> = { joint_branch: '联合党支部', branch: '企业和社会组织党支部', department: '群团组织', general_branch: '党总支', committee: '党委' }

export function chartOf(nodes: readonly Node[]): Chart {
  const core = nodes.find(({ tier }) => tier === 'core') ?? null
  const above = core ? lineAbove(nodes, core) : []
  const trunk = nodes.filter(({ tier }) => tier === 'trunk')
  const members = nodes.filter(({ tier }) => tier === 'member')
  const partners = members.filter(({ partnersWith }) => partnersWith !== null)
  const own = members.filter(({ partnersWith }) => partnersWith === null)
  const kindGroups = (['joint_branch', 'branch', 'department', 'general_branch', 'committee'] as const).map((kind) => ({ title: groupTitles[kind] ?? '', nodes: own.filter((node) => node.kind === kind) }))
  const shown = new Set([...above, ...(core ? [core] : []), ...trunk, ...members].map(({ id }) => id))
  return {
    above, core, trunk,
    groups: [...kindGroups, { title: '共建单位（隶属其他组织，只协同）', nodes: partners }].filter((group) => group.nodes.length > 0),
    others: nodes.filter(({ id }) => !shown.has(id)),
  }
}

/** From the top down to whom it reports to. */
export function lineAbove(nodes: readonly Node[], node: Node): Node[] {
  const byId = new Map(nodes.map((each) => [each.id, each]))
  const line: Node[] = []
  for (let upper = byId.get(node.reportsTo ?? ''); upper && !line.includes(upper); upper = byId.get(upper.reportsTo ?? '')) line.unshift(upper)
  return line
}

export interface Branching {
  node: Node
  children: Branching[]
}

/** The forest of 隶属; what reports to nobody standing is a root. Larger kinds first. */
export function forestOf(nodes: readonly Node[]): Branching[] {
  const ids = new Set(nodes.map(({ id }) => id))
  const order = (a: Node, b: Node) => organizationKinds.indexOf(a.kind) - organizationKinds.indexOf(b.kind)
  const grow = (upper: string | null): Branching[] =>
    nodes.filter(({ reportsTo }) => (reportsTo !== null && ids.has(reportsTo) ? reportsTo : null) === upper).sort(order).map((node) => ({ node, children: grow(node.id) }))
  return grow(null)
}

/** Where it may be moved: what may be above its kind, and is neither itself nor below it. The server decides again. */
export function uppersFor(nodes: readonly Node[], moved: { id: string | null; kind: OrganizationKind }): Node[] {
  return nodes.filter((node) => organizationUppers[moved.kind].includes(node.kind) && node.id !== moved.id && !lineAbove(nodes, node).some(({ id }) => id === moved.id))
}
