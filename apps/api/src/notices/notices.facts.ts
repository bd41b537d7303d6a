/** Who told many what, and took it back. Single notices are no facts: they follow from those of their slices. */
export interface NoticesFact {
  fact: 'notices.announcementWritten' | 'notices.announcementPublished' | 'notices.announcementWithdrawn'
  subjectId: string
}
