import type { EntityManager } from 'typeorm'
import type { BuildingReach } from './organization-coverage.rules.js'

/**
 * Firms, branches and members of the roll, by building in the buildings' order. Who is lost or suspended is not
 * counted among the three full members (党章 Art. 30).
 */
export function reachByBuilding(manager: EntityManager): Promise<BuildingReach[]> {
  return manager.query(
    `with own as (
       select distinct firm_id from organizations where center_id = current_center() and kind = 'branch' and dissolved_at is null and firm_id is not null
     ), roll as (
       select m.firm_id, count(*) filter (where m.category = 'full' and m.flow not in ('lost_contact', 'suspended')) as fulls, bool_or(o.kind = 'joint_branch') as is_joint
       from members m join organizations o on o.center_id = m.center_id and o.id = m.branch_id
       where m.center_id = current_center() and m.ended_at is null and m.firm_id is not null group by m.firm_id
     )
     select b.id, b.name, count(f.id)::int as firms, count(own.firm_id)::int as own,
       count(*) filter (where own.firm_id is null and roll.is_joint)::int as joint,
       count(*) filter (where roll.fulls >= 3)::int as eligible, count(*) filter (where roll.fulls >= 3 and own.firm_id is not null)::int as founded
     from buildings b
     left join firms f on f.center_id = b.center_id and f.building_id = b.id
     left join own on own.firm_id = f.id left join roll on roll.firm_id = f.id
     where b.center_id = current_center() and (b.retired_at is null or f.id is not null) group by b.id, b.name, b.place order by b.place, b.id`,
  )
}
