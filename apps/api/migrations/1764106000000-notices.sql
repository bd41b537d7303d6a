-- What people are told inside the product. A notice belongs to a person of the centre (an act there), or to an account
-- (staff); it holds a kind and public words, nothing about anybody.
create table notices (
  center_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid,
  account_id uuid constraint notices_account_fk references accounts,
  recipient_id uuid not null generated always as (coalesce(person_id, account_id)) stored,
  kind text not null check (kind ~ '^[a-z]+\.[a-zA-Z]+$'),
  parameters jsonb not null default '{}',
  subject_slice text not null check (subject_slice ~ '^[a-z]+$'),
  subject_id uuid not null,
  -- Which of several such events: the id of a change, a deadline. The same one is told once.
  occurrence text not null default '',
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (center_id, id),
  constraint notices_person_fk foreign key (center_id, person_id) references persons (center_id, id),
  constraint notices_one_recipient check (num_nonnulls(person_id, account_id) = 1),
  constraint notices_told_once unique (center_id, recipient_id, kind, subject_id, occurrence)
);
create index notices_inbox on notices (center_id, recipient_id, created_at desc, id desc);
create index notices_unread on notices (center_id, recipient_id, created_at desc) where read_at is null;
-- What was read long ago is swept.
create index notices_read on notices (center_id, read_at) where read_at is not null;

grant select, insert, update, delete on notices to dangqun_app;

alter table notices enable row level security;
alter table notices force row level security;
create policy own_center on notices using (center_id = current_center()) with check (center_id = current_center());
