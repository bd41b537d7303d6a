export const activityStates = ['draft', 'published', 'closed', 'held', 'cancelled'] as const
export type ActivityState = (typeof activityStates)[number]
export const activityStateLabels: Record<ActivityState, string> = {
  draft: '草稿',
  published: '报名中',
  closed: '报名截止',
  held: '已举办',
  cancelled: '已取消',
}

/** The URL segments of an activity's transitions. */
export const activityActions = ['publish', 'close', 'hold', 'cancel'] as const
export type ActivityAction = (typeof activityActions)[number]
export const activityActionLabels: Record<ActivityAction, string> = {
  publish: '发布',
  close: '截止报名',
  hold: '标记已举办',
  cancel: '取消活动',
}

/** What a detail may allow its reader: transitions, `update` (PATCH), `sign-up` (POST …/sign-ups), `check-in` (the desk, for staff). */
export const activityAllowedActions = [...activityActions, 'update', 'sign-up', 'check-in'] as const
export type ActivityAllowedAction = (typeof activityAllowedActions)[number]

export const signUpStates = ['confirmed', 'waitlisted', 'offered', 'declined', 'lapsed', 'cancelled', 'attended', 'absent'] as const
export type SignUpState = (typeof signUpStates)[number]
export const signUpStateLabels: Record<SignUpState, string> = {
  confirmed: '报名成功',
  waitlisted: '候补中',
  offered: '等你确认',
  declined: '已放弃',
  lapsed: '已过期',
  cancelled: '已取消',
  attended: '已参加',
  absent: '未到场',
}

/** States that hold the one sign-up a person may have for an activity. */
export const activeSignUpStates = ['confirmed', 'waitlisted', 'offered', 'attended', 'absent'] as const satisfies readonly SignUpState[]

export const signUpActions = ['cancel', 'accept', 'decline'] as const
export type SignUpAction = (typeof signUpActions)[number]
export const signUpActionLabels: Record<SignUpAction, string> = { cancel: '取消报名', accept: '确认参加', decline: '放弃名额' }

/** Why nobody can sign up just now; null when one can. */
export const signUpBlocks = ['not_published', 'not_yet_open', 'window_over', 'closed', 'held', 'cancelled'] as const
export type SignUpBlock = (typeof signUpBlocks)[number]
export const signUpBlockLabels: Record<SignUpBlock, string> = {
  not_published: '尚未发布',
  not_yet_open: '报名未开始',
  window_over: '报名已截止',
  closed: '报名已截止',
  held: '活动已结束',
  cancelled: '活动已取消',
}

export const activitiesErrorCodes = [
  'activities.notFound',
  'activities.wrongState',
  'activities.notOpen',
  'activities.profileNeeded',
  'activities.capacityBelowTaken',
  'activities.windowOver',
  'activities.notYetStarted',
  'activities.signUpNotFound',
  'activities.signUpWrongState',
  'activities.cancelTooLate',
  'activities.offerLapsed',
] as const
export type ActivitiesErrorCode = (typeof activitiesErrorCodes)[number]
