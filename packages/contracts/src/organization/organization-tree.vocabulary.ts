/** What kind of organisation a node of the tree is. */
export const organizationKinds = ['committee', 'general_branch', 'branch', 'joint_branch', 'department', 'partner'] as const
export type OrganizationKind = (typeof organizationKinds)[number]
export const organizationKindLabels: Record<OrganizationKind, string> = {
  committee: '基层党委',
  general_branch: '党总支',
  branch: '党支部',
  joint_branch: '联合党支部',
  department: '部门、群团',
  partner: '共建单位',
}

/** Which kinds may report to which; null: to nobody. Members sit in branches, so only departments report to one. */
export const organizationUppers: Readonly<Record<OrganizationKind, readonly (OrganizationKind | null)[]>> = {
  committee: ['committee', null],
  general_branch: ['committee'],
  branch: ['committee', 'general_branch'],
  joint_branch: ['committee', 'general_branch'],
  department: ['committee', 'general_branch', 'branch', 'joint_branch'],
  partner: [null],
}

/** Kinds that hold members. */
export const branchKinds: readonly OrganizationKind[] = ['branch', 'joint_branch']

/** Its part in the "1+2+N" of a quarter: one core, two trunks, the N. An upper committee has none. */
export const organizationTiers = ['core', 'trunk', 'member'] as const
export type OrganizationTier = (typeof organizationTiers)[number]
export const organizationTierLabels: Record<OrganizationTier, { sign: string; name: string }> = {
  core: { sign: '1', name: '核心' },
  trunk: { sign: '2', name: '骨干' },
  member: { sign: 'N', name: '成员' },
}

export const organizationActions = ['update', 'move', 'dissolve'] as const
export type OrganizationAction = (typeof organizationActions)[number]

export const organizationTreeErrorCodes = [
  'organization.notFound',
  'organization.upperNotFound',
  'organization.partnerNotFound',
  'organization.wouldCircle',
  'organization.upperUnfit',
  'organization.codeTaken',
  'organization.nameTaken',
  'organization.coreTaken',
  'organization.dissolved',
  'organization.stillHolds',
] as const
export type OrganizationTreeErrorCode = (typeof organizationTreeErrorCodes)[number]

/** What keeps an organisation from being dissolved: `organization.stillHolds` counts each. */
export const organizationHolds = ['children', 'members', 'partners'] as const
export type OrganizationHold = (typeof organizationHolds)[number]
export const organizationHoldLabels: Record<OrganizationHold, string> = {
  children: '下级组织',
  members: '党员',
  partners: '共建单位',
}
