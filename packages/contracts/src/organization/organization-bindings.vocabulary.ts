/** Who a person of the phone can be found to be: a member of the roll, or the representative of a firm. */
export const bindingKinds = ['member', 'firm'] as const
export type BindingKind = (typeof bindingKinds)[number]
export const bindingKindLabels: Record<BindingKind, string> = { member: '党员身份', firm: '企业代表' }

export const bindingStates = ['pending', 'confirmed', 'refused', 'ended'] as const
export type BindingState = (typeof bindingStates)[number]
export const bindingStateLabels: Record<BindingState, string> = { pending: '待核对', confirmed: '已确认', refused: '没有通过', ended: '已解除' }

/** `withdraw` is the person's own, the others are staff's. */
export const bindingActions = ['confirm', 'refuse', 'withdraw', 'end'] as const
export type BindingAction = (typeof bindingActions)[number]

/** What a firm's representative stands on; staff have seen it when they confirm. */
export const bindingBases = ['legal_representative', 'authorization'] as const
export type BindingBasis = (typeof bindingBases)[number]
export const bindingBasisLabels: Record<BindingBasis, string> = { legal_representative: '法定代表人（经营者）本人', authorization: '持企业授权书' }

/** What staff have seen when they correct a birth date. A code, because the ledger holds no words about persons. */
export const birthDateBases = ['id_card', 'household_register', 'other_document'] as const
export type BirthDateBasis = (typeof birthDateBases)[number]
export const birthDateBasisLabels: Record<BirthDateBasis, string> = { id_card: '居民身份证', household_register: '户口簿', other_document: '其他有效证件' }

/** The one answer to everybody who asks, whoever they are. */
export const bindingAnswer = '已提交，待核对'

/** Of the words above the phone's form, which a person agrees to by sending it. */
export const bindingConsentVersion = '2026-12'

/** What a person holds at a centre: what moves when two records become one. */
export const holdingKinds = ['sign_ups', 'members', 'bindings', 'no_show_appeals', 'transfers', 'financing_demands', 'others'] as const
export type HoldingKind = (typeof holdingKinds)[number]
export const holdingLabels: Record<HoldingKind, string> = { sign_ups: '活动报名', members: '党员记录', bindings: '身份核对', no_show_appeals: '爽约申诉', transfers: '组织关系接转', financing_demands: '融资需求', others: '其他记录' }

export const bindingsErrorCodes = [
  'organization.bindingNotFound', 'organization.bindingWrongState', 'organization.memberBound', 'organization.targetNotFound', 'organization.mergeConflict', 'organization.mergeTwoAccounts', 'organization.birthDateWrong',
] as const
export type BindingsErrorCode = (typeof bindingsErrorCodes)[number]
