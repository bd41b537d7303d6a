export const activityStates = ['draft', 'published', 'closed', 'held', 'cancelled'] as const
export type ActivityState = (typeof activityStates)[number]
export const activityStateLabels: Record<ActivityState, string> = {
  draft: '草稿',
  published: '报名中',
  closed: '报名截止',
  held: '已举办',
  cancelled: '已取消',
}

/** What sort of thing an activity is; `general` is none of them. */
export const activityKinds = ['volunteering', 'training', 'party_class', 'social', 'reading', 'general'] as const
export type ActivityKind = (typeof activityKinds)[number]
export const activityKindLabels: Record<ActivityKind, string> = {
  volunteering: '志愿服务',
  training: '培训',
  party_class: '党课',
  social: '交友',
  reading: '阅读',
  general: '其他',
}

/** Questions on the form of an activity. */
export const questionKinds = ['text', 'choice', 'several'] as const
export type QuestionKind = (typeof questionKinds)[number]
export const questionKindLabels: Record<QuestionKind, string> = { text: '填空', choice: '单选', several: '多选' }

/** Parts of the form that may be missing when somebody signs up. */
export const formNeeds = ['birthDate', 'guardian', 'insurance', 'answers'] as const
export type FormNeed = (typeof formNeeds)[number]
export const formNeedLabels: Record<FormNeed, string> = { birthDate: '出生日期', guardian: '监护人同意', insurance: '保险与风险提示', answers: '报名问题' }

/** Appeals against a pause after no-shows. */
export const appealStates = ['open', 'granted', 'refused'] as const
export type AppealState = (typeof appealStates)[number]
export const appealStateLabels: Record<AppealState, string> = { open: '等工作人员处理', granted: '申诉通过', refused: '申诉未通过' }

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
  'activities.personUnknown',
  'activities.signUpWrongState',
  'activities.cancelTooLate',
  'activities.offerLapsed',
  'activities.formNeeded',
  'activities.tooYoung',
  'activities.tooOld',
  'activities.underFourteen',
  'activities.seriesLimit',
  'activities.kindLimit',
  'activities.paused',
  'activities.noShowNotFound',
  'activities.notPaused',
  'activities.appealOpen',
  'activities.appealNotFound',
  'activities.appealDecided',
  'activities.noSeries',
] as const
export type ActivitiesErrorCode = (typeof activitiesErrorCodes)[number]
