/** How a check-in came about: staff scanned the ticket, the person scanned the code at the door, or staff wrote it down. */
export const checkInMethods = ['ticket', 'rotating_code', 'manual'] as const
export type CheckInMethod = (typeof checkInMethods)[number]
export const checkInMethodLabels: Record<CheckInMethod, string> = {
  ticket: '扫签到码',
  rotating_code: '扫现场码',
  manual: '手工登记',
}

/** Why the time of a check-in is not certain; staff look at it before it counts for anything else. */
export const checkInFlags = ['clock_off', 'clock_changed'] as const
export type CheckInFlag = (typeof checkInFlags)[number]
export const checkInFlagLabels: Record<CheckInFlag, string> = {
  clock_off: '设备时间不准，已按服务器时间校正',
  clock_changed: '断网期间设备时间被调过，时间请核对',
}

/** The URL segments of what staff may do to a check-in. */
export const checkInActions = ['undo', 'confirm'] as const
export type CheckInAction = (typeof checkInActions)[number]
export const checkInActionLabels: Record<CheckInAction, string> = { undo: '撤销', confirm: '核对无误' }

/** What became of one record that was made without a network. */
export const recordOutcomes = ['done', 'flagged', 'duplicate', 'unknown_ticket', 'unknown_sign_up', 'too_early', 'too_late', 'not_confirmed', 'activity_off'] as const
export type RecordOutcome = (typeof recordOutcomes)[number]
export const recordOutcomeLabels: Record<RecordOutcome, string> = {
  done: '已签到',
  flagged: '已签到，时间待核对',
  duplicate: '之前已签到',
  unknown_ticket: '不是本场的签到码',
  unknown_sign_up: '本场没有这个报名',
  too_early: '早于签到时间',
  too_late: '晚于签到时间',
  not_confirmed: '没有报名成功',
  activity_off: '活动已取消',
}

/** The screen at the door shows another code after so many seconds; the one before still works. */
export const rotatingCodeSeconds = 30

export const checkInErrorCodes = [
  'activities.checkInTooEarly',
  'activities.checkInTooLate',
  'activities.codeRefused',
  'activities.ticketUnknown',
  'activities.notSignedUp',
  'activities.signUpNotConfirmed',
  'activities.noFreePlace',
  'activities.checkInNotFound',
  'activities.checkInUndone',
  'activities.undoTooLate',
  'activities.nothingToConfirm',
] as const
export type CheckInErrorCode = (typeof checkInErrorCodes)[number]
