-- Who came. Attendance is voluntary; no place is stored. A check-in is undone, never deleted.
create table check_ins (
  center_id uuid not null,
  id uuid not null default uuidv7(),
  activity_id uuid not null,
  sign_up_id uuid not null,
  method text not null check (method in ('ticket', 'rotating_code', 'manual')),
  reason text,
  is_walk_in boolean not null default false,
  -- when the person came; of an offline record the device's time, corrected
  at timestamptz not null,
  recorded_at timestamptz not null,
  -- the member of staff, or for a rotating code the person themselves
  recorded_by uuid not null constraint check_ins_recorder_fk references accounts,
  -- of an offline record: the device's own name for it, its time and how far its clock was off
  record_id uuid,
  device_at timestamptz,
  device_offset_ms bigint,
  flag text check (flag in ('clock_off', 'clock_changed')),
  confirmed_at timestamptz,
  confirmed_by uuid constraint check_ins_confirmer_fk references accounts,
  undone_at timestamptz,
  undone_by uuid constraint check_ins_undoer_fk references accounts,
  undo_reason text,
  primary key (center_id, id),
  constraint check_ins_activity_fk foreign key (center_id, activity_id) references activities (center_id, id),
  constraint check_ins_sign_up_fk foreign key (center_id, sign_up_id) references sign_ups (center_id, id),
  constraint check_ins_record_once unique (center_id, activity_id, record_id),
  constraint check_ins_by_hand_with_reason check (method <> 'manual' or reason is not null),
  constraint check_ins_undone_with_reason check ((undone_at is null) = (undo_reason is null))
);
create unique index check_ins_one_standing on check_ins (center_id, sign_up_id) where undone_at is null;
create index check_ins_of_activity on check_ins (center_id, activity_id, id);

grant select, insert on check_ins to dangqun_app;
-- What was recorded stays as it was; only what staff add to it can be written.
grant update (confirmed_at, confirmed_by, undone_at, undone_by, undo_reason) on check_ins to dangqun_app;

alter table check_ins enable row level security;
alter table check_ins force row level security;
create policy own_center on check_ins using (center_id = current_center()) with check (center_id = current_center());
