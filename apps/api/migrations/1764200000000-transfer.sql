-- 组织关系接转. What a member filled in is one sealed text; what queues, clocks and invariants need stands beside it.

create table transfers (
  center_id uuid not null constraint transfers_center_fk references centers,
  id uuid not null,
  -- the same on both records of a case between two centres
  transfer_key uuid not null,
  -- of the steps that both centres of a case share, on either record: what a message from the other side builds on
  step integer not null default 0,
  direction text not null check (direction in ('out', 'in', 'internal')),
  -- 涉密 and 军警 cases are never stored
  kind text not null check (kind in ('in_province', 'cross_province_online', 'cross_province_paper', 'internal')),
  state text not null check (state in ('intake', 'placed', 'draft', 'submitted', 'prechecked', 'endorsed', 'refusal_pending', 'returned', 'issued', 'receiving', 'archive_check', 'supplement',
    'rejection_pending', 'accepted', 'rejected', 'expired', 'withdrawn', 'refused', 'voided', 'closed')),
  held_from text,
  held_by uuid,
  person_id uuid not null,
  -- the form as JSON, sealed
  form text not null,
  -- `王**`
  name_mask text,
  category text check (category in ('full', 'probationary')),
  -- equal for the same ID number at this centre, and says nothing else
  id_number_index bytea,
  origin_branch_id uuid,
  origin_branch_name text,
  origin_committee_id uuid,
  origin_committee_name text,
  receiving_branch_id uuid,
  receiving_branch_name text,
  receiving_committee_id uuid,
  receiving_committee_name text,
  -- whom the case waits for: the office, and which organisation that is here (null: the desk, the member, or another centre)
  holder text check (holder in ('member', 'center', 'origin_branch', 'origin_committee', 'receiving_committee', 'receiving_branch')),
  holder_id uuid,
  -- the other side, when it is a centre of this system
  twin_center_id uuid constraint transfers_twin_fk references centers,
  entered_at timestamptz not null,
  due_at timestamptz,
  -- of the standing letter
  letter_valid_until date,
  submitted_at timestamptz,
  accepted_at timestamptz,
  branch_agreed_at timestamptz,
  assigned_to text,
  assigned_at timestamptz,
  receipt_filed_on date,
  reference text,
  reason text,
  archive_channel text check (archive_channel in ('confidential_mail', 'ems', 'carried')),
  archive_step text not null default 'not_sent' check (archive_step in ('not_sent', 'sealed', 'sent', 'received')),
  archive_missing text[] not null default '{}',
  archive_changed_at timestamptz,
  consent_source text not null check (consent_source in ('phone', 'signed_paper', 'signed_roster')),
  consent_version text not null,
  consent_at timestamptz not null,
  -- consent withdrawn after a letter was issued: only number, dates and committees are shown from then on
  restricted_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (center_id, id),
  constraint transfers_person_fk foreign key (center_id, person_id) references persons (center_id, id),
  constraint transfers_origin_branch_fk foreign key (center_id, origin_branch_id) references organizations (center_id, id),
  constraint transfers_origin_committee_fk foreign key (center_id, origin_committee_id) references organizations (center_id, id),
  constraint transfers_receiving_branch_fk foreign key (center_id, receiving_branch_id) references organizations (center_id, id),
  constraint transfers_receiving_committee_fk foreign key (center_id, receiving_committee_id) references organizations (center_id, id),
  constraint transfers_held check ((held_from is not null) = (state in ('refusal_pending', 'rejection_pending'))),
  -- who asked for a second opinion; of the other centre's people nothing is known here
  constraint transfers_held_by check (held_by is not null or held_from is null or twin_center_id is not null),
  constraint transfers_closed_with_reference check (state <> 'closed' or (reference is not null and assigned_at is not null)),
  constraint transfers_accepted_when check (accepted_at is not null or state not in ('accepted', 'closed')),
  constraint transfers_one_record_a_side unique (center_id, transfer_key, direction)
);
-- One open transfer of a member and direction. An intake is not yet one.
create unique index transfers_one_open on transfers (center_id, id_number_index, direction)
  where id_number_index is not null and state not in ('draft', 'intake', 'placed', 'withdrawn', 'refused', 'voided', 'closed');
