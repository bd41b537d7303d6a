-- What a person holds, table by table, as merge_persons would move it.
create function person_holdings(person uuid)
  returns table (held_by text, held bigint)
  language plpgsql stable security definer set search_path = pg_catalog, public
  as $$
  declare reference record;
  begin
    for reference in
      select c.conrelid::regclass as held_by,
        max(a.attname) filter (where t.attname = 'id') as person_column, max(a.attname) filter (where t.attname = 'center_id') as center_column
      from pg_constraint c
      join lateral unnest(c.conkey, c.confkey) as k (own, theirs) on true
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
      join pg_attribute t on t.attrelid = c.confrelid and t.attnum = k.theirs
      where c.contype = 'f' and c.confrelid = 'public.persons'::regclass
      group by c.oid, c.conrelid
    loop
      held_by := reference.held_by::text;
      execute format('select count(*) from %s where %I = public.current_center() and %I = $1', reference.held_by, reference.center_column, reference.person_column) into held using person;
      if held > 0 then return next; end if;
    end loop;
  end $$;

-- Whom the desk's notices go to: accounts that hold one of these roles at the centre now.
create function accounts_holding(wanted text[])
  returns table (account_id uuid)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select distinct g.account_id from public.grants g where g.center_id = public.current_center() and g.revoked_at is null and g.role = any(wanted) $$;

revoke execute on function person_holdings(uuid), accounts_holding(text[]) from public;
grant execute on function person_holdings(uuid), accounts_holding(text[]) to dangqun_app;
