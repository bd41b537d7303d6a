import type { MemberCategory, MemberFlow, Sex } from '@dangqun/contracts/organization/members/vocabulary'
import type { EntityManager } from 'typeorm'

export interface MemberListRow {
  id: string
  personId: string
  name: string
  /** Sealed: see organization-phone.rules.ts. */
  phone: string | null
  /** Sealed: see organization-member-seal.rules.ts. */
  idNumber: string
  sex: Sex
  category: MemberCategory
  flow: MemberFlow
  branchId: string
  branchName: string
  firmId: string | null
  firmName: string | null
  joinedOn: string
}

export interface MemberRow extends MemberListRow {
  accountId: string | null
  formerName: string | null
  bornOn: string
  ethnicity: string
  education: string
  confirmedOn: string | null
  probationEndsOn: string | null
  extendedTo: string | null
  emergencyName: string | null
  emergencyPhone: string | null
  version: number
  endedAt: Date | null
  endReason: string | null
}

const day = (column: string, name: string) => `to_char(m.${column}, 'YYYY-MM-DD') as "${name}"`
const listed = `m.id, m.person_id as "personId", p.name, p.phone, m.id_number as "idNumber", m.sex, m.category, m.flow, m.branch_id as "branchId", o.name as "branchName",
  m.firm_id as "firmId", f.name as "firmName", ${day('joined_on', 'joinedOn')}`
const whole = `${listed}, p.account_id as "accountId", m.former_name as "formerName", ${day('born_on', 'bornOn')}, m.ethnicity, m.education, ${day('confirmed_on', 'confirmedOn')},
  ${day('probation_ends_on', 'probationEndsOn')}, ${day('extended_to', 'extendedTo')}, m.emergency_name as "emergencyName", m.emergency_phone as "emergencyPhone", m.version, m.ended_at as "endedAt", m.end_reason as "endReason"`
const joins = `join persons p on p.center_id = m.center_id and p.id = m.person_id join organizations o on o.center_id = m.center_id and o.id = m.branch_id
  left join firms f on f.center_id = m.center_id and f.id = m.firm_id`

export interface MembersFilter {
  q?: string
  /** null: all branches of the centre. */
  branches: readonly string[] | null
  category?: MemberCategory
  flow?: MemberFlow
  after: { name: string; id: string } | null
  most: number
}

/** Standing members by name; with a search term through the bigram index. */
export function listMembers(manager: EntityManager, { q, branches, category, flow, after, most }: MembersFilter): Promise<MemberListRow[]> {
  const filter = [branches, category ?? null, flow ?? null, after?.name ?? null, after?.id ?? null, most]
  if (q !== undefined) {
    return manager.query(
      `select ${listed} from search_members($7, $1, $2, $3, $4, $5, $6) s join members m on m.center_id = current_center() and m.id = s.id ${joins} order by p.name, m.id`,
      [...filter, q],
    )
  }
  return manager.query(
    `select ${listed} from members m ${joins}
     where m.center_id = current_center() and m.ended_at is null
       and ($1::uuid[] is null or m.branch_id = any($1)) and ($2::text is null or m.category = $2) and ($3::text is null or m.flow = $3)
       and ($5::uuid is null or (p.name, m.id) > ($4::text, $5::uuid))
     order by p.name, m.id limit $6`,
    filter,
  )
}

export async function findMember(manager: EntityManager, id: string, lock = false): Promise<MemberRow | null> {
  const [row]: MemberRow[] = await manager.query(`select ${whole} from members m ${joins} where m.center_id = current_center() and m.id = $1 ${lock ? 'for update of m' : ''}`, [id])
  return row ?? null
}

/** The standing member whose phone this account is. */
export async function findMemberOfAccount(manager: EntityManager, accountId: string): Promise<MemberRow | null> {
  const [row]: MemberRow[] = await manager.query(`select ${whole} from members m ${joins} where m.center_id = current_center() and p.account_id = $1 and m.ended_at is null`, [accountId])
  return row ?? null
}

export async function hasMemberOf(manager: EntityManager, column: 'person_id' | 'id_number_index', value: string | Buffer, besides: string | null): Promise<boolean> {
  const rows: unknown[] = await manager.query(`select 1 from members where center_id = current_center() and ${column} = $1 and ended_at is null and ($2::uuid is null or id <> $2)`, [value, besides])
  return rows.length > 0
}

