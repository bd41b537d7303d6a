-- The first grant is the centre that somebody lands in: it must not depend on the planner.
create or replace function sessions_by_hash(hashes bytea[], at timestamptz)
  returns table (token_hash bytea, account_id uuid, channel text, grants jsonb)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select s.token_hash, s.account_id, s.channel,
      coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'centerId', g.center_id) order by g.id)
                from public.grants g where g.account_id = s.account_id and g.revoked_at is null), '[]')
    from public.sessions s join public.accounts a on a.id = s.account_id
    where s.token_hash = any(hashes) and s.expires_at > at and s.ended_at is null and a.disabled_at is null
  $$;
