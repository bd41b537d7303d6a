import type { HeldGrant } from '../platform/http/scope.js'
import { withinTree, type Tree } from './organization-tree.rules.js'

/**
 * Whose members somebody may see at a centre: `all` for the centre's staff, the own branch for its secretary,
 * everything that reports to it for an officer of a committee; nobody else anybody.
 */
export function visibleBranches(grants: readonly Pick<HeldGrant, 'role' | 'centerId' | 'scope'>[], centerId: string, tree: Tree): 'all' | ReadonlySet<string> {
  const here = grants.filter((grant) => grant.centerId === centerId)
  if (here.some(({ role }) => role === 'center_staff' || role === 'center_manager')) return 'all'
  return new Set(here.flatMap(({ role, scope }) => {
    if (role === 'branch_secretary' && scope?.kind === 'branch') return [scope.id]
    if (role === 'committee_officer' && scope?.kind === 'committee') return [...withinTree(tree, scope.id)]
    return []
  }))
}

export function maySee(visible: 'all' | ReadonlySet<string>, branchId: string): boolean {
  return visible === 'all' || visible.has(branchId)
}
