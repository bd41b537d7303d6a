import type { FigureReasonKind } from '@dangqun/contracts/financing/figures/vocabulary'
import type { EntityManager } from 'typeorm'

export interface OutcomeRow {
  firmId: string
  month: string
  buildingId: string
  buildingName: string
  /** Two digits; null when it is not on file. */
  industry: string | null
  isFirstLoan: boolean
  contactsDue: number
  contactsInTime: number
  contactTenthHours: number[]
  grantedFen: string
  disbursedFen: string
  disbursedRateFen: string
  unsecuredFen: string
  oneSidedFen: string
  reasons: { kind: FigureReasonKind; code: string }[]
}

/** Demands handed in from one moment until before another, each with what became of it by `now`. Money only where the firm's word on `result` was not withdrawn. */
export function listOutcomes(manager: EntityManager, from: Date, until: Date, now: Date): Promise<OutcomeRow[]> {
  return manager.query(
    `select d.firm_id as "firmId", to_char(d.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, f.building_id as "buildingId", b.name as "buildingName", f.industry, coalesce((d.need ->> 'isFirstLoan')::boolean, false) as "isFirstLoan",
       coalesce(r.due, 0)::int as "contactsDue", coalesce(r.in_time, 0)::int as "contactsInTime", coalesce(r.tenth_hours, '{}') as "contactTenthHours", coalesce(r.granted, 0) as "grantedFen",
       coalesce(m.disbursed, 0) as "disbursedFen", coalesce(m.rate, 0) as "disbursedRateFen", coalesce(m.unsecured, 0) as "unsecuredFen", coalesce(m.one_sided, 0) as "oneSidedFen",
       coalesce(r.reasons, '[]') || case when d.close_reason is not null and d.close_reason <> 'satisfied' then jsonb_build_array(jsonb_build_object('kind', 'close', 'code', d.close_reason)) else '[]' end as reasons
     from financing_demands d join firms f on f.center_id = d.center_id and f.id = d.firm_id join buildings b on b.center_id = f.center_id and b.id = f.building_id
     left join lateral (
       select count(*) filter (where r.contacted_at is not null or r.contact_due_at < $3) as due, count(*) filter (where r.contacted_at <= r.contact_due_at) as in_time,
         array_agg(round(extract(epoch from r.contacted_at - r.consented_at) / 360)::int) filter (where r.contacted_at is not null) as tenth_hours,
         sum(r.granted_fen) filter (where s.is_told) as granted,
         coalesce(jsonb_agg(jsonb_build_object('kind', 'decline', 'code', r.decline_code)) filter (where r.decline_code is not null), '[]')
           || coalesce(jsonb_agg(jsonb_build_object('kind', 'not_drawn', 'code', r.not_drawn_reason)) filter (where r.not_drawn_reason is not null), '[]') as reasons
       from financing_referrals r
       left join lateral (select w.ended_by is distinct from 'withdrawn' as is_told from financing_sharings w where w.center_id = r.center_id and w.referral_id = r.id and w.purpose = 'result' order by w.given_at desc, w.id desc limit 1) s on true
       where r.center_id = d.center_id and r.demand_id = d.id) r on true
     left join lateral (
       select sum(p.amount_fen) filter (where p.state in ('confirmed', 'reconciled')) as disbursed, sum(p.amount_fen * p.all_in_bp) filter (where p.state in ('confirmed', 'reconciled')) as rate,
         sum(p.amount_fen) filter (where p.state in ('confirmed', 'reconciled') and r.granted_security not in ('mortgage', 'pledge')) as unsecured, sum(p.amount_fen) filter (where p.state = 'one_sided') as one_sided
       from financing_referrals r join financing_drawdowns p on p.center_id = r.center_id and p.referral_id = r.id
       where r.center_id = d.center_id and r.demand_id = d.id
         and (select w.ended_by is distinct from 'withdrawn' from financing_sharings w where w.center_id = r.center_id and w.referral_id = r.id and w.purpose = 'result' order by w.given_at desc, w.id desc limit 1)) m on true
     where d.center_id = current_center() and d.submitted_at >= $1 and d.submitted_at < $2`,
    [from, until, now],
  )
}
