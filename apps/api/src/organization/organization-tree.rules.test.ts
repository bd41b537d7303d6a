import { organizationKinds } from '@dangqun/contracts/organization/tree/vocabulary'
import fc from 'fast-check'
import { approvingCommittee, endorsingGeneralBranches, mayReportTo, pathTo, shareCommittee, treeOf, withinTree, wouldCircle, type TreeNode } from './organization-tree.rules.js'

const node = (id: string, kind: TreeNode['kind'], reportsTo: string | null, canApproveProbationary = false): TreeNode => ({ id, kind, reportsTo, canApproveProbationary })

const pilot = treeOf([
  node('district', 'committee', null),
  node('community', 'committee', 'district', true),
  node('quarter', 'general_branch', 'community'),
  node('company', 'branch', 'quarter'),
  node('shops', 'joint_branch', 'quarter'),
  node('street', 'branch', 'community'),
  node('police', 'committee', null, true),
  node('station', 'branch', 'police'),
])

test('a general branch issues nothing: the committee above it does', () => {
  expect(approvingCommittee(pilot, 'shops')?.id).toBe('community')
  expect(approvingCommittee(pilot, 'quarter')?.id).toBe('community')
  expect(approvingCommittee(pilot, 'community')?.id).toBe('community')
  expect(approvingCommittee(pilot, 'district')).toBeNull()
  expect(approvingCommittee(pilot, 'unknown')).toBeNull()
})

test('the general branch on the way endorses; one that is not on the way does not', () => {
  expect(endorsingGeneralBranches(pilot, 'shops').map(({ id }) => id)).toEqual(['quarter'])
  expect(endorsingGeneralBranches(pilot, 'street')).toEqual([])
  expect(endorsingGeneralBranches(pilot, 'quarter')).toEqual([])
})

test('internal is what one committee approves at both ends', () => {
  expect(shareCommittee(pilot, 'shops', 'street')).toBe(true)
  expect(shareCommittee(pilot, 'shops', 'station')).toBe(false)
  expect(shareCommittee(pilot, 'district', 'district')).toBe(false)
})

test('the path leads from the top', () => {
  expect(pathTo(pilot, 'shops').map(({ id }) => id)).toEqual(['district', 'community', 'quarter'])
  expect([...withinTree(pilot, 'quarter')].sort()).toEqual(['company', 'quarter', 'shops'])
})

test('every kind has somewhere to report to, and only committees and partners may stand alone', () => {
  for (const kind of organizationKinds) expect([...organizationKinds, null].some((upper) => mayReportTo(kind, upper))).toBe(true)
  expect(organizationKinds.filter((kind) => mayReportTo(kind, null))).toEqual(['committee', 'partner'])
  expect(organizationKinds.some((kind) => mayReportTo(kind, 'partner'))).toBe(false)
})

/** Any forest: each node reports to an earlier one or to nobody. */
const forests = fc.array(fc.record({ upper: fc.nat(), isRoot: fc.boolean(), approves: fc.boolean(), kind: fc.constantFrom(...organizationKinds) }), { minLength: 1, maxLength: 25 })
  .map((drawn) => treeOf(drawn.map(({ upper, isRoot, approves, kind }, index) => node(`n${index}`, kind, isRoot || index === 0 ? null : `n${upper % index}`, approves))))
const forestAndTwo = forests.chain((tree) => fc.tuple(fc.constant(tree), fc.constantFrom(...tree.keys()), fc.constantFrom(...tree.keys())))

test('a move is refused exactly when it would close a circle', () => {
  fc.assert(fc.property(forestAndTwo, ([tree, id, reportsTo]) => {
    const moved = treeOf([...tree.values()].map((each) => (each.id === id ? { ...each, reportsTo } : each)))
    let circles = false
    const seen = new Set<string>()
    for (let at: string | null = id; at !== null; at = moved.get(at)?.reportsTo ?? null) {
      if (seen.has(at)) {
        circles = true
        break
      }
      seen.add(at)
    }
    expect(wouldCircle(tree, id, reportsTo)).toBe(circles)
  }))
})

test('the approving committee is on the line upwards, and nobody below it approves', () => {
  fc.assert(fc.property(forestAndTwo, ([tree, id, other]) => {
    const line = [tree.get(id), ...pathTo(tree, id).reverse()]
    const committee = approvingCommittee(tree, id)
    const place = line.findIndex((each) => each?.id === committee?.id)
    expect(line.slice(0, committee ? place : undefined).some((each) => each?.canApproveProbationary)).toBe(false)
    expect(committee === null || place >= 0).toBe(true)
    expect(shareCommittee(tree, id, other)).toBe(shareCommittee(tree, other, id))
    if (committee) expect(withinTree(tree, committee.id).has(id)).toBe(true)
  }))
})

test('even of a circle the rules come to an end', () => {
  const circle = treeOf([node('a', 'committee', 'b'), node('b', 'committee', 'a')])
  expect(pathTo(circle, 'a').map(({ id }) => id)).toEqual(['b'])
  expect(approvingCommittee(circle, 'a')).toBeNull()
})
