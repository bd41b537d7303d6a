-- Holidays and make-up days of the whole country, as administrators entered them; a year that is
-- here holds instead of the collection that the API ships with. Weekday or weekend alone need no row.
create table workdays (
  date date primary key,
  is_working boolean not null,
  name text not null,
  -- the document that says so
  source text not null,
  changed_at timestamptz not null,
  changed_by uuid not null constraint workdays_changed_by_fk references accounts
);

grant select, insert, delete on workdays to dangqun_app;
