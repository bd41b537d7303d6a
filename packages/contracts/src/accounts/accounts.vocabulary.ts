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

/** Purposes of consent, each withdrawn on its own; all others rest on `privacy`. */
export const consentPurposes = ['privacy', 'contact', 'membership', 'firm', 'transfer'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

/** Where a consent was given: by the person on the phone, or on a signed paper that the desk has seen. */
export const consentSources = ['phone', 'signed_paper', 'signed_roster'] as const
export type ConsentSource = (typeof consentSources)[number]
export const consentSourceLabels: Record<ConsentSource, string> = { phone: '在手机上同意', signed_paper: '签字的纸质同意书', signed_roster: '签字的花名册' }

/** What a person agrees to, and what ends when they take it back. */
export const consentTexts: Record<ConsentPurpose, { title: string; use: string; withdrawal: string }> = {
  privacy: { title: '使用小程序', use: '用微信给的编号认出你，记下你的报名和办理。', withdrawal: '撤回后，你会在所有手机上退出登录，下面的其他授权一起撤回。已有的报名和办理记录依法保留，不再用于别的事。' },
  contact: { title: '姓名和手机号', use: '中心工作人员在活动有变、需要核对时联系你。', withdrawal: '撤回后，各中心留存的手机号会被删除；姓名也会删除，党员名册里的除外；正在办理的融资需求要到需求里停止授权。以后报名需要时会再问你。' },
  membership: { title: '党员身份', use: '用姓名和身份证号与党员名册核对，办理党组织的事。属于敏感个人信息，单独征得你的同意。', withdrawal: '撤回后，账号与党员名册的对应关系解除，没有核对完的申请作废。党员名册本身由党组织依规保存。' },
  firm: { title: '企业代表身份', use: '核对你是不是企业的代表，代企业办理事项。', withdrawal: '撤回后，账号与企业的对应关系解除，没有核对完的申请作废，你提交的融资需求停止发给银行。' },
  transfer: { title: '组织关系接转', use: '把你填的党员信息交给转出、转入的党组织办理。属于敏感个人信息，单独征得你的同意。', withdrawal: '撤回后，还没有开出介绍信的接转会作废；已经开出的只留编号、日期和党组织，其余在纸上办完。' },
}

/** The version of the privacy text that the phone shows now. */
export const privacyVersion = '2026-12-2'
/** Of the words beside the fields for name and phone number. */
export const contactVersion = '2026-11'

export const accountsErrorCodes = [
  'accounts.wechatRefused', 'accounts.wechatUnavailable', 'accounts.wrongPassword', 'accounts.disabled',
  'accounts.grantNotFound', 'accounts.mayNotGrant', 'accounts.ownGrant', 'accounts.alreadyRevoked', 'accounts.alreadyGranted', 'accounts.adminsApart', 'accounts.scopeNeeded', 'accounts.scopeNotFound',
  'accounts.invitationNotFound', 'accounts.invitationOver', 'accounts.invitationOtherPerson', 'accounts.tooManyTries', 'accounts.usernameTaken',
  'accounts.locked', 'accounts.totpNeeded', 'accounts.wrongTotp', 'accounts.totpOn', 'accounts.totpOff', 'accounts.noPassword', 'accounts.sessionNotFound', 'accounts.consentNotGiven', 'accounts.phoneCodeRefused', 'accounts.phoneUnavailable', 'accounts.phoneForeign',
] as const
export type AccountsErrorCode = (typeof accountsErrorCodes)[number]
