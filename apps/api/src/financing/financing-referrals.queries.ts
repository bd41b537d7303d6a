import type { CallOutcome } from '@dangqun/contracts/financing/demands/vocabulary'
import type { DrawdownFigures, ReferralCounts } from '@dangqun/contracts/financing/referrals/schemas'
import type { DrawdownState, Party, RatingRound, RatingTag, ReferralState, ReferralView, SharingPurpose } from '@dangqun/contracts/financing/referrals/vocabulary'
import type { EntityManager } from 'typeorm'
import type { SharingFacts } from './financing-referrals.rules.js'

export async function giveSharing(manager: EntityManager, referralId: string, given: { ids: string[]; purposes: readonly SharingPurpose[]; version: string; accountId: string; expiresAt: Date }, now: Date): Promise<void> {
  await manager.query(
    `insert into financing_sharings (center_id, id, referral_id, purpose, text_version, account_id, given_at, expires_at)
     select current_center(), id, $1, purpose, $4, $5, $6, $7 from unnest($2::uuid[], $3::text[]) as t (id, purpose)`,
    [referralId, given.ids, given.purposes, given.version, given.accountId, now, given.expiresAt],
  )
}

/** @returns how many stood */
export async function endSharing(manager: EntityManager, referralId: string, by: 'withdrawn' | 'renewed' | 'ended', now: Date): Promise<number> {
  const [, count]: [unknown[], number] = await manager.query('update financing_sharings set ended_at = $3, ended_by = $2 where center_id = current_center() and referral_id = $1 and ended_at is null', [referralId, by, now])
  return count
}

export function listSharings(manager: EntityManager, referralId: string): Promise<SharingFacts[]> {
  return manager.query('select purpose, expires_at as "expiresAt", ended_by as "endedBy" from financing_sharings where center_id = current_center() and referral_id = $1 order by given_at, id', [referralId])
}

/** Whether the firm's word on a purpose, the last that it gave, was not withdrawn. */
export async function wasShared(manager: EntityManager, referralId: string, purpose: SharingPurpose): Promise<boolean> {
  const [row]: { kept: boolean }[] = await manager.query(
    `select ended_by is distinct from 'withdrawn' as kept from financing_sharings where center_id = current_center() and referral_id = $1 and purpose = $2 order by given_at desc, id desc limit 1`,
    [referralId, purpose],
  )
  return row?.kept ?? false
}

export interface DrawdownRow extends DrawdownFigures {
  id: string
  state: DrawdownState
  by: Exclude<Party, 'center'>
  disputed: DrawdownFigures | null
  dueAt: Date | null
}

export async function listDrawdowns(manager: EntityManager, referralId: string): Promise<DrawdownRow[]> {
  const rows: (Omit<DrawdownRow, 'amountFen'> & { amountFen: string })[] = await manager.query(
    `select id, state, by_party as by, amount_fen as "amountFen", all_in_bp as "allInBp", to_char(drawn_on, 'YYYY-MM-DD') as "drawnOn", disputed, due_at as "dueAt"
     from financing_drawdowns where center_id = current_center() and referral_id = $1 order by created_at, id`,
    [referralId],
  )
  return rows.map((row) => ({ ...row, amountFen: Number(row.amountFen) }))
}

export async function addDrawdown(manager: EntityManager, referralId: string, row: DrawdownRow, now: Date): Promise<void> {
  await manager.query(
    `insert into financing_drawdowns (center_id, id, referral_id, state, by_party, amount_fen, all_in_bp, drawn_on, due_at, created_at) values (current_center(), $2, $1, $3, $4, $5, $6, $7, $8, $9)`,
    [referralId, row.id, row.state, row.by, row.amountFen, row.allInBp, row.drawnOn, row.dueAt, now],
  )
}

