import type { TransferAction, TransferClockAction, TransferDirection, TransferKind, TransferOffice, TransferReason, TransferRecord, TransferState, TransferView } from '@dangqun/contracts/transfer/vocabulary'
import type { EntityManager } from 'typeorm'

export interface StepRow {
  id: string
  version: number
  action: TransferAction | TransferClockAction | TransferRecord
  fromState: TransferState | null
  toState: TransferState
  at: Date
  accountId: string | null
  office: TransferOffice | null
  byName: string | null
  reason: TransferReason | null
  /** Sealed. */
  comment: string | null
}

export async function addStep(manager: EntityManager, transferId: string, step: StepRow): Promise<void> {
  await manager.query(
    `insert into transfer_steps (center_id, id, transfer_id, version, action, from_state, to_state, at, account_id, office, by_name, reason, comment)
     values (current_center(), $12, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [transferId, step.version, step.action, step.fromState, step.toState, step.at, step.accountId, step.office, step.byName, step.reason, step.comment, step.id],
  )
}

export function listSteps(manager: EntityManager, transferId: string): Promise<StepRow[]> {
  return manager.query(
    `select id, version, action, from_state as "fromState", to_state as "toState", at, account_id as "accountId", office, by_name as "byName", reason, comment
     from transfer_steps where center_id = current_center() and transfer_id = $1 order by version`,
    [transferId],
  )
}

export interface LetterRow {
  issuer: string
  number: string
  issuedOn: string
  validDays: number
  validUntil: string
  replaces: string | null
  voidAt: Date | null
}

const letterColumns = `issuer, number, to_char(issued_on, 'YYYY-MM-DD') as "issuedOn", valid_days as "validDays", to_char(valid_until, 'YYYY-MM-DD') as "validUntil", replaces, void_at as "voidAt"`

/** @returns false when the number was used before, void or not: then nothing was written */
export async function addLetter(manager: EntityManager, transferId: string, letter: Omit<LetterRow, 'voidAt'> & { reissueCause: string | null }, now: Date): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `insert into transfer_letters (center_id, transfer_id, issuer, number, issued_on, valid_days, valid_until, replaces, reissue_cause, created_at)
     values (current_center(), $1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (center_id, issuer, number) do nothing returning number`,
    [transferId, letter.issuer, letter.number, letter.issuedOn, letter.validDays, letter.validUntil, letter.replaces, letter.reissueCause, now],
  )
  return rows.length > 0
}

/** Voids the standing letter; answers its number, or null when there is none. */
export async function voidLetter(manager: EntityManager, transferId: string, now: Date): Promise<string | null> {
  // A RETURNING statement answers [rows, count] through TypeORM.
  const [rows]: [{ number: string }[], number] = await manager.query('update transfer_letters set void_at = $2 where center_id = current_center() and transfer_id = $1 and void_at is null returning number', [transferId, now])
  return rows[0]?.number ?? null
}

export function listLetters(manager: EntityManager, transferId: string): Promise<LetterRow[]> {
  return manager.query(`select ${letterColumns} from transfer_letters where center_id = current_center() and transfer_id = $1 order by created_at, number`, [transferId])
}

export interface ReceiverRow {
  name: string
  code: string | null
  title: string
  region: string
}

/** By two characters or more, through the bigram index. */
export function findReceivers(manager: EntityManager, pair: string): Promise<ReceiverRow[]> {
  return manager.query('select name, code, title, region from transfer_receivers where center_id = current_center() and bigrams(name) && bigrams($1) limit 200', [pair])
}

export async function committeeByCode(manager: EntityManager, code: string): Promise<{ centerId: string; id: string; fullName: string } | null> {
  const [row]: { centerId: string; id: string; fullName: string }[] = await manager.query('select center_id as "centerId", id, full_name as "fullName" from committee_by_code($1)', [code])
  return row ?? null
}

export interface QueueRow {
  id: string
  direction: TransferDirection
  kind: string
  state: TransferState
  dueAt: Date | null
  changedAt: Date
}

export interface QueueFilter {
  view: TransferView
  accountId: string
  servesCenter: boolean
  branchIds: readonly string[]
  committeeIds: readonly string[]
  direction: TransferDirection | null
  state: TransferState | null
  kind: TransferKind | null
  now: Date
  /** The last row of the page before: its sort moment and id. */
  after: { at: string; id: string } | null
  most: number
}

/** What the caller's offices have to do with a case. */
const concerned = `(t.origin_branch_id = any($3::uuid[]) or t.receiving_branch_id = any($3::uuid[]) or t.origin_committee_id = any($4::uuid[]) or t.receiving_committee_id = any($4::uuid[]) or $2::boolean)`
/** Whom a case may wait for where the caller is that one; a committee also receives for its branches that are not here. The desk has no id. */
const seats = `(select holder, id from unnest($3::uuid[]) as branch (id), unnest(array['origin_branch', 'receiving_branch']) as holder
  union select holder, id from unnest($4::uuid[]) as committee (id), unnest(array['origin_committee', 'receiving_committee', 'receiving_branch']) as holder)`
const atDesk = `(t.holder = 'center' and t.holder_id is null and $2::boolean)`
const holding = `(${atDesk} or (t.holder_id is not null and (t.holder, t.holder_id) in ${seats}))`
const mine = `exists (select 1 from persons p where p.center_id = t.center_id and p.id = t.person_id and p.account_id = $1::uuid)`

const views: Record<QueueFilter['view'], { where: string; order: 'due' | 'changed' }> = {
  mine: { where: mine, order: 'changed' },
  waiting: { where: `t.holder is not null and ${holding}`, order: 'due' },
  overdue: { where: `t.holder is not null and t.due_or_never < $5 and ${concerned}`, order: 'due' },
  today: { where: `t.holder is not null and t.due_or_never >= $5 and t.due_or_never < date_trunc('day', $5::timestamptz, 'Asia/Shanghai') + interval '1 day' and ${concerned}`, order: 'due' },
  open: { where: `t.holder is not null and t.state <> 'draft' and ${concerned}`, order: 'due' },
  others: { where: `t.holder is not null and t.state <> 'draft' and not ${holding} and ${concerned}`, order: 'due' },
  ended: { where: `t.holder is null and ${concerned}`, order: 'changed' },
}

const who = (filter: Omit<QueueFilter, 'view' | 'direction' | 'state' | 'kind' | 'after' | 'most'>) => [filter.accountId, filter.servesCenter, filter.branchIds, filter.committeeIds, filter.now]

function pageOf(where: string, order: 'due' | 'changed'): string {
  const [sort, direction, compare] = order === 'due' ? ['t.due_or_never', 'asc', '>'] : ['t.changed_at', 'desc', '<']
  return `select t.id, ${sort} as at from transfers t
     where t.center_id = current_center() and $1::uuid is not null and $5::timestamptz is not null and $2::boolean is not null and $3::uuid[] is not null and $4::uuid[] is not null and ${where}
       and ($6::text is null or t.direction = $6) and ($7::text is null or t.state = $7)
       and ($11::text is null or t.kind = $11)
       and ($9::uuid is null or (${sort}, t.id) ${compare} ($8::timestamptz, $9::uuid))
     order by ${sort} ${direction}, t.id ${direction} limit $10`
}

/** A page of each queue that the caller sees to, along the index, and the most urgent of all of them. */
const waiting = `select id, at from (
    select q.id, q.at from ${seats} s cross join lateral (${pageOf('t.holder is not null and t.holder = s.holder and t.holder_id = s.id', 'due')}) q
    union all (${pageOf(atDesk, 'due')})
  ) q order by at, id limit $10`

/** Ids of one page in order; the rows are read as entities. Overdue cases stand first, because the order is by deadline. */
export async function listTransferIds(manager: EntityManager, filter: QueueFilter): Promise<{ id: string; at: Date }[]> {
  const { where, order } = views[filter.view]
  return manager.query(filter.view === 'waiting' ? waiting : pageOf(where, order), [
    ...who(filter), filter.direction, filter.state, filter.after?.at ?? null, filter.after?.id ?? null, filter.most, filter.kind,
  ])
}

export type ViewCounts = Record<Exclude<TransferView, 'mine'>, number>

export async function countTransfers(manager: EntityManager, filter: Parameters<typeof who>[0]): Promise<ViewCounts> {
  const counted = ['waiting', 'overdue', 'today', 'others', 'open', 'ended'] as const
  const [row]: ViewCounts[] = await manager.query(
    `select ${counted.map((view) => `count(*) filter (where ${views[view].where})::int as "${view}"`).join(', ')}
     from transfers t where t.center_id = current_center() and $1::uuid is not null and ${concerned}`,
    who(filter),
  )
  return row ?? { waiting: 0, overdue: 0, today: 0, others: 0, open: 0, ended: 0 }
}

/** Cases of a person's account that have not ended, the oldest first: locked in this order by whoever ends several. */
export function listOpenOfAccount(manager: EntityManager, accountId: string): Promise<{ id: string }[]> {
  return manager.query(
    `select t.id from transfers t join persons p on p.center_id = t.center_id and p.id = t.person_id
     where t.center_id = current_center() and p.account_id = $1 and t.state not in ('withdrawn', 'refused', 'voided', 'closed') order by t.id`,
    [accountId],
  )
}

/** Cases whose clock has run out; the sweep settles them one by one. */
export function listRunOut(manager: EntityManager, now: Date, most: number): Promise<{ id: string }[]> {
  return manager.query(`select t.id from transfers t where t.center_id = current_center() and t.holder is not null and t.due_or_never < $1 and t.state in ('issued', 'placed', 'refusal_pending') order by t.due_or_never, t.id limit $2`, [now, most])
}

export interface MessageRow {
  id: string
  toCenterId: string
  transferKey: string
  step: number
  /** Sealed at the sender. */
  body: string
}

export async function addMessage(manager: EntityManager, message: MessageRow, now: Date): Promise<void> {
  await manager.query('insert into transfer_messages (center_id, id, to_center_id, transfer_key, step, body, created_at) values (current_center(), $1, $2, $3, $4, $5, $6)', [
    message.id, message.toCenterId, message.transferKey, message.step, message.body, now,
  ])
}

export async function findMessage(manager: EntityManager, id: string): Promise<MessageRow | null> {
  const [row]: MessageRow[] = await manager.query(
    'select id, to_center_id as "toCenterId", transfer_key as "transferKey", step, body from transfer_messages where center_id = current_center() and id = $1 and delivered_at is null',
    [id],
  )
  return row ?? null
}

export async function markDelivered(manager: EntityManager, id: string, now: Date): Promise<void> {
  await manager.query('update transfer_messages set delivered_at = $2 where center_id = current_center() and id = $1', [id, now])
}

/** Whether this message is taken here for the first time. */
export async function takeMessage(manager: EntityManager, id: string, now: Date): Promise<boolean> {
  const rows: unknown[] = await manager.query('insert into transfer_messages_taken (center_id, message_id, taken_at) values (current_center(), $1, $2) on conflict do nothing returning message_id', [id, now])
  return rows.length > 0
}

/** Somebody who is known here by a case only, without a phone. */
export async function addPerson(manager: EntityManager, now: Date): Promise<{ id: string }> {
  const [row]: { id: string }[] = await manager.query('insert into persons (center_id, created_at) values (current_center(), $1) returning id', [now])
  if (!row) throw new Error('a person was not added')
  return row
}
