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
