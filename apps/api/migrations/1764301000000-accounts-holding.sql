-- Also for one branch, committee, firm or bank only: whoever holds the role for that one.
drop function accounts_holding(text[]);
create function accounts_holding(wanted text[], narrowed_to uuid default null)
  returns table (account_id uuid)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select distinct g.account_id from public.grants g
    where g.center_id = public.current_center() and g.revoked_at is null and g.role = any(wanted) and (narrowed_to is null or g.scope_id = narrowed_to)
  $$;
revoke execute on function accounts_holding(text[], uuid) from public;
grant execute on function accounts_holding(text[], uuid) to dangqun_app;
