import type { Role } from '@dangqun/contracts/accounts/vocabulary'
import type { Permission } from '@dangqun/contracts/kit/access'

const officeOfTree: readonly Permission[] = ['organization.readTree', 'organization.manageTree']
const staff: readonly Permission[] = ['activities.manage', 'activities.readSignUps', 'activities.checkIn', 'organization.readFirms', ...officeOfTree, 'centers.readSettings']
const manager: readonly Permission[] = [...staff, 'centers.manage']
// The tree's own officers see where they stand in it.
const officer: readonly Permission[] = ['organization.readTree']

/** Which role holds which permissions, at the centre of its grant. The platform's three administrators (三员) see no business data. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  worker: [],
  member: [],
  firm_representative: [],
  bank_officer: [],
  branch_secretary: officer,
  committee_officer: officer,
  center_staff: staff,
  center_manager: manager,
  system_admin: ['centers.manageWorkdays'],
  security_admin: [],
  audit_admin: [],
}
