-- A centre's manager writes its buildings and its catalogue of services. Neither is ever deleted: firms stand in a
-- building, and an entry that is hidden may come back next season.

alter table buildings
  add column retired_at timestamptz,
  add column version integer not null default 1;
alter table services
  add column is_hidden boolean not null default false,
  add column version integer not null default 1;

grant insert (center_id, id, name, address, place), update (name, address, place, retired_at, version) on buildings to dangqun_app;
grant insert (center_id, id, programme, name, summary, where_given, target, place), update (programme, name, summary, where_given, target, place, is_hidden, version) on services to dangqun_app;