export async function saveDrawdown(manager: EntityManager, row: DrawdownRow, now: Date): Promise<void> {
  const isSettled = row.state !== 'reported' && row.state !== 'disputed'
  await manager.query(
    `update financing_drawdowns set state = $2, amount_fen = $3, all_in_bp = $4, drawn_on = $5, disputed = $6, due_at = $7, settled_at = $8 where center_id = current_center() and id = $1`,
    [row.id, row.state, row.amountFen, row.allInBp, row.drawnOn, row.disputed && JSON.stringify(row.disputed), isSettled ? null : row.dueAt, isSettled ? now : null],
  )
}

/** Of all its referrals, what both sides or the centre have confirmed. */
export async function sumDisbursed(manager: EntityManager, demandId: string): Promise<number> {
  const [row]: { sum: string }[] = await manager.query(
    `select coalesce(sum(d.amount_fen), 0) as sum from financing_referrals r join financing_drawdowns d on d.center_id = r.center_id and d.referral_id = r.id
     where r.center_id = current_center() and r.demand_id = $1 and d.state in ('confirmed', 'reconciled')`,
    [demandId],
  )
  return Number(row?.sum ?? 0)
}

export interface RatingRow {
  party: Party
  round: RatingRound
  stars: number
  tags: RatingTag[]
}

export function listRatings(manager: EntityManager, referralId: string): Promise<RatingRow[]> {
  return manager.query('select party, round, stars, tags from financing_ratings where center_id = current_center() and referral_id = $1 order by at', [referralId])
}

export async function addRating(manager: EntityManager, referralId: string, { party, round, stars, tags }: RatingRow, now: Date): Promise<void> {
  await manager.query('insert into financing_ratings (center_id, referral_id, party, round, stars, tags, at) values (current_center(), $1, $2, $3, $4, $5, $6)', [referralId, party, round, stars, tags, now])
}

export async function addCall(manager: EntityManager, call: { id: string; demandId: string; referralId: string | null; outcome: CallOutcome; accountId: string }, now: Date): Promise<void> {
  await manager.query('insert into financing_calls (center_id, id, demand_id, referral_id, outcome, account_id, at) values (current_center(), $1, $2, $3, $4, $5, $6)', [
    call.id, call.demandId, call.referralId, call.outcome, call.accountId, now,
  ])
}

export function listCalls(manager: EntityManager, demandId: string): Promise<{ at: Date; bankName: string | null; outcome: CallOutcome }[]> {
  return manager.query(
    `select c.at, b.name as "bankName", c.outcome from financing_calls c
     left join financing_referrals r on r.center_id = c.center_id and r.id = c.referral_id left join financing_banks b on b.center_id = r.center_id and b.id = r.bank_id
     where c.center_id = current_center() and c.demand_id = $1 order by c.at`,
    [demandId],
  )
}

export interface ReferralListRow {
  id: string
  demandId: string
  bankId: string
  bankName: string
  bankKind: string
  state: ReferralState
  productName: string | null
  /** null to a bank that may not know it. */
  firmName: string | null
  industry: string | null
  amountFen: string
  months: number
  holder: Party | null
  dueAt: Date | null
  sortAt: Date
  changedAt: Date
}

const ends = `('declined', 'not_drawn', 'closed', 'withdrawn', 'lapsed')`
// What a bank may know is read with the very row that a withdrawal changes: whoever waited for one sees its end.
const listed = (isBank: string, now: string) => `r.id, r.demand_id as "demandId", r.bank_id as "bankId", b.name as "bankName", b.kind as "bankKind", r.state, v.terms ->> 'name' as "productName",
  case when not ${isBank} or (r.state not in ${ends} and exists (select 1 from financing_sharings s where s.center_id = r.center_id and s.referral_id = r.id and s.purpose = 'demand' and s.ended_at is null and s.expires_at >= ${now})) and r.state <> 'offered' then f.name end as "firmName",
  f.industry, d.amount_fen as "amountFen", (d.need ->> 'months')::int as months, r.holder, r.due_at as "dueAt", r.sort_at as "sortAt", r.changed_at as "changedAt"`
const joins = `join financing_demands d on d.center_id = r.center_id and d.id = r.demand_id join firms f on f.center_id = d.center_id and f.id = d.firm_id
  join financing_banks b on b.center_id = r.center_id and b.id = r.bank_id
  left join financing_product_versions v on v.center_id = r.center_id and v.product_id = r.product_id and v.number = r.product_number`

