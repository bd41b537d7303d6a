create table activities (
  center_id uuid not null constraint activities_center_fk references centers,
  id uuid not null,
  title text not null,
  programme text not null check (programme in ('red', 'warm', 'blue', 'together')),
  description text not null,
  place text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity integer not null check (capacity between 1 and 100000),
  -- kept by the one transaction that changes sign_ups; never more than there are places
  taken integer not null default 0 check (taken >= 0),
  waiting integer not null default 0 check (waiting >= 0),
  last_number bigint not null default 0,
  sign_up_opens_at timestamptz not null,
  sign_up_closes_at timestamptz not null,
  cancel_until timestamptz not null,
  asks text[] not null default '{}' check (asks <@ array['name', 'phone']),
  state text not null check (state in ('draft', 'published', 'closed', 'held', 'cancelled')),
  scene_code text constraint activities_code_fk references public_codes,
  cancel_reason text,
  published_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (center_id, id),
  constraint activities_never_oversold check (taken <= capacity),
  constraint activities_times_in_order check (starts_at < ends_at and sign_up_opens_at < sign_up_closes_at and sign_up_closes_at <= ends_at and cancel_until <= ends_at)
) with (fillfactor = 50);
-- Only lists filter by these; a sign-up changes none of the columns, so its update stays on the page (HOT).
create index activities_by_start on activities (center_id, starts_at, id);
-- "Not yet over" is a small set however many years lie behind.
create index activities_by_end on activities (center_id, ends_at);

create table sign_ups (
  center_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  person_id uuid not null,
  -- the server's order of arrival at this activity
  number bigint not null,
  state text not null check (state in ('confirmed', 'waitlisted', 'offered', 'declined', 'lapsed', 'cancelled', 'attended', 'absent')),
  ticket text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (center_id, id),
  constraint sign_ups_activity_fk foreign key (center_id, activity_id) references activities (center_id, id),
  constraint sign_ups_person_fk foreign key (center_id, person_id) references persons (center_id, id),
  constraint sign_ups_ticket_once unique (center_id, ticket),
  constraint sign_ups_number_once unique (center_id, activity_id, number)
);
-- One sign-up per person and activity, counted over the states that hold a place or a turn.
create unique index sign_ups_one_per_person on sign_ups (center_id, activity_id, person_id)
  where state in ('confirmed', 'waitlisted', 'offered', 'attended', 'absent');
create index sign_ups_waitlist on sign_ups (center_id, activity_id, number) where state = 'waitlisted';
create index sign_ups_of_person on sign_ups (center_id, person_id, id);

grant select, insert, update on activities, sign_ups to dangqun_app;

do $$
declare t text;
begin
  foreach t in array array['activities', 'sign_ups'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_center on %I using (center_id = current_center()) with check (center_id = current_center())', t);
  end loop;
end $$;
