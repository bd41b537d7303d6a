/**
 * What a caller must be to use a route. A permission is held at a centre or, for platform roles,
 * everywhere; a route without a centre in its path wants the latter. Which role holds which
 * permission is decided in the API (accounts.policy.ts).
 */
export const permissions = [
  'activities.manage',
  'activities.readSignUps',
  'activities.checkIn',
  'activities.approveExports',
  'organization.readFirms',
  'organization.manageFirms',
  'notices.announce',
  'centers.create',
  'centers.readSettings',
  'centers.printCodes',
  'centers.manage',
  'centers.manageWorkdays',
  'organization.readTree',
  'organization.manageTree',
  'accounts.manageGrants',
  'financing.readVersions',
  'financing.editProducts',
  'financing.approveProducts',
  'financing.manageLprs',
  'financing.handleDemands',
  'financing.readReferrals',
  'organization.readMembers',
  'organization.manageMembers',
  'organization.manageBindings',
  'transfer.handle',
  'audit.read',
  'audit.readPlatform',
  'transfer.readCases',
] as const

export type Permission = (typeof permissions)[number]

/** `public`: anyone; `signedIn`: any account; otherwise a permission at the centre named in the path, or on the platform. */
export type Access = 'public' | 'signedIn' | Permission
