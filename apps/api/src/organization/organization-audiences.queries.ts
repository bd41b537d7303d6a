import type { EntityManager } from 'typeorm'

/** Persons whom a group is made of: standing members of one branch; or members and representatives of the firms in one building. */
const groups = {
  branch: `select m.person_id from members m where m.center_id = current_center() and m.branch_id = $1 and m.ended_at is null`,
  building: `select m.person_id from members m join firms f on f.center_id = m.center_id and f.id = m.firm_id
      where m.center_id = current_center() and f.building_id = $1 and m.ended_at is null
    union select b.person_id from bindings b join firms f on f.center_id = b.center_id and f.id = b.firm_id
      where b.center_id = current_center() and f.building_id = $1 and b.kind = 'firm' and b.state = 'confirmed'`,
} as const
export type GroupKind = keyof typeof groups

const exists = {
  branch: `select 1 from organizations where center_id = current_center() and id = $1 and kind in ('branch', 'joint_branch') and dissolved_at is null`,
  building: 'select 1 from buildings where center_id = current_center() and id = $1',
} as const

export async function groupExists(manager: EntityManager, kind: GroupKind, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(exists[kind], [id])
  return rows.length > 0
}

export async function sizeOfGroup(manager: EntityManager, kind: GroupKind, id: string): Promise<{ persons: number; withAccount: number }> {
  const [row]: { persons: number; withAccount: number }[] = await manager.query(
    `select count(*)::int as persons, count(p.account_id)::int as "withAccount" from (${groups[kind]}) g join persons p on p.center_id = current_center() and p.id = g.person_id`,
    [id],
  )
  return row ?? { persons: 0, withAccount: 0 }
}

/** In the order of their ids, after one; null: from the first. */
export async function personsOfGroup(manager: EntityManager, kind: GroupKind, id: string, after: string | null, most: number): Promise<string[]> {
  const rows: { person_id: string }[] = await manager.query(`select g.person_id from (${groups[kind]}) g where $2::uuid is null or g.person_id > $2 order by g.person_id limit $3`, [id, after, most])
  return rows.map(({ person_id }) => person_id)
}
