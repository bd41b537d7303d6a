import type pg from 'pg'

/**
 * The facts that the seeded acts would have left, told from the rows themselves, oldest first as they would have come.
 * Of a fresh demo only: the ledger cannot be added to in the past.
 */
export async function addFacts(owner: pg.Client, now: Date): Promise<void> {
  await owner.query(
    `with desk as (
       select distinct on (g.center_id) g.center_id, g.account_id from grants g where g.role in ('center_staff', 'center_manager') order by g.center_id, g.role desc, g.id
     ), manager as (
       select g.center_id, min(g.account_id::text)::uuid as account_id from grants g where g.role = 'center_manager' group by g.center_id
     ), bank as (
       select g.center_id, g.scope_id, min(g.account_id::text)::uuid as account_id from grants g where g.role = 'bank_officer' group by g.center_id, g.scope_id
     ), told as (
       select a.center_id, a.created_at as at, d.account_id, 'activities.created' as fact, a.id as subject_id, '{}'::jsonb as data from activities a join desk d using (center_id)
       union all select a.center_id, a.published_at, d.account_id, 'activities.published', a.id, '{"from": "draft"}' from activities a join desk d using (center_id) where a.published_at is not null
       union all select a.center_id, a.ends_at, d.account_id, 'activities.held', a.id, '{"from": "published"}' from activities a join desk d using (center_id) where a.state = 'held'
       union all select e.center_id, e.asked_at, e.asked_by, 'activities.exportAsked', e.activity_id, jsonb_build_object('exportId', e.id, 'rows', e.row_count, 'hasPhones', e.phone_reason is not null) from activity_exports e
       union all select e.center_id, e.taken_at, e.asked_by, 'activities.exportTaken', e.activity_id, jsonb_build_object('exportId', e.id, 'rows', e.row_count, 'hasPhones', e.phone_reason is not null) from activity_exports e where e.taken_at is not null
       union all select n.center_id, n.published_at, d.account_id, 'notices.announcementPublished', n.id, '{}' from announcements n join desk d using (center_id) where n.published_at is not null
       union all select v.center_id, v.submitted_at, b.account_id, 'financing.versionSubmitted', v.product_id, jsonb_build_object('number', v.number, 'from', 'draft')
         from financing_product_versions v join bank b on b.center_id = v.center_id and b.scope_id = v.bank_id where v.submitted_at is not null
       union all select v.center_id, v.decided_at, d.account_id, 'financing.versionApproved', v.product_id, jsonb_build_object('number', v.number, 'from', 'submitted')
         from financing_product_versions v join desk d using (center_id) where v.state in ('approved', 'replaced') and v.decided_at is not null
       union all select i.issued_center_id, i.created_at, i.created_by, 'accounts.invited', i.id, jsonb_build_object('role', i.role, 'scopeId', i.scope_id) from invitations i
       union all select s.center_id, s.at, s.account_id, 'transfer.moved', s.transfer_id, jsonb_build_object('action', s.action, 'from', s.from_state, 'to', s.to_state, 'reason', s.reason) from transfer_steps s where s.from_state is not null
       union all select s.center_id, s.at, s.account_id, 'financing.demandMoved', s.demand_id, jsonb_build_object('action', s.action, 'from', s.from_state, 'to', s.to_state) from financing_demand_steps s where s.from_state is not null
       union all select s.center_id, s.at, s.account_id, 'financing.referralMoved', s.referral_id, jsonb_build_object('action', s.action, 'from', s.from_state, 'to', s.to_state, 'party', s.party)
         from financing_referral_steps s where s.from_state is not null
       union all select b.center_id, b.decided_at, d.account_id, 'organization.binding' || initcap(b.state), b.id, jsonb_build_object('kind', b.kind) from bindings b join desk d using (center_id) where b.state in ('confirmed', 'refused')
       union all select c.id, $1::timestamptz - interval '20 days', m.account_id, 'centers.settingsChanged', c.id, '{"version": 1, "changes": ["offerHoldMinutes: 20 → 30"]}' from centers c join manager m on m.center_id = c.id
     )
     insert into audit_facts (center_id, at, account_id, fact, subject_id, data)
     select center_id, at, account_id, fact, subject_id, data from told where at <= $1 order by at`,
    [now],
  )
}
