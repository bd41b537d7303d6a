export const announcementStates = ['draft', 'published', 'withdrawn'] as const
export type AnnouncementState = (typeof announcementStates)[number]
export const announcementStateLabels: Record<AnnouncementState, string> = { draft: '草稿', published: '已发布', withdrawn: '已撤回' }

/** The URL segments of its transitions. */
export const announcementActions = ['publish', 'withdraw'] as const
export type AnnouncementAction = (typeof announcementActions)[number]
export const announcementActionLabels: Record<AnnouncementAction, string> = { publish: '发布', withdraw: '撤回' }

/** Transitions, and `update` (PATCH). */
export const announcementAllowedActions = [...announcementActions, 'update'] as const
export type AnnouncementAllowedAction = (typeof announcementAllowedActions)[number]

/**
 * `everyone`: public, at the top of the centre's home. The others find it in their inboxes: `activity`, who signed up for
 * one; `building`, members and representatives of the firms in one; `branch`, the members of one.
 */
export const audienceKinds = ['everyone', 'activity', 'building', 'branch'] as const
export type AudienceKind = (typeof audienceKinds)[number]
export const audienceKindLabels: Record<AudienceKind, string> = { everyone: '所有人', activity: '一场活动的报名者', building: '一栋楼宇里的党员和企业代表', branch: '一个支部的党员' }

export const announcementsErrorCodes = ['announcements.notFound', 'announcements.wrongState', 'announcements.noAudience'] as const
export type AnnouncementsErrorCode = (typeof announcementsErrorCodes)[number]
