import { platformRoles, roles, type Role } from '@dangqun/contracts/accounts/vocabulary'
import type { HeldGrant } from '../platform/http/scope.js'
import { grantableRoles, permissionsOf, revocableRoles } from './accounts.policy.js'

const here = 'here'
const held = (role: Role, centerId: string | null = here): HeldGrant[] => [{ role, centerId, scope: null, permissions: permissionsOf[role] }]

test('a manager gives roles of their own centre, and none above or beside', () => {
  expect(grantableRoles(held('center_manager'), here)).toEqual(['center_staff', 'branch_secretary', 'committee_officer', 'firm_representative', 'bank_officer'])
  expect(grantableRoles(held('center_manager', 'elsewhere'), here)).toEqual([])
})

test('the security administrator names managers and administrators everywhere, and takes anything back', () => {
  const grants = held('security_admin', null)
  expect(grantableRoles(grants, here)).toEqual(['center_manager', ...platformRoles])
  expect(revocableRoles(grants, here)).toEqual(roles)
})

test.each(roles.filter((role) => role !== 'center_manager' && role !== 'security_admin'))('%s gives nothing', (role) => {
  expect(grantableRoles(held(role, platformRoles.includes(role as never) ? null : here), here)).toEqual([])
  expect(permissionsOf[role]).not.toContain('accounts.manageGrants')
})

test.each(platformRoles)('%s sees no business data', (role) => {
  expect(permissionsOf[role].filter((permission) => /^(activities|organization)\./.test(permission))).toEqual([])
})
