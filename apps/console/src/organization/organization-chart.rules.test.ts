import type { OrganizationNode } from '@dangqun/contracts/organization/tree/schemas'
import { chartOf, forestOf, uppersFor } from './organization-chart.rules'

const node = (id: string, kind: OrganizationNode['kind'], reportsTo: string | null, more: Partial<OrganizationNode> = {}): OrganizationNode => ({ id, name: id, kind, reportsTo, tier: null, partnersWith: null, canApproveProbationary: false, memberCount: null, ...more })

const nodes = [
  node('shops', 'joint_branch', 'quarter', { tier: 'trunk' }),
  node('community', 'committee', null),
  node('quarter', 'general_branch', 'community', { tier: 'core' }),
  node('street', 'branch', 'community'),
  node('union', 'department', 'quarter', { tier: 'member' }),
  node('station', 'branch', 'police', { tier: 'member', partnersWith: 'quarter' }),
  node('police', 'committee', null),
]

test('every organisation stands in the chart exactly once', () => {
  const chart = chartOf(nodes)
  expect(chart).toMatchObject({ above: [{ id: 'community' }], core: { id: 'quarter' }, trunk: [{ id: 'shops' }], others: [{ id: 'street' }, { id: 'police' }] })
  expect(chart.groups.map((group) => group.nodes.map(({ id }) => id))).toEqual([['union'], ['station']])
  const shown = [...chart.above, ...(chart.core ? [chart.core] : []), ...chart.trunk, ...chart.groups.flatMap((group) => group.nodes), ...chart.others]
  expect(shown.map(({ id }) => id).sort()).toEqual(nodes.map(({ id }) => id).sort())
})

test('the forest follows whom each reports to', () => {
  expect(forestOf(nodes).map(({ node: root, children }) => [root.id, children.map((child) => child.node.id)])).toEqual([['community', ['quarter', 'street']], ['police', ['station']]])
})

test('nobody is offered a place below itself', () => {
  const uppers = uppersFor([...nodes, node('sub', 'committee', 'community')], { id: 'community', kind: 'committee' })
  expect(uppers.map(({ id }) => id)).toEqual(['police'])
  expect(uppersFor(nodes, { id: 'shops', kind: 'joint_branch' }).map(({ id }) => id)).toEqual(['community', 'quarter', 'police'])
})
