import type { BindingBasis, BindingKind, BindingState } from '@dangqun/contracts/organization/bindings/vocabulary'
import type { EntityManager } from 'typeorm'

export interface BindingListRow {
  id: string
  kind: BindingKind
  state: BindingState
  name: string
  firm: string | null
  basis: BindingBasis | null
  createdAt: Date
}

export interface BindingRow extends BindingListRow {
  personId: string
  accountId: string | null
  personName: string | null
  /** Sealed. */
  personPhone: string | null
  idNumber: string | null
  idNumberIndex: Buffer | null
  memberId: string | null
  firmId: string | null
  grantId: string | null
  targetName: string | null
  evidence: string | null
  reason: string | null
  decidedAt: Date | null
  endedAt: Date | null
}

const listed = `b.id, b.kind, b.state, b.claim_name as name, b.claim_firm as firm, b.basis, b.created_at as "createdAt"`
const whole = `${listed}, b.person_id as "personId", p.account_id as "accountId", p.name as "personName", p.phone as "personPhone", b.claim_id_number as "idNumber", b.claim_id_number_index as "idNumberIndex",
  b.member_id as "memberId", b.firm_id as "firmId", b.grant_id as "grantId", coalesce(mp.name, f.name) as "targetName", b.evidence, b.reason, b.decided_at as "decidedAt", b.ended_at as "endedAt"`
const joins = `join persons p on p.center_id = b.center_id and p.id = b.person_id
  left join members m on m.center_id = b.center_id and m.id = b.member_id left join persons mp on mp.center_id = m.center_id and mp.id = m.person_id
  left join firms f on f.center_id = b.center_id and f.id = b.firm_id`

export interface NewBinding {
  id: string
  personId: string
  kind: BindingKind
  name: string
  idNumber: string | null
  idNumberIndex: Buffer | null
  firm: string | null
  basis: BindingBasis | null
  consentVersion: string
}

/** Does nothing while one of the kind stands, without saying so. */
export async function insertBinding(manager: EntityManager, given: NewBinding, now: Date): Promise<void> {
  await manager.query(
    `insert into bindings (center_id, id, person_id, kind, state, claim_name, claim_id_number, claim_id_number_index, claim_firm, basis, consent_version, created_at)
     values (current_center(), $1, $2, $3, 'pending', $4, $5, $6, $7, $8, $9, $10)
     on conflict (center_id, person_id, kind) where state in ('pending', 'confirmed') do nothing`,
    [given.id, given.personId, given.kind, given.name, given.idNumber, given.idNumberIndex, given.firm, given.basis, given.consentVersion, now],
  )
}

/** Oldest first while they wait, latest first when they are history. */
export function listBindings(manager: EntityManager, { state, kind, after, most }: { state: BindingState; kind?: BindingKind; after: { createdAt: string; id: string } | null; most: number }): Promise<BindingListRow[]> {
  const [beyond, order] = state === 'pending' ? ['>', 'asc'] : ['<', 'desc']
  return manager.query(
    `select ${listed} from bindings b
     where b.center_id = current_center() and b.state = $1 and ($2::text is null or b.kind = $2)
       and ($4::uuid is null or (b.created_at, b.id) ${beyond} ($3::timestamptz, $4::uuid))
     order by b.created_at ${order}, b.id ${order} limit $5`,
    [state, kind ?? null, after?.createdAt ?? null, after?.id ?? null, most],
  )
}

export function listBindingsOf(manager: EntityManager, accountId: string): Promise<BindingRow[]> {
  return manager.query(`select ${whole} from bindings b ${joins} where b.center_id = current_center() and p.account_id = $1 order by b.created_at desc, b.id limit 20`, [accountId])
}

export async function findBinding(manager: EntityManager, id: string, lock = false): Promise<BindingRow | null> {
  const [row]: BindingRow[] = await manager.query(`select ${whole} from bindings b ${joins} where b.center_id = current_center() and b.id = $1 ${lock ? 'for update of b' : ''}`, [id])
  return row ?? null
}

