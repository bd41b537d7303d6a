import { organizationUppers, type OrganizationKind } from '@dangqun/contracts/organization/tree/vocabulary'

/** What the rules need of a node. */
export interface TreeNode {
  readonly id: string
  readonly kind: OrganizationKind
  readonly reportsTo: string | null
  readonly canApproveProbationary: boolean
}

export type Tree<Node extends TreeNode = TreeNode> = ReadonlyMap<string, Node>

export function treeOf<Node extends TreeNode>(nodes: readonly Node[]): Tree<Node> {
  return new Map(nodes.map((node) => [node.id, node]))
}

/** From the top down to whom it reports to, itself left out. Ends at a circle, which the database keeps from arising. */
export function pathTo<Node extends TreeNode>(tree: Tree<Node>, id: string): Node[] {
  const path: Node[] = []
  const seen = new Set([id])
  for (let upper = upperOf(tree, id); upper && !seen.has(upper.id); upper = upperOf(tree, upper.id)) {
    seen.add(upper.id)
    path.unshift(upper)
  }
  return path
}

/**
 * The committee that issues, receives and accepts for it: itself or its nearest `reportsTo` ancestor that
 * may approve probationary members (党员教育管理工作条例 Art. 25). `partnersWith` does not count.
 * @returns null while the tree knows none
 */
export function approvingCommittee<Node extends TreeNode>(tree: Tree<Node>, id: string): Node | null {
  return lineUp(tree, id).find(({ canApproveProbationary }) => canApproveProbationary) ?? null
}

/** 党总支 between it and that committee, lowest first: they issue nothing and may endorse. */
export function endorsingGeneralBranches<Node extends TreeNode>(tree: Tree<Node>, id: string): Node[] {
  const line = lineUp(tree, id)
  const committee = line.findIndex(({ canApproveProbationary }) => canApproveProbationary)
  return line.slice(1, committee === -1 ? undefined : committee).filter(({ kind }) => kind === 'general_branch')
}

/** Whether a move between the two is `internal`: one committee approves for both. */
export function shareCommittee(tree: Tree, one: string, other: string): boolean {
  const committee = approvingCommittee(tree, one)
  return committee !== null && committee.id === approvingCommittee(tree, other)?.id
}

/** Itself and everything that reports to it, directly or not. */
export function withinTree(tree: Tree, root: string): Set<string> {
  return new Set([...tree.keys()].filter((id) => lineUp(tree, id).some((upper) => upper.id === root)))
}

/** Whether reporting there would make it report to itself. */
export function wouldCircle(tree: Tree, id: string, reportsTo: string | null): boolean {
  return reportsTo !== null && lineUp(tree, reportsTo).some((upper) => upper.id === id)
}

export function mayReportTo(kind: OrganizationKind, upper: OrganizationKind | null): boolean {
  return organizationUppers[kind].includes(upper)
}

/** Itself, then whom it reports to, up to the top. */
function lineUp<Node extends TreeNode>(tree: Tree<Node>, id: string): Node[] {
  const self = tree.get(id)
  return self ? [self, ...pathTo(tree, id).reverse()] : []
}

function upperOf<Node extends TreeNode>(tree: Tree<Node>, id: string): Node | undefined {
  const reportsTo = tree.get(id)?.reportsTo
  return reportsTo ? tree.get(reportsTo) : undefined
}
