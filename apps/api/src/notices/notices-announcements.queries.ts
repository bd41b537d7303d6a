import type { AnnouncementState, AudienceKind } from '@dangqun/contracts/notices/announcements/vocabulary'
import type { EntityManager } from 'typeorm'

export interface AnnouncementRow {
  id: string
  title: string
  body: string
  audience: AudienceKind
  audienceId: string | null
  state: AnnouncementState
  publishedAt: Date | null
  version: number
  createdAt: Date
  changedAt: Date
}

const columns = `a.id, a.title, a.body, a.audience, a.audience_id as "audienceId", a.state, a.published_at as "publishedAt", a.version, a.created_at as "createdAt", a.changed_at as "changedAt"`
/** Known to everybody, or told to the account `$1`. */
const known = `(a.audience = 'everyone' or exists (
  select 1 from notices n where n.center_id = a.center_id and n.subject_slice = 'notices' and n.subject_id = a.id
    and n.recipient_id in ($1, (select p.id from persons p where p.center_id = current_center() and p.account_id = $1))))`

/** What a reader knows of, the last published first. */
export function listPublished(manager: EntityManager, accountId: string | null, after: { at: string; id: string } | null, most: number): Promise<AnnouncementRow[]> {
  return manager.query(
    `select ${columns} from announcements a
     where a.center_id = current_center() and a.state = 'published' and ${known} and ($3::uuid is null or (a.published_at, a.id) < ($2::timestamptz, $3::uuid))
     order by a.published_at desc, a.id desc limit $4`,
    [accountId, after?.at ?? null, after?.id ?? null, most],
  )
}

/** What staff see, the last changed first. */
export function listAll(manager: EntityManager, state: AnnouncementState | null, after: { at: string; id: string } | null, most: number): Promise<AnnouncementRow[]> {
  return manager.query(
    `select ${columns} from announcements a
     where a.center_id = current_center() and ($1::text is null or a.state = $1) and ($3::uuid is null or (a.changed_at, a.id) < ($2::timestamptz, $3::uuid))
     order by a.changed_at desc, a.id desc limit $4`,
    [state, after?.at ?? null, after?.id ?? null, most],
  )
}

export async function findAnnouncement(manager: EntityManager, id: string): Promise<AnnouncementRow | null> {
  const [row]: AnnouncementRow[] = await manager.query(`select ${columns} from announcements a where a.center_id = current_center() and a.id = $1`, [id])
  return row ?? null
}

export async function isKnownTo(manager: EntityManager, id: string, accountId: string | null): Promise<boolean> {
  const rows: unknown[] = await manager.query(`select 1 from announcements a where a.center_id = current_center() and a.id = $2 and a.state = 'published' and ${known}`, [accountId, id])
  return rows.length > 0
}

/** @param lock `update` to change it; `share`: it stays as it is until this transaction ends */
export async function lockAnnouncement(manager: EntityManager, id: string, lock: 'update' | 'share'): Promise<AnnouncementRow | null> {
  const [row]: AnnouncementRow[] = await manager.query(`select ${columns} from announcements a where a.center_id = current_center() and a.id = $1 for ${lock}`, [id])
  return row ?? null
}

export async function insertAnnouncement(manager: EntityManager, row: AnnouncementRow): Promise<void> {
  await manager.query(
    `insert into announcements (center_id, id, title, body, audience, audience_id, state, published_at, version, created_at, changed_at)
     values (current_center(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [row.id, row.title, row.body, row.audience, row.audienceId, row.state, row.publishedAt, row.version, row.createdAt, row.changedAt],
  )
}

export async function saveAnnouncement(manager: EntityManager, row: AnnouncementRow): Promise<void> {
  await manager.query(
    `update announcements set title = $2, body = $3, audience = $4, audience_id = $5, state = $6, published_at = $7, version = $8, changed_at = $9
     where center_id = current_center() and id = $1`,
    [row.id, row.title, row.body, row.audience, row.audienceId, row.state, row.publishedAt, row.version, row.changedAt],
  )
}

/** Takes back what was put into inboxes. */
export async function deleteNoticesOf(manager: EntityManager, announcementId: string): Promise<void> {
  await manager.query(`delete from notices where center_id = current_center() and subject_slice = 'notices' and subject_id = $1`, [announcementId])
}
