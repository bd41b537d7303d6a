/**
 * What a caller must be to use a route. A permission is always held at a centre (or, for platform
 * roles, everywhere); which role holds which permission is decided in the API (accounts.policy.ts).
 */
export const permissions = [
  'activities.manage',
  'activities.readSignUps',
  'organization.readFirms',
  'centers.readSettings',
  'centers.manage',
  'organization.readTree',
  'organization.manageTree',
] as const

export type Permission = (typeof permissions)[number]

/** `public`: anyone; `signedIn`: any account; otherwise a permission at the centre named in the path. */
export type Access = 'public' | 'signedIn' | Permission
