/** Closed list of roles; the Chinese names are what screens show. */
export const roles = [
  'worker',
  'member',
  'firm_representative',
  'bank_officer',
  'branch_secretary',
  'committee_officer',
  'center_staff',
  'center_manager',
  'system_admin',
  'security_admin',
  'audit_admin',
] as const
export type Role = (typeof roles)[number]

export const roleLabels: Record<Role, string> = {
  worker: '职工群众',
  member: '党员',
  firm_representative: '企业代表',
  bank_officer: '银行客户经理',
  branch_secretary: '支部书记',
  committee_officer: '党委组织干事',
  center_staff: '中心工作人员',
  center_manager: '中心主任',
  system_admin: '系统管理员',
  security_admin: '安全管理员',
  audit_admin: '审计管理员',
}

/** What a grant may be narrowed to. */
export const scopeKinds = ['branch', 'committee', 'bank', 'firm'] as const
export type ScopeKind = (typeof scopeKinds)[number]
export const scopeKindLabels: Record<ScopeKind, string> = { branch: '党支部', committee: '党委', bank: '银行', firm: '企业' }

/** Roles that are held for one branch, committee, bank or firm, and which of these. */
export const scopeOfRole: Readonly<Partial<Record<Role, ScopeKind>>> = {
  branch_secretary: 'branch',
  committee_officer: 'committee',
  bank_officer: 'bank',
  firm_representative: 'firm',
}

/** 三员: held on the platform, at no centre; one account holds at most one of them. */
export const platformRoles = ['system_admin', 'security_admin', 'audit_admin'] as const satisfies readonly Role[]

/** Roles that log in to the console with a second factor (等保2.0 level 3: two-factor login of administrators). */
export const rolesWithSecondFactor = ['center_manager', ...platformRoles] as const satisfies readonly Role[]

/** How long an invitation can be accepted. */
export const invitationDays = 7
/** Symbols of an invitation's code, the last one being its check. */
export const invitationCodeLength = 10

/** Purposes of consent; each has texts with versions. */
export const consentPurposes = ['privacy'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

/** The version of the privacy text that the phone shows now. */
export const privacyVersion = '2026-12'

export const accountsErrorCodes = [
  'accounts.wechatRefused', 'accounts.wechatUnavailable', 'accounts.wrongPassword', 'accounts.disabled',
  'accounts.grantNotFound', 'accounts.mayNotGrant', 'accounts.ownGrant', 'accounts.alreadyRevoked', 'accounts.alreadyGranted', 'accounts.adminsApart', 'accounts.scopeNeeded', 'accounts.scopeNotFound',
  'accounts.invitationNotFound', 'accounts.invitationOver', 'accounts.invitationOtherPerson', 'accounts.tooManyTries', 'accounts.usernameTaken',
  'accounts.locked', 'accounts.totpNeeded', 'accounts.wrongTotp', 'accounts.totpOn', 'accounts.totpOff', 'accounts.noPassword', 'accounts.sessionNotFound',
] as const
export type AccountsErrorCode = (typeof accountsErrorCodes)[number]
