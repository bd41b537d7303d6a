import { createAnnouncement, type Announcement, type AudienceSize, type CreateAnnouncement } from '@dangqun/contracts/notices/announcements/schemas'
import type { AudienceKind } from '@dangqun/contracts/notices/announcements/vocabulary'
import '../platform/zod-under-csp'

export interface AnnouncementValues {
  title: string
  body: string
  audience: { kind: AudienceKind; id: string | null }
}

export function valuesOf({ title, body, audience }: Announcement): AnnouncementValues {
  return { title, body, audience }
}

/** What is sent, or what is wrong with each field; checked by the contract. */
export function checkAnnouncement(values: AnnouncementValues): { body: CreateAnnouncement | null; errors: Record<string, string> } {
  const parsed = createAnnouncement.safeParse(values)
  if (parsed.success) return { body: values, errors: {} }
  return { body: null, errors: Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message])) }
}

/** 现在是 46 人，其中 30 人能在手机上看到 */
export function sizeWords({ persons, withAccount }: AudienceSize): string {
  if (persons === 0) return '现在没有人，发布后谁也收不到'
  return withAccount === persons ? `现在是 ${persons} 人` : `现在是 ${persons} 人，其中 ${withAccount} 人能在手机上看到，其余的请另外通知`
}
