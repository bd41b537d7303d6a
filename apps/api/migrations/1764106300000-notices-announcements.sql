-- What staff tell many at once. One for everyone is public; one for an activity's sign-ups is known to whoever was told.
create table announcements (
  center_id uuid not null constraint announcements_center_fk references centers,
  id uuid not null,
  title text not null,
  body text not null,
  audience text not null check (audience in ('everyone', 'activity')),
  audience_id uuid,
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  published_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (center_id, id),
  constraint announcements_audience_named check ((audience = 'everyone') = (audience_id is null)),
  constraint announcements_published check (state <> 'published' or published_at is not null)
);
create index announcements_newest on announcements (center_id, changed_at desc, id desc);
create index announcements_public on announcements (center_id, published_at desc, id desc) where state = 'published';

grant select, insert, update on announcements to dangqun_app;

alter table announcements enable row level security;
alter table announcements force row level security;
create policy own_center on announcements using (center_id = current_center()) with check (center_id = current_center());

create index notices_of_subject on notices (center_id, subject_id) where subject_slice = 'notices';
