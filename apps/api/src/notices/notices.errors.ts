import type { NoticesErrorCode } from '@dangqun/contracts/notices/vocabulary'
import { refusals, type ErrorDefinitions } from '../platform/errors/app-error.js'

export const noticesErrors = {
  'notices.notFound': { status: 404, message: '找不到这条消息，可能已过期' },
} satisfies ErrorDefinitions<NoticesErrorCode>

export const refuseNotices = refusals(noticesErrors)
