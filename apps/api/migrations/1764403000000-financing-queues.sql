-- Pages of a queue come from an index in the order in which they are shown, whoever reads them and however much is stored.
-- The centre's demands under way, whoever holds them.
create index financing_demands_desk on financing_demands (center_id, sort_at, id) where holder is not null and state <> 'draft';
-- Demands that are ranked anew when products change.
create index financing_demands_unpicked on financing_demands (center_id, id) where state in ('verified', 'matched');

-- Referrals under way and those to be claimed: of one bank, and of all for the centre.
create index financing_referrals_open on financing_referrals (center_id, bank_id, sort_at, id) where holder is not null;
create index financing_referrals_open_all on financing_referrals (center_id, sort_at, id) where holder is not null;
create index financing_referrals_offered on financing_referrals (center_id, bank_id, sort_at, id) where state = 'offered';
create index financing_referrals_offered_all on financing_referrals (center_id, sort_at, id) where state = 'offered';