create index transfers_person on transfers (center_id, person_id, id);
-- A queue is read by who holds the case, the most urgent first.
create index transfers_queue on transfers (center_id, holder, holder_id, due_at, id) where holder is not null;
create index transfers_under_way on transfers (center_id, due_at, id) where holder is not null;
create index transfers_ended on transfers (center_id, changed_at desc, id desc) where state in ('withdrawn', 'refused', 'voided', 'closed');

create table transfer_steps (
  center_id uuid not null,
  id uuid not null default uuidv7(),
  transfer_id uuid not null,
  -- the case's version that this step made
  version integer not null,
  action text not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  -- null: the clock, or the other centre
  account_id uuid,
  office text,
  by_name text,
  reason text,
  -- sealed
  comment text,
  primary key (center_id, transfer_id, version),
  unique (center_id, id),
  constraint transfer_steps_transfer_fk foreign key (center_id, transfer_id) references transfers (center_id, id)
);

-- A state changes with its line in the history, or not at all.
create function transfer_step_is_kept() returns trigger
  language plpgsql set search_path = pg_catalog, public
  as $$
  begin
    if not exists (select 1 from public.transfer_steps s
                   where s.center_id = new.center_id and s.transfer_id = new.id and s.version = new.version and s.to_state = new.state) then
      raise exception 'a transfer changed its state without a step' using errcode = 'check_violation', constraint = 'transfers_state_with_step';
    end if;
    return null;
  end $$;
create constraint trigger transfers_created_with_step after insert on transfers
  deferrable initially deferred for each row execute function transfer_step_is_kept();
create constraint trigger transfers_state_with_step after update of state on transfers
  deferrable initially deferred for each row when (old.state is distinct from new.state) execute function transfer_step_is_kept();
revoke execute on function transfer_step_is_kept() from public;

create table transfer_letters (
  center_id uuid not null,
  transfer_id uuid not null,
  -- whose blank it is: a letter's number is unique among the letters of one committee
  issuer text not null,
  number text not null,
  issued_on date not null,
  valid_days smallint not null check (valid_days between 1 and 90),
  valid_until date not null,
  replaces text,
  reissue_cause text,
  void_at timestamptz,
  created_at timestamptz not null,
  -- numbers are never used again, void ones neither
  primary key (center_id, issuer, number),
  constraint transfer_letters_transfer_fk foreign key (center_id, transfer_id) references transfers (center_id, id)
);
create unique index transfer_letters_one_standing on transfer_letters (center_id, transfer_id) where void_at is null;

-- To the other centre of a case. Written with the step, delivered by a job until it is taken.
create table transfer_messages (
  center_id uuid not null,
  id uuid not null,
  to_center_id uuid not null constraint transfer_messages_to_fk references centers,
  transfer_key uuid not null,
  step integer not null,
  -- sealed
  body text not null,
  created_at timestamptz not null,
  delivered_at timestamptz,
  primary key (center_id, id)
);
create index transfer_messages_waiting on transfer_messages (center_id, created_at) where delivered_at is null;

create table transfer_messages_taken (
  center_id uuid not null,
  message_id uuid not null,
  taken_at timestamptz not null,
  primary key (center_id, message_id)
);

-- 接收党组织目录: kept by administrators, beside the committees of this system.
create table transfer_receivers (
  center_id uuid not null constraint transfer_receivers_center_fk references centers,
  id uuid not null default uuidv7(),
  name text not null,
  code text check (code ~ '^\d{12}$'),
  title text not null,
  region text not null,
  primary key (center_id, id),
  unique (center_id, name)
);
create index transfer_receivers_bigrams on transfer_receivers using gin (bigrams(name));

-- Whether a committee is one of this system's: its centre, by the code that the national system gives it.
create function committee_by_code(wanted text)
  returns table (center_id uuid, id uuid, full_name text)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select o.center_id, o.id, o.full_name from public.organizations o where o.code = wanted and o.can_approve_probationary and o.dissolved_at is null limit 1 $$;
revoke execute on function committee_by_code(text) from public;
grant execute on function committee_by_code(text) to dangqun_app;

grant select, insert, update on transfers, transfer_letters, transfer_messages to dangqun_app;
grant select, insert on transfer_steps, transfer_messages_taken to dangqun_app;
grant select on transfer_receivers to dangqun_app;

do $$
declare t text;
begin
  foreach t in array array['transfers', 'transfer_steps', 'transfer_letters', 'transfer_messages', 'transfer_messages_taken', 'transfer_receivers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_center on %I using (center_id = current_center()) with check (center_id = current_center())', t);
  end loop;
end $$;
