import { roles, type Role } from '@dangqun/contracts/accounts/vocabulary'
import type { Permission } from '@dangqun/contracts/kit/access'
import type { HeldGrant } from '../platform/http/scope.js'

const officeOfTree: readonly Permission[] = ['organization.readTree', 'organization.manageTree', 'organization.readMembers', 'organization.manageMembers', 'organization.manageBindings']
const deskOfFinancing: readonly Permission[] = ['financing.readVersions', 'financing.approveProducts', 'financing.manageLprs', 'financing.handleDemands', 'financing.readReferrals']
const staff: readonly Permission[] = ['activities.manage', 'activities.readSignUps', 'activities.checkIn', 'organization.readFirms', 'organization.manageFirms', 'notices.announce', ...officeOfTree, ...deskOfFinancing, 'centers.readSettings', 'centers.printCodes', 'transfer.handle', 'transfer.readCases']
const manager: readonly Permission[] = [...staff, 'accounts.manageGrants', 'centers.manage', 'activities.approveExports', 'audit.read']
// The tree's own officers see where they stand in it, the members of their grant's scope, and the transfers that wait on it.
const officer: readonly Permission[] = ['organization.readTree', 'organization.readMembers', 'transfer.readCases']

/** Which role holds which permissions, at the centre of its grant. The platform's three administrators (三员) see no business data. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  worker: [],
  member: [],
  firm_representative: [],
  bank_officer: ['financing.readVersions', 'financing.editProducts', 'financing.readReferrals'],
  branch_secretary: officer,
  committee_officer: officer,
  center_staff: staff,
  center_manager: manager,
  system_admin: ['centers.manageWorkdays', 'centers.create'],
  security_admin: ['accounts.manageGrants'],
  audit_admin: ['audit.read', 'audit.readPlatform'],
}

/** Roles that let somebody do this at a centre. */
export function rolesWith(permission: Permission): Role[] {
  return roles.filter((role) => permissionsOf[role].includes(permission))
}

/** Who gives which role: at the centre of one's own grant; the platform's administrators everywhere. */
const grantableBy: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  center_manager: ['center_staff', 'branch_secretary', 'committee_officer', 'firm_representative', 'bank_officer'],
  security_admin: ['center_manager', 'system_admin', 'security_admin', 'audit_admin'],
}

/** Roles that somebody with these grants may give at a centre. */
export function grantableRoles(grants: readonly HeldGrant[], centerId: string): Role[] {
  return [...new Set(grants.filter((grant) => grant.centerId === null || grant.centerId === centerId).flatMap(({ role }) => grantableBy[role] ?? []))]
}

/** Roles that they may take back there: what they may give; the security administrator everything. */
export function revocableRoles(grants: readonly HeldGrant[], centerId: string): readonly Role[] {
  return seesPlatform(grants) ? roles : grantableRoles(grants, centerId)
}

/** Whether they also see the roles of the platform itself. */
export function seesPlatform(grants: readonly HeldGrant[]): boolean {
  return grants.some(({ role }) => role === 'security_admin')
}