/** What was typed of the ID number goes when it has served. */
export async function decideBinding(manager: EntityManager, id: string, decided: { state: BindingState; memberId?: string; firmId?: string; grantId?: string | null; evidence?: string; reason?: string }, now: Date): Promise<void> {
  await manager.query(
    `update bindings set state = $2, member_id = coalesce($3, member_id), firm_id = coalesce($4, firm_id), grant_id = coalesce($5, grant_id), evidence = coalesce($6, evidence), reason = $7,
       claim_id_number = null, claim_id_number_index = null, decided_at = coalesce(decided_at, $8), ended_at = case when $2 = 'ended' then $8 end
     where center_id = current_center() and id = $1`,
    [id, decided.state, decided.memberId ?? null, decided.firmId ?? null, decided.grantId ?? null, decided.evidence ?? null, decided.reason ?? null, now],
  )
}

/** @returns null when the account holds the grant already */
export async function grantByBinding(manager: EntityManager, accountId: string, role: 'member' | 'firm_representative', firmId: string | null, authorId: string, now: Date): Promise<string | null> {
  const [row]: { id: string | null }[] = await manager.query('select grant_by_binding($1, $2, $3, $4, $5) as id', [accountId, role, firmId, authorId, now])
  return row?.id ?? null
}

export interface MemberCandidateRow {
  id: string
  personId: string
  name: string
  phone: string | null
  phoneIndex: Buffer | null
  branchName: string
  hasNumber: boolean
}

/** Standing members whom the ID number or the name could mean, the number first. */
export function memberCandidates(manager: EntityManager, name: string, idNumberIndex: Buffer | null): Promise<MemberCandidateRow[]> {
  return manager.query(
    `select m.id, m.person_id as "personId", p.name, p.phone, p.phone_index as "phoneIndex", o.name as "branchName", coalesce(m.id_number_index = $2, false) as "hasNumber"
     from members m join persons p on p.center_id = m.center_id and p.id = m.person_id join organizations o on o.center_id = m.center_id and o.id = m.branch_id
     where m.center_id = current_center() and m.ended_at is null and (p.name = $1 or m.id_number_index = $2)
     order by 7 desc, p.name, m.id limit 10`,
    [name, idNumberIndex],
  )
}

export interface TargetRow {
  personId: string
  accountId: string | null
  name: string
}

/** Locked first and read after: who waited here must see whose the member has become. */
export async function lockMemberTarget(manager: EntityManager, id: string): Promise<TargetRow | null> {
  await manager.query('select 1 from members where center_id = current_center() and id = $1 for update', [id])
  const [row]: TargetRow[] = await manager.query(
    `select m.person_id as "personId", p.account_id as "accountId", p.name from members m join persons p on p.center_id = m.center_id and p.id = m.person_id
     where m.center_id = current_center() and m.id = $1 and m.ended_at is null`,
    [id],
  )
  return row ?? null
}

export async function hasPending(manager: EntityManager): Promise<boolean> {
  const rows: unknown[] = await manager.query(`select 1 from bindings where center_id = current_center() and state = 'pending' limit 1`)
  return rows.length > 0
}

/** What an invitation gave is a binding as well, unless one of the kind stands already. */
export async function insertInvited(manager: EntityManager, given: { id: string; personId: string; kind: BindingKind; name: string; targetId: string; firm: string | null; grantId: string | null }, now: Date): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `insert into bindings (center_id, id, person_id, kind, state, claim_name, claim_firm, basis, member_id, firm_id, grant_id, evidence, created_at, decided_at)
     values (current_center(), $1, $2, $3, 'confirmed', $4, $5, case $3 when 'firm' then 'authorization' end, case $3 when 'member' then $6::uuid end, case $3 when 'firm' then $6::uuid end, $7, '接受了中心的邀请', $8, $8)
     on conflict do nothing returning 1`,
    [given.id, given.personId, given.kind, given.name, given.firm, given.targetId, given.grantId, now],
  )
  return rows.length > 0
}

/** The grant that ends with the binding; null when the account held it before. */
export async function ownGrant(manager: EntityManager, id: string, grantId: string | null): Promise<void> {
  await manager.query('update bindings set grant_id = $2 where center_id = current_center() and id = $1', [id, grantId])
}

/** The standing member record of a person. */
export async function memberOfPerson(manager: EntityManager, personId: string): Promise<string | null> {
  const [row]: { id: string }[] = await manager.query('select id from members where center_id = current_center() and person_id = $1 and ended_at is null', [personId])
  return row?.id ?? null
}

export async function isMemberBound(manager: EntityManager, memberId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(`select 1 from bindings where center_id = current_center() and member_id = $1 and state = 'confirmed'`, [memberId])
  return rows.length > 0
}
