import type { NoticeKind, NoticeSubjectSlice } from '@dangqun/contracts/notices/vocabulary'
import type { EntityManager } from 'typeorm'

export interface NoticeRow {
  id: string
  kind: NoticeKind
  parameters: Record<string, string>
  subjectSlice: NoticeSubjectSlice
  subjectId: string
  createdAt: Date
  readAt: Date | null
}

export interface NewNotice {
  personId: string | null
  accountId: string | null
  kind: NoticeKind
  parameters: Record<string, string>
  subjectSlice: NoticeSubjectSlice
  subjectId: string
  occurrence: string
}

const columns = `n.id, n.kind, n.parameters, n.subject_slice as "subjectSlice", n.subject_id as "subjectId", n.created_at as "createdAt", n.read_at as "readAt"`
/** Who an account is at this centre: itself, and its person. */
const me = `n.recipient_id in ($1, (select p.id from persons p where p.center_id = current_center() and p.account_id = $1))`

/** Stores what was not told yet; @returns those. */
export async function insertNotices(manager: EntityManager, notices: readonly NewNotice[], now: Date): Promise<{ id: string; kind: NoticeKind }[]> {
  const column = <Name extends keyof NewNotice>(name: Name) => notices.map((notice) => notice[name])
  return manager.query(
    `insert into notices (center_id, person_id, account_id, kind, parameters, subject_slice, subject_id, occurrence, created_at)
     select current_center(), n.person_id, n.account_id, n.kind, n.parameters, n.subject_slice, n.subject_id, n.occurrence, $8
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[], $5::text[], $6::uuid[], $7::text[]) as n (person_id, account_id, kind, parameters, subject_slice, subject_id, occurrence)
     order by coalesce(n.person_id, n.account_id)
     on conflict on constraint notices_told_once do nothing returning id, kind`,
    [column('personId'), column('accountId'), column('kind'), column('parameters').map((each) => JSON.stringify(each)), column('subjectSlice'), column('subjectId'), column('occurrence'), now],
  )
}

/** The newest first; `after` is the last of the page before. */
export function listNotices(manager: EntityManager, accountId: string, filter: { unreadOnly: boolean; after: { createdAt: string; id: string } | null; most: number }): Promise<NoticeRow[]> {
  return manager.query(
    `select ${columns} from notices n
     where n.center_id = current_center() and ${me} and ($2::boolean is false or n.read_at is null)
       and ($4::uuid is null or (n.created_at, n.id) < ($3::timestamptz, $4::uuid))
     order by n.created_at desc, n.id desc limit $5`,
    [accountId, filter.unreadOnly, filter.after?.createdAt ?? null, filter.after?.id ?? null, filter.most],
  )
}

/** Unread notices, counted up to `most`. */
export async function countUnread(manager: EntityManager, accountId: string, most: number): Promise<number> {
  const [row]: { unread: number }[] = await manager.query(
    `select count(*)::int as unread from (select 1 from notices n where n.center_id = current_center() and ${me} and n.read_at is null limit $2) as counted`,
    [accountId, most],
  )
  return row?.unread ?? 0
}

/** Marks one of my notices as read; the first reading counts. Null when it is not mine. */
export async function markRead(manager: EntityManager, accountId: string, id: string, now: Date): Promise<NoticeRow | null> {
  const [rows]: [NoticeRow[], number] = await manager.query(
    `update notices n set read_at = coalesce(n.read_at, $3) where n.center_id = current_center() and n.id = $2 and ${me} returning ${columns}`,
    [accountId, id, now],
  )
  return rows[0] ?? null
}

export async function markAllRead(manager: EntityManager, accountId: string, until: Date, now: Date): Promise<void> {
  await manager.query(`update notices n set read_at = $3 where n.center_id = current_center() and ${me} and n.read_at is null and n.created_at <= $2`, [accountId, until, now])
}

/** Removes what was read before a moment; @returns how many. */
export async function sweepNotices(manager: EntityManager, readBefore: Date): Promise<number> {
  const [, count]: [unknown, number] = await manager.query('delete from notices where center_id = current_center() and read_at < $1', [readBefore])
  return count
}
