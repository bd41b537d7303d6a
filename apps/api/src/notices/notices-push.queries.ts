import type { NoticeKind, NoticeSubjectSlice, PushTopic } from '@dangqun/contracts/notices/vocabulary'
import type { EntityManager } from 'typeorm'

/** Messages that an account has allowed and that were not used, by topic. */
export async function countOpenGrants(manager: EntityManager, accountId: string): Promise<Map<string, number>> {
  const rows: { topic: string; left: number }[] = await manager.query(
    `select topic, count(*)::int as left from push_grants where center_id = current_center() and account_id = $1 and state = 'open' group by topic`,
    [accountId],
  )
  return new Map(rows.map(({ topic, left }) => [topic, left]))
}

export async function insertGrant(manager: EntityManager, grant: { accountId: string; topic: PushTopic; isLongTerm: boolean; now: Date }): Promise<void> {
  await manager.query(
    `insert into push_grants (center_id, account_id, topic, is_long_term, state, granted_at, changed_at)
     values (current_center(), $1, $2, $3, 'open', $4, $4) on conflict do nothing`,
    [grant.accountId, grant.topic, grant.isLongTerm, grant.now],
  )
}

/** Of these notices those whose recipient has allowed a message of this topic. */
export async function allowedAmong(manager: EntityManager, noticeIds: readonly string[], topic: PushTopic): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `select n.id from notices n left join persons p on p.center_id = n.center_id and p.id = n.person_id
     where n.center_id = current_center() and n.id = any($1)
       and exists (select 1 from push_grants g where g.center_id = n.center_id and g.account_id = coalesce(n.account_id, p.account_id) and g.topic = $2 and g.state = 'open')`,
    [noticeIds, topic],
  )
  return rows.map(({ id }) => id)
}

export interface PushedNotice {
  id: string
  kind: NoticeKind
  parameters: Record<string, string>
  subjectSlice: NoticeSubjectSlice
  subjectId: string
  createdAt: Date
  readAt: Date | null
  accountId: string | null
  slug: string
}

/** The notice behind a push, locked: of two workers with the same job the second one waits, and sees what the first one did. */
export async function lockNotice(manager: EntityManager, id: string): Promise<PushedNotice | null> {
  const [row]: PushedNotice[] = await manager.query(
    `select n.id, n.kind, n.parameters, n.subject_slice as "subjectSlice", n.subject_id as "subjectId", n.created_at as "createdAt", n.read_at as "readAt",
       coalesce(n.account_id, (select p.account_id from persons p where p.center_id = n.center_id and p.id = n.person_id)) as "accountId",
       (select c.slug from centers c where c.id = n.center_id) as slug
     from notices n where n.center_id = current_center() and n.id = $1 for no key update of n`,
    [id],
  )
  return row ?? null
}

export interface PushRow {
  grantId: string
  state: 'sending' | 'waiting' | 'sent' | 'refused' | 'failed'
  claimedAt: Date
}

export async function readPush(manager: EntityManager, noticeId: string): Promise<PushRow | null> {
  const [row]: PushRow[] = await manager.query('select grant_id as "grantId", state, claimed_at as "claimedAt" from pushes where center_id = current_center() and notice_id = $1', [noticeId])
  return row ?? null
}

export interface OpenGrant {
  id: string
  isLongTerm: boolean
}

/** A grant that nobody else is about to use: a long-term one, else the oldest, which is locked. */
export async function takeGrant(manager: EntityManager, accountId: string, topic: PushTopic): Promise<OpenGrant | null> {
  const select = `select id, is_long_term as "isLongTerm" from push_grants where center_id = current_center() and account_id = $1 and topic = $2 and state = 'open'`
  const [longTerm]: OpenGrant[] = await manager.query(`${select} and is_long_term limit 1`, [accountId, topic])
  if (longTerm) return longTerm
  const [grant]: OpenGrant[] = await manager.query(`${select} order by granted_at, id limit 1 for update skip locked`, [accountId, topic])
  return grant ?? null
}

export async function useGrant(manager: EntityManager, id: string, now: Date): Promise<void> {
  await manager.query(`update push_grants set state = 'used', changed_at = $2 where center_id = current_center() and id = $1`, [id, now])
}

/** A used grant is open again; one that WeChat made worthless stays so. */
export async function returnGrant(manager: EntityManager, id: string, now: Date): Promise<void> {
  await manager.query(`update push_grants set state = 'open', changed_at = $2 where center_id = current_center() and id = $1 and state = 'used'`, [id, now])
}

/** WeChat says that the person refuses: what the ledger still holds of this topic is worth nothing. */
export async function voidGrants(manager: EntityManager, accountId: string, topic: PushTopic, now: Date): Promise<void> {
  await manager.query(`update push_grants set state = 'void', changed_at = $3 where center_id = current_center() and account_id = $1 and topic = $2 and state = 'open'`, [accountId, topic, now])
}

export async function insertPush(manager: EntityManager, noticeId: string, grant: OpenGrant, now: Date): Promise<void> {
  await manager.query(
    `insert into pushes (center_id, notice_id, grant_id, is_long_term, state, attempts, claimed_at) values (current_center(), $1, $2, $3, 'sending', 1, $4)`,
    [noticeId, grant.id, grant.isLongTerm, now],
  )
}

export async function claimPushAgain(manager: EntityManager, noticeId: string, now: Date): Promise<void> {
  await manager.query(`update pushes set state = 'sending', attempts = attempts + 1, claimed_at = $2 where center_id = current_center() and notice_id = $1`, [noticeId, now])
}

export async function settlePush(manager: EntityManager, noticeId: string, state: PushRow['state'], errcode: number | null, now: Date): Promise<void> {
  await manager.query('update pushes set state = $2, errcode = $3, settled_at = $4 where center_id = current_center() and notice_id = $1', [noticeId, state, errcode, now])
}

export async function wechatSubjectOf(manager: EntityManager, accountId: string): Promise<string | null> {
  const [row]: { subject: string | null }[] = await manager.query('select wechat_subject_of($1) as subject', [accountId])
  return row?.subject ?? null
}
