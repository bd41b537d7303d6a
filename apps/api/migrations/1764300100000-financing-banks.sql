-- A centre's staff keep its banks. A bank is never deleted: products, officers and, later, referrals are its own; one
-- that is retired has nothing on offer until it comes back.

alter table financing_banks
  add column retired_at timestamptz,
  add column version integer not null default 1;
grant insert (center_id, id, name, kind, place), update (name, kind, retired_at, version) on financing_banks to dangqun_app;
