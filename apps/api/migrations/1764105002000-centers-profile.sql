-- What a centre's manager writes on its card: hours with special days, contact, words.

alter table centers
  -- [{ date "yyyy-MM-dd", spans [{ opens, closes }], note }], instead of the weekday's hours; no spans: closed
  add column special_days jsonb not null default '[]',
  add column version integer not null default 1;

grant update (address, phone, about, latitude, longitude, opening_hours, special_days, version) on centers to dangqun_app;

-- Everybody may read every card; only the centre of the transaction is written. Not forced: the owner adds centres.
alter table centers enable row level security;
create policy everyone_reads on centers for select using (true);
create policy own_center_writes on centers for update using (id = current_center()) with check (id = current_center());
