import { createAnnouncement, type Announcement, type CreateAnnouncement } from '@dangqun/contracts/notices/announcements/schemas'
import '../platform/zod-under-csp'

export interface AnnouncementValues {
  title: string
  body: string
  /** Of the activity whose sign-ups it is for; null: everyone. */
  activityId: string | null
}

export function valuesOf({ title, body, audience }: Announcement): AnnouncementValues {
  return { title, body, activityId: audience.id }
}

/** What is sent, or what is wrong with each field; checked by the contract. */
export function checkAnnouncement({ title, body, activityId }: AnnouncementValues): { body: CreateAnnouncement | null; errors: Record<string, string> } {
  const sent: CreateAnnouncement = { title, body, audience: activityId === null ? { kind: 'everyone', id: null } : { kind: 'activity', id: activityId } }
  const parsed = createAnnouncement.safeParse(sent)
  if (parsed.success) return { body: sent, errors: {} }
  return { body: null, errors: Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message])) }
}
