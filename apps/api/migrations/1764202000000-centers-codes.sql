-- Codes at doors and counters beside the centre's own and those of activities: as many as a centre wants,
-- each with a name, retired when its place is gone. A code is never given out again.
alter table public_codes
  drop constraint public_codes_kind_check,
  drop constraint public_codes_center_id_kind_subject_id_key,
  add column label text check (char_length(label) between 1 and 30),
  add column retired_at timestamptz,
  add column picture_id uuid,
  add constraint public_codes_kind check (kind in ('center', 'activity', 'door', 'counter', 'slip')),
  add constraint public_codes_named check ((kind in ('door', 'counter')) = (label is not null)),
  add constraint public_codes_retirable check (retired_at is null or kind in ('door', 'counter')),
  add constraint public_codes_picture_fk foreign key (center_id, picture_id) references files (center_id, id);
create unique index public_codes_subject on public_codes (center_id, kind, subject_id) nulls not distinct where kind in ('center', 'activity');
create index public_codes_of_center on public_codes (center_id, kind);
grant update (retired_at, picture_id) on public_codes to dangqun_app;
