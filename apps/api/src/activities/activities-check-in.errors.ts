import type { CheckInErrorCode } from '@dangqun/contracts/activities/check-in/vocabulary'
import { refusals, type ErrorDefinitions } from '../platform/errors/app-error.js'

export const checkInErrors = {
  'activities.checkInTooEarly': { status: 409, message: '还没到签到时间，{opens} 开始签到' },
  'activities.checkInTooLate': { status: 409, message: '签到时间已过，确实来了的请找现场工作人员登记' },
  'activities.codeRefused': { status: 409, message: '这个码不对或已更换，请看着屏幕上最新的码再扫一次' },
  'activities.ticketUnknown': { status: 404, message: '不是本场活动的签到码，请核对是哪一场活动' },
  'activities.notSignedUp': { status: 409, message: '你还没有报名这场活动，想参加请找现场工作人员登记' },
  'activities.signUpNotConfirmed': { status: 409, message: '这条报名现在是「{label}」，不能签到' },
  'activities.noFreePlace': { status: 409, message: '名额已满，不能现场补报' },
  'activities.checkInNotFound': { status: 404, message: '找不到这条签到' },
  'activities.checkInUndone': { status: 409, message: '这条签到已经撤销了' },
  'activities.undoTooLate': { status: 409, message: '活动结束已久，签到记录不能再撤销' },
  'activities.nothingToConfirm': { status: 409, message: '这条签到的时间没有疑问，不用核对' },
} satisfies ErrorDefinitions<CheckInErrorCode>

export const refuseCheckIn = refusals(checkInErrors)
