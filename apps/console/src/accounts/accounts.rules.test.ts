import type { Grant } from '@dangqun/contracts/accounts/schemas'
import { centersOf, permissionsAt, rolesAt, safeNext } from './accounts.rules'

const shangbai = { slug: 'shangbai', name: '尚百' }
const yunhai = { slug: 'yunhai', name: '云海' }
const grants: Grant[] = [
  { role: 'branch_secretary', scope: null, center: shangbai, permissions: [] },
  { role: 'center_manager', scope: null, center: yunhai, permissions: ['activities.manage', 'organization.readFirms'] },
  { role: 'center_staff', scope: null, center: yunhai, permissions: ['activities.manage'] },
  { role: 'audit_admin', scope: null, center: null, permissions: [] },
]

test('a centre counts once, and only where something may be done', () => {
  expect(centersOf({ grants })).toEqual([yunhai])
  expect(centersOf({ grants }, [shangbai, yunhai])).toEqual([yunhai])
})

test('permissions add up over the roles at one centre and do not leak into another', () => {
  expect([...permissionsAt({ grants }, 'yunhai')]).toEqual(['activities.manage', 'organization.readFirms'])
  expect(permissionsAt({ grants }, 'shangbai').size).toBe(0)
  expect(rolesAt({ grants }, 'yunhai')).toEqual(['center_manager', 'center_staff', 'audit_admin'])
})

test.each([
  ['/shangbai/activities?when=past', '/shangbai/activities?when=past'],
  [null, '/'],
  ['//elsewhere.test', '/'],
  ['/\\elsewhere.test', '/'],
  ['https://elsewhere.test', '/'],
  ['/login?next=/login', '/'],
])('after a login for %j the way leads to %s', (next, path) => {
  expect(safeNext(next)).toBe(path)
})

test('a role of the platform works at every centre', () => {
  const me = { grants: [{ role: 'security_admin', scope: null, center: null, permissions: ['accounts.manageGrants'] } satisfies Grant] }
  expect(centersOf(me, [shangbai, yunhai])).toEqual([shangbai, yunhai])
  expect([...permissionsAt(me, 'shangbai')]).toEqual(['accounts.manageGrants'])
})
