-- Queues are read in the order in which they are shown: by deadline, cases without a clock last. A column of its own:
-- row-level security lets no condition on coalesce(…) into an index.
alter table transfers add column due_or_never timestamptz not null generated always as (coalesce(due_at, '9999-12-31T00:00:00.000Z'::timestamptz)) stored;
drop index transfers_queue;
create index transfers_queue on transfers (center_id, holder, holder_id, due_or_never, id) where holder is not null;
drop index transfers_under_way;
create index transfers_under_way on transfers (center_id, due_or_never, id) where holder is not null;
drop index transfers_ended;
create index transfers_ended on transfers (center_id, changed_at desc, id desc) where holder is null;

-- The desk's queue is read as that of an office without an organisation.
alter table transfers add constraint transfers_holder_without_organization check (holder_id is null or holder not in ('member', 'center'));
analyze transfers;
