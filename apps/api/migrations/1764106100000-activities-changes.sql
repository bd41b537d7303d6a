-- What changed for those who signed up, in the words that they are told; the event's job carries its id.
create table activity_changes (
  center_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  kind text not null check (kind in ('changed', 'cancelled', 'reopened')),
  words text not null,
  created_at timestamptz not null,
  primary key (center_id, id),
  constraint activity_changes_activity_fk foreign key (center_id, activity_id) references activities (center_id, id)
);
create index activity_changes_of_activity on activity_changes (center_id, activity_id, id);

grant select, insert on activity_changes to dangqun_app;

alter table activity_changes enable row level security;
alter table activity_changes force row level security;
create policy own_center on activity_changes using (center_id = current_center()) with check (center_id = current_center());
