-- Lists of sign-ups that leave the system: who asked, what for, who agreed. What the file holds is read when it is fetched.
create table activity_exports (
  center_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  -- May name persons, so it stays here and out of the ledger.
  purpose text not null check (length(purpose) between 4 and 100),
  -- Why full phone numbers are wanted; null: they are masked.
  phone_reason text check (length(phone_reason) between 4 and 100),
  -- Sign-ups up to this number of arrival, so that what was agreed to does not grow.
  through_number bigint not null,
  row_count integer not null check (row_count between 1 and 5000),
  state text not null check (state in ('asked', 'approved', 'taken', 'refused')),
  asked_by uuid not null constraint activity_exports_asker_fk references accounts,
  asked_at timestamptz not null,
  decided_by uuid constraint activity_exports_decider_fk references accounts,
  decided_at timestamptz,
  note text,
  expires_at timestamptz,
  taken_at timestamptz,
  primary key (center_id, id),
  constraint activity_exports_activity_fk foreign key (center_id, activity_id) references activities (center_id, id),
  constraint activity_exports_second_person check (decided_by <> asked_by),
  constraint activity_exports_approved check (row_count <= 100 or state in ('asked', 'refused') or decided_by is not null),
  constraint activity_exports_decided check ((decided_by is null) = (note is null) and (decided_by is null) = (decided_at is null)),
  constraint activity_exports_taken check ((state = 'taken') = (taken_at is not null)),
  constraint activity_exports_expiry check ((state = 'refused') = (expires_at is null))
);
create index activity_exports_waiting on activity_exports (center_id, asked_at, id) where state = 'asked';
create index activity_exports_of_asker on activity_exports (center_id, asked_by, asked_at, id);
create index activity_exports_newest on activity_exports (center_id, asked_at, id);

grant select, insert, update on activity_exports to dangqun_app;
alter table activity_exports enable row level security;
alter table activity_exports force row level security;
create policy own_center on activity_exports using (center_id = current_center()) with check (center_id = current_center());
