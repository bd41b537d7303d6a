/** A list of sign-ups leaves the system only by such an asking. `lapsed` follows from the time and is stored nowhere. */
export const exportStates = ['asked', 'approved', 'taken', 'refused', 'lapsed'] as const
export type ExportState = (typeof exportStates)[number]
export const exportStateLabels: Record<ExportState, string> = { asked: '等审批', approved: '可以下载', taken: '已下载', refused: '未批准', lapsed: '已过期' }

/** URL segments of an export's steps; `file` is taking it. */
export const exportActions = ['approve', 'refuse', 'file'] as const
export type ExportAction = (typeof exportActions)[number]
export const exportActionLabels: Record<ExportAction, string> = { approve: '批准', refuse: '不批准', file: '下载' }

/** Above so many rows somebody else has to agree (DOMAIN.md §5). */
export const rowsWithoutApproval = 100
/** The largest list that one file carries: writing it keeps a processor busy for about a second. */
export const mostExportRows = 2000
/** For how long a file may be fetched once it may be, hours. */
export const exportFetchHours = 24
/** For how long an asking waits for an answer, days. */
export const exportAnswerDays = 7

export const exportsErrorCodes = [
  'activities.exportNotFound',
  'activities.exportEmpty',
  'activities.exportTooLarge',
  'activities.exportPhoneNotAsked',
  'activities.exportOwn',
  'activities.exportDecided',
  'activities.exportNotReady',
] as const
export type ExportsErrorCode = (typeof exportsErrorCodes)[number]
