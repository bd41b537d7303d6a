-- Sessions that can be listed, ended one by one and end by themselves when idle; a second factor.

alter table sessions
  add column id uuid not null default uuidv7() constraint sessions_id_once unique,
  -- Coarse: written once a minute at most.
  add column last_seen_at timestamptz not null default now(),
  add column device text not null default '';

drop function sessions_by_hash(bytea[], timestamptz);
drop function open_session(bytea, uuid, text, timestamptz, timestamptz);

create function open_session(hash bytea, account uuid, new_channel text, new_device text, opened timestamptz, expires timestamptz)
  returns void
  language sql security definer set search_path = pg_catalog, public
  as $$ insert into public.sessions (token_hash, account_id, channel, device, created_at, last_seen_at, expires_at) values (hash, account, new_channel, new_device, opened, opened, expires) $$;

-- The second factor of an account: the secret is sealed by the API.
create table second_factors (
  account_id uuid primary key constraint second_factors_account_fk references accounts,
  secret text not null constraint second_factors_sealed check (secret ~ '^[a-z0-9]+\.[A-Za-z0-9-]+\.[A-Za-z0-9_-]{38,}$'),
  started_at timestamptz not null,
  -- null: the code was shown, and nobody has proved yet that their phone knows it
  confirmed_at timestamptz,
  -- of the last code that was taken: each works once
  last_step bigint not null default 0,
  recovery_hashes bytea[] not null default '{}'
);

create function sessions_by_hash(hashes bytea[], at timestamptz)
  returns table (token_hash bytea, id uuid, account_id uuid, channel text, last_seen_at timestamptz, has_second_factor boolean, grants jsonb)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select s.token_hash, s.id, s.account_id, s.channel, s.last_seen_at,
      s.channel = 'console' and exists (select from public.second_factors f where f.account_id = s.account_id and f.confirmed_at is not null),
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'centerId', g.center_id, 'scopeKind', g.scope_kind, 'scopeId', g.scope_id) order by g.id)
                from public.grants g where g.account_id = s.account_id and g.revoked_at is null), '[]')
    from public.sessions s join public.accounts a on a.id = s.account_id
    where s.token_hash = any(hashes) and s.expires_at > at and s.ended_at is null and a.disabled_at is null
      and (s.channel <> 'console' or s.last_seen_at > at - interval '15 minutes')
  $$;

create function touch_session(hash bytea, at timestamptz)
  returns void
  language sql security definer set search_path = pg_catalog, public
  as $$ update public.sessions set last_seen_at = at where token_hash = hash and last_seen_at < at $$;

create function sessions_of(account uuid, at timestamptz)
  returns table (id uuid, channel text, device text, created_at timestamptz, last_seen_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select s.id, s.channel, s.device, s.created_at, s.last_seen_at from public.sessions s
    where s.account_id = account and s.ended_at is null and s.expires_at > at and (s.channel <> 'console' or s.last_seen_at > at - interval '15 minutes')
    order by s.last_seen_at desc, s.id
  $$;

create function end_session_of(account uuid, wanted uuid, ended timestamptz)
  returns boolean
  language sql security definer set search_path = pg_catalog, public
  as $$ with gone as (update public.sessions set ended_at = ended where account_id = account and id = wanted and ended_at is null returning 1) select exists (select from gone) $$;

-- All but one: after a change of what one logs in with.
create function end_other_sessions(account uuid, kept uuid, ended timestamptz)
  returns void
  language sql security definer set search_path = pg_catalog, public
  as $$ update public.sessions set ended_at = ended where account_id = account and id <> kept and ended_at is null $$;

create function password_of(account uuid)
  returns table (subject text, secret text)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select i.subject, i.secret from public.identities i where i.account_id = account and i.provider = 'password' $$;

create function change_password(account uuid, new_secret text)
  returns void
  language sql security definer set search_path = pg_catalog, public
  as $$ update public.identities set secret = new_secret where account_id = account and provider = 'password' $$;

create function second_factor_of(account uuid)
  returns table (secret text, confirmed_at timestamptz, last_step bigint, recovery_left integer)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select f.secret, f.confirmed_at, f.last_step, cardinality(f.recovery_hashes) from public.second_factors f where f.account_id = account $$;

-- Replaces one that was never confirmed, and no other.
create function start_second_factor(account uuid, new_secret text, at timestamptz)
  returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  begin
    insert into public.second_factors as f (account_id, secret, started_at) values (account, new_secret, at)
    on conflict (account_id) do update set secret = excluded.secret, started_at = excluded.started_at, last_step = 0 where f.confirmed_at is null;
    return found;
  end $$;

create function confirm_second_factor(account uuid, step bigint, hashes bytea[], at timestamptz)
  returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  begin
    update public.second_factors set confirmed_at = at, last_step = step, recovery_hashes = hashes where account_id = account and confirmed_at is null;
    return found;
  end $$;

-- Each code once: of two that come with the same one at the same moment the second is refused.
create function take_totp_step(account uuid, step bigint)
  returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  begin
    update public.second_factors set last_step = step where account_id = account and confirmed_at is not null and last_step < step;
    return found;
  end $$;

create function take_recovery_code(account uuid, hash bytea)
  returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  begin
    update public.second_factors set recovery_hashes = array_remove(recovery_hashes, hash) where account_id = account and confirmed_at is not null and hash = any(recovery_hashes);
    return found;
  end $$;

create function remove_second_factor(account uuid)
  returns void
  language sql security definer set search_path = pg_catalog, public
  as $$ delete from public.second_factors where account_id = account $$;

revoke execute on function open_session(bytea, uuid, text, text, timestamptz, timestamptz), sessions_by_hash(bytea[], timestamptz), touch_session(bytea, timestamptz), sessions_of(uuid, timestamptz),
  end_session_of(uuid, uuid, timestamptz), end_other_sessions(uuid, uuid, timestamptz), password_of(uuid), change_password(uuid, text), second_factor_of(uuid), start_second_factor(uuid, text, timestamptz),
  confirm_second_factor(uuid, bigint, bytea[], timestamptz), take_totp_step(uuid, bigint), take_recovery_code(uuid, bytea), remove_second_factor(uuid) from public;
grant execute on function open_session(bytea, uuid, text, text, timestamptz, timestamptz), sessions_by_hash(bytea[], timestamptz), touch_session(bytea, timestamptz), sessions_of(uuid, timestamptz),
  end_session_of(uuid, uuid, timestamptz), end_other_sessions(uuid, uuid, timestamptz), password_of(uuid), change_password(uuid, text), second_factor_of(uuid), start_second_factor(uuid, text, timestamptz),
  confirm_second_factor(uuid, bigint, bytea[], timestamptz), take_totp_step(uuid, bigint), take_recovery_code(uuid, bytea), remove_second_factor(uuid) to dangqun_app;
