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

/** Purposes of consent; each has texts with versions. */
export const consentPurposes = ['privacy'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

/** The version of the privacy text that the phone shows now. */
export const privacyVersion = '2026-11'

export const accountsErrorCodes = ['accounts.wechatRefused', 'accounts.wechatUnavailable', 'accounts.wrongPassword', 'accounts.disabled'] as const
export type AccountsErrorCode = (typeof accountsErrorCodes)[number]