export interface ReferralFilter {
  view: ReferralView
  /** null: all banks. */
  banks: readonly string[] | null
  /** Read by the centre, which knows every name; also when it looks at one bank's. */
  isCenter: boolean
  state: ReferralState | null
  after: { at: string; id: string } | null
  now: Date
  most: number
}

const views: Record<ReferralView, { where: string; order: 'due' | 'changed' }> = {
  offered: { where: `r.holder = 'bank' and r.state = 'offered'`, order: 'due' },
  waiting: { where: `r.holder = 'bank'`, order: 'due' },
  open: { where: 'r.holder is not null', order: 'due' },
  ended: { where: 'r.holder is null', order: 'changed' },
}

/**
 * One page in order; the most urgent first, what ended latest first. The centre's `waiting` is what is disputed. The page
 * first, bank by bank from the index; whatever was moved while its row was waited for is no part of it any more.
 */
export function listReferrals(manager: EntityManager, filter: ReferralFilter): Promise<ReferralListRow[]> {
  const { where, order } = filter.view === 'waiting' && filter.isCenter ? { where: `r.holder = 'center'`, order: 'due' as const } : views[filter.view]
  const [sort, direction, compare] = order === 'due' ? ['r.sort_at', 'asc', '>'] : ['r.changed_at', 'desc', '<']
  const inView = `r.center_id = current_center() and ${where} and ($2::text is null or r.state = $2)`
  const found = (ofBank: string) => `select r.center_id, r.id, ${sort} as at from financing_referrals r where ${inView} and ${ofBank} and ($4::uuid is null or (${sort}, r.id) ${compare} ($3::timestamptz, $4::uuid)) order by ${sort} ${direction}, r.id ${direction} limit $5`
  const page = filter.banks === null ? found('$1::uuid[] is null') : `select found.* from unnest($1::uuid[]) as bank (id) cross join lateral (${found('r.bank_id = bank.id')}) found order by at ${direction}, id ${direction} limit $5`
  return manager.query(
    `with page as materialized (${page})
     select ${listed('not $7::boolean', '$6::timestamptz')} from page join financing_referrals r using (center_id, id) ${joins}
     where ${inView} order by ${sort} ${direction}, r.id ${direction} for share of r`,
    [filter.banks, filter.state, filter.after?.at ?? null, filter.after?.id ?? null, filter.most, filter.now, filter.isCenter],
  )
}

/** Of one demand, in the order in which they came up; to its firm and the centre. */
export function listReferralsOf(manager: EntityManager, demandId: string, now: Date): Promise<ReferralListRow[]> {
  return manager.query(`select ${listed('false', '$2::timestamptz')} from financing_referrals r ${joins} where r.center_id = current_center() and r.demand_id = $1 order by r.offered_at, b.place, r.id`, [demandId, now])
}

/** Of some banks, or of all as the centre sees them; each counted up to `most`. */
export async function countReferrals(manager: EntityManager, banks: readonly string[] | null, now: Date, most: number): Promise<ReferralCounts> {
  const counted: Record<keyof ReferralCounts, string> = {
    offered: views.offered.where, waiting: banks === null ? `r.holder = 'center'` : views.waiting.where, overdue: 'r.holder is not null and r.sort_at < $2', open: views.open.where, ended: views.ended.where,
  }
  const ofBanks = banks === null ? '$1::uuid[] is null' : 'r.bank_id = any($1::uuid[])'
  const [row]: ReferralCounts[] = await manager.query(
    `select ${Object.entries(counted).map(([name, where]) => `(select count(*)::int from (select from financing_referrals r where r.center_id = current_center() and $2::timestamptz is not null and ${ofBanks} and ${where} limit $3) few) as "${name}"`).join(', ')}`,
    [banks, now, most],
  )
  return row ?? { offered: 0, waiting: 0, overdue: 0, open: 0, ended: 0 }
}
