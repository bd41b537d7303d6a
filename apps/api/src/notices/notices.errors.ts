import type { AnnouncementsErrorCode } from '@dangqun/contracts/notices/announcements/vocabulary'
import type { NoticesErrorCode } from '@dangqun/contracts/notices/vocabulary'
import { refusals, type ErrorDefinitions } from '../platform/errors/app-error.js'

export const noticesErrors = {
  'notices.notFound': { status: 404, message: '找不到这条消息，可能已过期' },
  'announcements.notFound': { status: 404, message: '找不到这则公告，可能已撤回' },
  'announcements.wrongState': { status: 409, message: '公告状态已变化，这一步现在不能办，请刷新后再看' },
  'announcements.noAudience': { status: 409, message: '找不到所选的活动、楼宇或支部，可能没有发布或已撤销，请重新选择' },
} satisfies ErrorDefinitions<NoticesErrorCode | AnnouncementsErrorCode>

export const refuseNotices = refusals(noticesErrors)
