-- The platform's system administrator adds centres: a transaction sets the new centre's id, and may insert that one row.
-- The slug is in every address and never changes; new ones are 3 to 30 characters (the contract's newSlug).

grant insert (id, slug, name, address, phone, about, opening_hours) on centers to dangqun_app;
create policy own_center_added on centers for insert with check (id = current_center());