/** Standing members by branch. */
export async function countMembers(manager: EntityManager): Promise<Map<string, number>> {
  const rows: { id: string; count: number }[] = await manager.query('select branch_id as id, count(*)::int as count from members where center_id = current_center() and ended_at is null group by branch_id')
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** @returns whether members can stand there; the row stays as it is until the unit ends */
export async function shareBranch(manager: EntityManager, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(`select 1 from organizations where center_id = current_center() and id = $1 and dissolved_at is null and kind in ('branch', 'joint_branch') for share`, [id])
  return rows.length > 0
}

export interface MemberColumns {
  personId: string
  branchId: string
  firmId: string | null
  category: MemberCategory
  flow: MemberFlow
  formerName: string | null
  idNumber: string
  idNumberIndex: Buffer
  sex: Sex
  bornOn: string
  ethnicity: string
  education: string
  joinedOn: string
  confirmedOn: string | null
  probationEndsOn: string | null
  extendedTo: string | null
  emergencyName: string | null
  emergencyPhone: string | null
}

const columnNames: Readonly<Record<keyof MemberColumns, string>> = {
  personId: 'person_id', branchId: 'branch_id', firmId: 'firm_id', category: 'category', flow: 'flow', formerName: 'former_name', idNumber: 'id_number', idNumberIndex: 'id_number_index', sex: 'sex',
  bornOn: 'born_on', ethnicity: 'ethnicity', education: 'education', joinedOn: 'joined_on', confirmedOn: 'confirmed_on', probationEndsOn: 'probation_ends_on', extendedTo: 'extended_to',
  emergencyName: 'emergency_name', emergencyPhone: 'emergency_phone',
}

/** @returns false when the person, or the ID number, has a standing record: under a race the first one wins */
export async function insertMember(manager: EntityManager, id: string, given: MemberColumns, now: Date): Promise<boolean> {
  const fields = Object.keys(columnNames) as (keyof MemberColumns)[]
  const rows: unknown[] = await manager.query(
    `insert into members (center_id, id, created_at, ${fields.map((field) => columnNames[field]).join(', ')})
     values (current_center(), $1, $2, ${fields.map((_, index) => `$${index + 3}`).join(', ')}) on conflict do nothing returning 1`,
    [id, now, ...fields.map((field) => given[field])],
  )
  return rows.length > 0
}

export async function updateMember(manager: EntityManager, id: string, given: Partial<MemberColumns>): Promise<void> {
  const fields = (Object.keys(given) as (keyof MemberColumns)[]).filter((field) => given[field] !== undefined)
  const changes = fields.map((field, index) => `${columnNames[field]} = $${index + 2}`)
  await manager.query(`update members set ${['version = version + 1', ...changes].join(', ')} where center_id = current_center() and id = $1`, [id, ...fields.map((field) => given[field])])
}

export async function endMember(manager: EntityManager, id: string, reason: string, now: Date): Promise<void> {
  await manager.query('update members set ended_at = $2, end_reason = $3, version = version + 1 where center_id = current_center() and id = $1', [id, now, reason])
}

/** A person whom staff enter. */
export async function insertPerson(manager: EntityManager, id: string, name: string): Promise<void> {
  await manager.query('insert into persons (center_id, id, name) values (current_center(), $1, $2)', [id, name])
}

export async function personExists(manager: EntityManager, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('select 1 from persons where center_id = current_center() and id = $1', [id])
  return rows.length > 0
}

export async function renamePerson(manager: EntityManager, id: string, name: string): Promise<void> {
  await manager.query('update persons set name = $2 where center_id = current_center() and id = $1', [id, name])
}

export async function erasePhone(manager: EntityManager, personId: string): Promise<void> {
  await manager.query('update persons set phone = null, phone_index = null where center_id = current_center() and id = $1', [personId])
}

export async function isSuspended(manager: EntityManager, personId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(`select 1 from members where center_id = current_center() and person_id = $1 and ended_at is null and flow = 'suspended'`, [personId])
  return rows.length > 0
}
