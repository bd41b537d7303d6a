import type { AnnouncementState, AudienceKind } from '@dangqun/contracts/notices/announcements/vocabulary'
import type { NoticeKind, NoticeSubjectSlice } from '@dangqun/contracts/notices/vocabulary'
import type { Seeded } from '../platform/seeded/seeded.js'

/** A row of `notices`, by column. */
export interface PlainNotice {
  center_id: string
  id: string
  person_id: string | null
  account_id: string | null
  kind: NoticeKind
  parameters: Record<string, string>
  subject_slice: NoticeSubjectSlice
  subject_id: string
  occurrence: string
  created_at: Date
  read_at: Date | null
}

/** An unread notice of a change to an activity, unless told otherwise; name its recipient. */
export function aNotice(seeded: Seeded, now: Date, given: Partial<PlainNotice> & { center_id: string }): PlainNotice {
  return {
    id: seeded.uuid(now),
    person_id: null,
    account_id: null,
    kind: 'activities.changed',
    parameters: { title: '午间急救培训', changes: '地点改为二楼培训室' },
    subject_slice: 'activities',
    subject_id: seeded.uuid(now),
    occurrence: '',
    created_at: now,
    read_at: null,
    ...given,
  }
}

/** A row of `announcements`, by column. */
export interface PlainAnnouncement {
  center_id: string
  id: string
  title: string
  body: string
  audience: AudienceKind
  audience_id: string | null
  state: AnnouncementState
  published_at: Date | null
  version: number
  created_at: Date
  changed_at: Date
}

/** A draft to everyone, unless told otherwise. */
export function anAnnouncement(seeded: Seeded, now: Date, given: Partial<PlainAnnouncement> & { center_id: string }): PlainAnnouncement {
  const at = given.published_at ?? now
  return {
    id: seeded.uuid(at), title: '元旦开放时间', body: '1 月 1 日休息，1 月 2 日照常开放。', audience: 'everyone', audience_id: null,
    state: given.published_at ? 'published' : 'draft', published_at: null, version: 1, created_at: at, changed_at: at, ...given,
  }
}
