-- The floor: global tables (a closed list), the tenant tables of the foundation slices, and the
-- functions by which the app role reaches what it may not read in bulk.
-- `dangqun_app` exists before any migration runs (platform/database/app-role.ts); it owns nothing.

-- ── global tables ───────────────────────────────────────────────────────────────────────────────

create table centers (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,31}$'),
  name text not null,
  address text not null,
  phone text not null,
  about text not null,
  latitude double precision,
  longitude double precision,
  -- [{ weekday 1 Monday … 7 Sunday, opens "HH:mm", closes "HH:mm" }], local time
  opening_hours jsonb not null default '[]',
  created_at timestamptz not null default now()
);

create table accounts (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

create table identities (
  provider text not null check (provider in ('wechat', 'password')),
  subject text not null,
  account_id uuid not null constraint identities_account_fk references accounts,
  -- argon2id for a password; null for WeChat
  secret text,
  created_at timestamptz not null default now(),
  primary key (provider, subject)
);
create index identities_account on identities (account_id);

create table sessions (
  token_hash bytea primary key,
  account_id uuid not null constraint sessions_account_fk references accounts,
  channel text not null check (channel in ('phone', 'console')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_account on sessions (account_id);

create table consents (
  id uuid primary key default uuidv7(),
  account_id uuid not null constraint consents_account_fk references accounts,
  purpose text not null,
  version text not null,
  granted_at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index consents_standing on consents (account_id, purpose, version) where withdrawn_at is null;

create table grants (
  id uuid primary key default uuidv7(),
  account_id uuid not null constraint grants_account_fk references accounts,
  role text not null,
  -- null: a role of the platform
  center_id uuid constraint grants_center_fk references centers,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
create unique index grants_standing on grants (account_id, role, center_id) nulls not distinct where revoked_at is null;

create table public_codes (
  code text primary key check (code ~ '^[2-79ACDEFHJKMNPRTWXY]{8}$'),
  center_id uuid not null constraint public_codes_center_fk references centers,
  kind text not null check (kind in ('center', 'activity')),
  subject_id uuid,
  created_at timestamptz not null default now(),
  unique nulls not distinct (center_id, kind, subject_id)
);

-- ── tenant tables ───────────────────────────────────────────────────────────────────────────────

-- No foreign key to centers here and on idempotency_keys: every row would pay for a check of what
-- row-level security has already pinned.
create table audit_facts (
  center_id uuid not null,
  id uuid not null default uuidv7(),
  at timestamptz not null,
  -- null: the system itself
  account_id uuid,
  fact text not null,
  subject_id uuid not null,
  data jsonb not null default '{}',
  primary key (center_id, id)
);
create index audit_facts_subject on audit_facts (center_id, subject_id, id);

create table idempotency_keys (
  center_id uuid not null,
  account_id uuid not null,
  route text not null,
  key text not null,
  request_hash bytea not null,
  status smallint,
  reply text,
  created_at timestamptz not null,
  primary key (center_id, account_id, route, key)
);
create index idempotency_keys_age on idempotency_keys (center_id, created_at);

create table buildings (
  center_id uuid not null constraint buildings_center_fk references centers,
  id uuid not null default uuidv7(),
  name text not null,
  address text not null,
  place smallint not null,
  primary key (center_id, id),
  unique (center_id, name)
);

create table services (
  center_id uuid not null constraint services_center_fk references centers,
  id uuid not null default uuidv7(),
  programme text not null check (programme in ('red', 'warm', 'blue', 'together')),
  name text not null,
  summary text not null,
  where_given text not null,
  target text,
  place smallint not null,
  primary key (center_id, id),
  unique (center_id, programme, name)
);

create table persons (
  center_id uuid not null constraint persons_center_fk references centers,
  id uuid not null default uuidv7(),
  account_id uuid constraint persons_account_fk references accounts,
  name text,
  phone text,
  created_at timestamptz not null default now(),
  primary key (center_id, id)
);
create unique index persons_account on persons (center_id, account_id);

-- Every pair of neighbouring characters, so that two Chinese characters can be found by an index.
create function bigrams(value text) returns text[]
  language sql immutable strict parallel safe
  return (
    select coalesce(array_agg(distinct substr(lower(value), i, 2)), '{}')
    from generate_series(1, char_length(value) - 1) as i
  );

create table firms (
  center_id uuid not null constraint firms_center_fk references centers,
  id uuid not null default uuidv7(),
  name text not null,
  kind text not null check (kind in ('company', 'individual')),
  size text not null check (size in ('micro', 'small', 'medium', 'large')),
  industry text not null,
  building_id uuid not null,
  room text not null,
  founded_on date not null,
  created_at timestamptz not null default now(),
  primary key (center_id, id),
  constraint firms_building_fk foreign key (center_id, building_id) references buildings (center_id, id)
);
create index firms_name on firms (center_id, name, id);
create index firms_building on firms (center_id, building_id, name, id);
create index firms_bigrams on firms using gin (bigrams(name));

-- ── what the app role may do ────────────────────────────────────────────────────────────────────

grant select on centers, accounts to dangqun_app;
grant select, insert, update on consents to dangqun_app;
grant select, insert on public_codes to dangqun_app;

grant select, insert on audit_facts to dangqun_app;
grant select, insert, update, delete on idempotency_keys to dangqun_app;
grant select on buildings, services, firms to dangqun_app;
grant select, insert, update on persons to dangqun_app;

-- A forgotten centre returns nothing.
create function current_center() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.center', true), '')::uuid;

do $$
declare t text;
begin
  foreach t in array array['audit_facts', 'idempotency_keys', 'buildings', 'services', 'persons', 'firms'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_center on %I using (center_id = current_center()) with check (center_id = current_center())', t);
  end loop;
end $$;

-- ── identities and sessions: by exact key only ──────────────────────────────────────────────────

create function identity_by_subject(wanted_provider text, wanted_subject text)
  returns table (account_id uuid, secret text, is_disabled boolean)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select i.account_id, i.secret, a.disabled_at is not null
    from public.identities i join public.accounts a on a.id = i.account_id
    where i.provider = wanted_provider and i.subject = wanted_subject
  $$;

-- A new account with its first identity. Answers the account that owns the identity now: under a
-- race the one that came first, and the other leaves no trace.
create function add_account(new_account uuid, new_provider text, new_subject text, at timestamptz)
  returns uuid
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare owner uuid;
  begin
    insert into public.accounts (id, created_at) values (new_account, at);
    insert into public.identities (provider, subject, account_id, created_at)
    values (new_provider, new_subject, new_account, at)
    on conflict (provider, subject) do nothing;
    if found then return new_account; end if;
    delete from public.accounts where id = new_account;
    select i.account_id into owner from public.identities i where i.provider = new_provider and i.subject = new_subject;
    return owner;
  end $$;

create function open_session(hash bytea, account uuid, new_channel text, opened timestamptz, expires timestamptz)
  returns void
  language sql security definer set search_path = pg_catalog, public
  as $$ insert into public.sessions (token_hash, account_id, channel, created_at, expires_at) values (hash, account, new_channel, opened, expires) $$;

create function end_session(hash bytea, ended timestamptz)
  returns void
  language sql security definer set search_path = pg_catalog, public
  as $$ update public.sessions set ended_at = ended where token_hash = hash and ended_at is null $$;

-- Many at once: requests that arrive together are looked up together.
create function sessions_by_hash(hashes bytea[], at timestamptz)
  returns table (token_hash bytea, account_id uuid, channel text, grants jsonb)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select s.token_hash, s.account_id, s.channel,
      coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'centerId', g.center_id))
                from public.grants g where g.account_id = s.account_id and g.revoked_at is null), '[]')
    from public.sessions s join public.accounts a on a.id = s.account_id
    where s.token_hash = any(hashes) and s.expires_at > at and s.ended_at is null and a.disabled_at is null
  $$;

create function sweep_sessions(before timestamptz)
  returns integer
  language sql security definer set search_path = pg_catalog, public
  as $$ with gone as (delete from public.sessions where expires_at < before or ended_at < before returning 1) select count(*)::int from gone $$;

-- ── jobs ────────────────────────────────────────────────────────────────────────────────────────

-- In the caller's transaction: the job exists if and only if what it follows from was committed.
create function enqueue_job(task text, payload json, due timestamptz, key text)
  returns void
  language plpgsql security definer set search_path = pg_catalog, public
  as $$ begin perform graphile_worker.add_job(task, payload, run_at => due, job_key => key); end $$;

-- ── search ──────────────────────────────────────────────────────────────────────────────────────

-- Row-level security keeps the planner from using the bigram index (array containment is not
-- leakproof), so this runs as its owner and filters by the centre itself.
create function search_firms(term text, wanted_building uuid, wanted_kind text, after_name text, after_id uuid, most integer)
  returns setof firms
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select f.* from public.firms f
    where f.center_id = public.current_center()
      and public.bigrams(f.name) @> public.bigrams(term)
      and strpos(lower(f.name), lower(term)) > 0
      and (wanted_building is null or f.building_id = wanted_building)
      and (wanted_kind is null or f.kind = wanted_kind)
      and (after_id is null or (f.name, f.id) > (after_name, after_id))
    order by f.name, f.id
    limit most
  $$;

revoke execute on all functions in schema public from public;
grant execute on function bigrams(text), current_center(), identity_by_subject(text, text),
  add_account(uuid, text, text, timestamptz), open_session(bytea, uuid, text, timestamptz, timestamptz),
  end_session(bytea, timestamptz), sessions_by_hash(bytea[], timestamptz), sweep_sessions(timestamptz),
  enqueue_job(text, json, timestamptz, text), search_firms(text, uuid, text, text, uuid, integer) to dangqun_app;
