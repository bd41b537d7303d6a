import type { AnnouncementAction, AnnouncementState } from '@dangqun/contracts/notices/announcements/vocabulary'

/** What was published stays as it was: to correct it, it is withdrawn and written anew. */
export const announcementTransitions = {
  draft: { publish: 'published', withdraw: 'withdrawn' },
  published: { withdraw: 'withdrawn' },
  withdrawn: {},
} as const satisfies Record<AnnouncementState, Partial<Record<AnnouncementAction, AnnouncementState>>>

export function nextAnnouncementState(state: AnnouncementState, action: AnnouncementAction): AnnouncementState | null {
  return (announcementTransitions[state] as Partial<Record<AnnouncementAction, AnnouncementState>>)[action] ?? null
}

export function announcementActionsFrom(state: AnnouncementState): AnnouncementAction[] {
  return Object.keys(announcementTransitions[state]) as AnnouncementAction[]
}
