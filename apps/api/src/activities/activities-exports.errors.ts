import type { ExportsErrorCode } from '@dangqun/contracts/activities/exports/vocabulary'
import { refusals, type ErrorDefinitions } from '../platform/errors/app-error.js'

export const exportsErrors = {
  'activities.exportNotFound': { status: 404, message: '找不到这次导出申请' },
  'activities.exportEmpty': { status: 409, message: '还没有人报名，没有可以导出的名单' },
  'activities.exportTooLarge': { status: 409, message: '一份名单最多 {most} 人，这场有 {rows} 人，不能一次导出' },
  'activities.exportPhoneNotAsked': { status: 409, message: '这场活动没有登记手机号，不能导出手机号' },
  'activities.exportOwn': { status: 403, message: '不能批准自己的申请，请中心的另一位负责人办理' },
  'activities.exportDecided': { status: 409, message: '这次申请已经处理过或已过期，请刷新后再看' },
  'activities.exportNotReady': { status: 409, message: '这份名单现在不能下载（{label}）。还需要的话，请重新申请' },
} satisfies ErrorDefinitions<ExportsErrorCode>

export const refuseExports = refusals(exportsErrors)
