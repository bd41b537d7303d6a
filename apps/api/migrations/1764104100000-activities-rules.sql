-- Asked once, and only by an activity that has an age rule.
alter table persons add column birth_date date;

alter table activities
  add column kind text not null default 'general' check (kind in ('general', 'volunteering', 'training', 'party_class', 'social', 'reading')),
  -- the first activity of a series; the others are its repetitions
  add column series_id uuid,
  add column min_age smallint check (min_age between 14 and 120),
  add column max_age smallint check (max_age between 14 and 120),
  -- the risk and its insurance, told before the work and confirmed by each person
  add column insurance_notice text,
  add column questions jsonb not null default '[]',
  add constraint activities_ages_in_order check (min_age <= max_age),
  add constraint activities_series_fk foreign key (center_id, series_id) references activities (center_id, id);
create index activities_of_series on activities (center_id, series_id, starts_at, id) where series_id is not null;

-- What a person answered when signing up.
create table sign_up_forms (
  center_id uuid not null,
  sign_up_id uuid not null,
  -- by the question's id: a text, or the chosen options
  answers jsonb not null,
  guardian text,
  is_insurance_confirmed boolean not null,
  created_at timestamptz not null,
  primary key (center_id, sign_up_id),
  constraint sign_up_forms_sign_up_fk foreign key (center_id, sign_up_id) references sign_ups (center_id, id)
);

-- An absence that does not count.
alter table sign_ups
  add column waived_at timestamptz,
  add column waived_by uuid constraint sign_ups_waiver_fk references accounts,
  add column waiver_reason text,
  add constraint sign_ups_waived_with_reason check ((waived_at is null) = (waiver_reason is null) and (waived_at is null) = (waived_by is null));
create index sign_ups_no_shows on sign_ups (center_id, person_id) where state = 'absent' and waived_at is null;

create table no_show_appeals (
  center_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  text text not null,
  state text not null check (state in ('open', 'granted', 'refused')),
  answer text,
  decided_by uuid constraint no_show_appeals_decider_fk references accounts,
  created_at timestamptz not null,
  decided_at timestamptz,
  primary key (center_id, id),
  constraint no_show_appeals_person_fk foreign key (center_id, person_id) references persons (center_id, id),
  constraint no_show_appeals_decided check ((state = 'open') = (decided_at is null) and (decided_at is null) = (answer is null))
);
create unique index no_show_appeals_one_open on no_show_appeals (center_id, person_id) where state = 'open';
create index no_show_appeals_in_order on no_show_appeals (center_id, state, created_at, id);
create index no_show_appeals_of_person on no_show_appeals (center_id, person_id, created_at);

grant select, insert on sign_up_forms to dangqun_app;
grant select, insert, update on no_show_appeals to dangqun_app;

do $$
declare t text;
begin
  foreach t in array array['sign_up_forms', 'no_show_appeals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_center on %I using (center_id = current_center()) with check (center_id = current_center())', t);
  end loop;
end $$;
