import { roles, scopeKinds } from '@dangqun/contracts/accounts/vocabulary'
import type { HeldGrant } from '../platform/http/scope.js'
import { maySee, visibleBranches } from './organization-members.policy.js'
import { treeOf, type TreeNode } from './organization-tree.rules.js'

const node = (id: string, kind: TreeNode['kind'], reportsTo: string | null): TreeNode => ({ id, kind, reportsTo, canApproveProbationary: kind === 'committee' })
const tree = treeOf([node('community', 'committee', null), node('quarter', 'general_branch', 'community'), node('shops', 'joint_branch', 'quarter'), node('tower', 'branch', 'quarter'), node('police', 'committee', null), node('station', 'branch', 'police')])
const branches = ['shops', 'tower', 'station']
const sees = (...grants: (Pick<HeldGrant, 'role' | 'centerId'> & Partial<Pick<HeldGrant, 'scope'>>)[]) => {
  const visible = visibleBranches(grants.map(({ role, centerId, scope = null }) => ({ role, centerId, scope })), 'here', tree)
  return branches.filter((branch) => maySee(visible, branch))
}

test('each office sees its own', () => {
  expect(sees({ role: 'center_staff', centerId: 'here' })).toEqual(branches)
  expect(sees({ role: 'branch_secretary', centerId: 'here', scope: { kind: 'branch', id: 'tower' } })).toEqual(['tower'])
  expect(sees({ role: 'committee_officer', centerId: 'here', scope: { kind: 'committee', id: 'community' } })).toEqual(['shops', 'tower'])
  expect(sees({ role: 'branch_secretary', centerId: 'here', scope: { kind: 'branch', id: 'tower' } }, { role: 'branch_secretary', centerId: 'here', scope: { kind: 'branch', id: 'station' } })).toEqual(['tower', 'station'])
})

test('another centre’s office, one without a scope, and one with another kind of scope see nobody', () => {
  expect(sees({ role: 'center_staff', centerId: 'there' }, { role: 'center_manager', centerId: null })).toEqual([])
  expect(sees({ role: 'branch_secretary', centerId: 'here' }, { role: 'committee_officer', centerId: 'here', scope: null })).toEqual([])
  expect(sees({ role: 'branch_secretary', centerId: 'here', scope: { kind: 'firm', id: 'shops' } }, { role: 'committee_officer', centerId: 'here', scope: { kind: 'branch', id: 'shops' } })).toEqual([])
})

test('no other role sees anybody, whatever its scope', () => {
  const offices = ['center_staff', 'center_manager', 'branch_secretary', 'committee_officer']
  for (const role of roles.filter((each) => !offices.includes(each))) {
    for (const kind of scopeKinds) expect(sees({ role, centerId: 'here', scope: { kind, id: 'shops' } })).toEqual([])
  }
})
