-- The ledger is chained after the fact, in the order of transactions, behind the oldest one that still runs: see
-- docs/decisions/0026. Facts are written as before, without waiting for each other.

-- ── facts ───────────────────────────────────────────────────────────────────────────────────────

-- The transaction that wrote it. Rows from before this migration count as written by it.
alter table audit_facts add column txid xid8 not null default pg_current_xact_id();
-- The canonical text of a fact is made of lines.
alter table audit_facts add constraint audit_facts_name check (fact ~ '^[a-z]+\.[a-zA-Z]+$');
create index audit_facts_unsealed on audit_facts (center_id, txid, id);
create index audit_facts_at on audit_facts (center_id, at, id);

-- Neither id nor txid: the app role cannot choose a fact's place.
revoke insert on audit_facts from dangqun_app;
grant insert (center_id, at, account_id, fact, subject_id, data) on audit_facts to dangqun_app;

-- What happens on the platform, at no centre, has a chain of its own under the nil uuid. Written without a centre, read
-- by setting that one.
create policy platform_ledger on audit_facts for insert with check (center_id = '00000000-0000-0000-0000-000000000000' and current_center() is null);

-- ── chains and seals ────────────────────────────────────────────────────────────────────────────

-- One row per chain: its newest seal, and how far facts have been looked at.
create table audit_chains (
  center_id uuid primary key,
  number bigint not null,
  hash bytea not null,
  txid xid8 not null,
  fact_id uuid not null,
  sealed_at timestamptz not null
);

-- No foreign key to audit_facts: a fact that somebody with the owner's rights removes is to be found missing.
create table audit_seals (
  center_id uuid not null,
  number bigint not null check (number > 0),
  fact_id uuid not null,
  hash bytea not null,
  sealed_at timestamptz not null,
  primary key (center_id, number),
  constraint audit_seals_once unique (center_id, fact_id)
);

do $$
declare t text;
begin
  foreach t in array array['audit_chains', 'audit_seals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_center on %I using (center_id = current_center()) with check (center_id = current_center())', t);
  end loop;
end $$;
grant select on audit_chains, audit_seals to dangqun_app;

-- A fact as bytes, its place in the chain included; audit-chain.rules.ts computes the same on its own.
create function audit_canonical(f audit_facts, number bigint) returns bytea
  language sql immutable
  as $$
    select convert_to(concat_ws(E'\n', f.center_id, number, f.id, (extract(epoch from f.at) * 1000000)::bigint, coalesce(f.account_id::text, '-'), f.fact, f.subject_id, f.data::text), 'UTF8')
  $$;

-- Chains up to `most` facts of the centre that is set, in the order of their transactions. Answers how many.
--
-- Only facts of transactions below the snapshot's xmin: all of those have ended, so none of them can still commit, and
-- whatever commits later has a higher number and comes behind. A visible fact of a transaction that this snapshot does
-- not know of yet came with a restored dump, and is committed for certain.
create function seal_facts(most integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare
    center uuid := public.current_center();
    head public.audit_chains;
    f public.audit_facts;
    sealed integer := 0;
  begin
    if center is null then raise exception 'seal_facts wants a centre'; end if;
    -- Two sealers: the second waits here, and reads below what the first one left.
    perform pg_advisory_xact_lock(7204003, hashtext(center::text));
    select * into head from public.audit_chains c where c.center_id = center;
    if not found then
      head := row(center, 0, '\x'::bytea, '0'::xid8, '00000000-0000-0000-0000-000000000000'::uuid, now());
    end if;
    for f in
      select a.* from public.audit_facts a
      where a.center_id = center and (a.txid, a.id) > (head.txid, head.fact_id)
        -- One snapshot for both and for the rows: two statements would let a transaction pass between them.
        and (a.txid < (select pg_snapshot_xmin(pg_current_snapshot())) or a.txid >= (select pg_snapshot_xmax(pg_current_snapshot())))
      order by a.txid, a.id limit most
    loop
      head.number := head.number + 1;
      head.hash := sha256(head.hash || public.audit_canonical(f, head.number));
      head.txid := f.txid;
      head.fact_id := f.id;
      insert into public.audit_seals (center_id, number, fact_id, hash, sealed_at) values (center, head.number, f.id, head.hash, now());
      sealed := sealed + 1;
    end loop;
    if sealed > 0 then
      insert into public.audit_chains as c (center_id, number, hash, txid, fact_id, sealed_at) values (center, head.number, head.hash, head.txid, head.fact_id, now())
      on conflict (center_id) do update set number = excluded.number, hash = excluded.hash, txid = excluded.txid, fact_id = excluded.fact_id, sealed_at = excluded.sealed_at;
    end if;
    return sealed;
  end $$;

-- After a dump was restored into another cluster, whose transactions count from the beginning: new facts would stand
-- before the head for ever. What is sealed goes to the very beginning, what is not right behind it; the chain itself
-- stays as it is. For the owner, before the API starts.
create function rebase_audit() returns integer
  language plpgsql
  as $$
  declare
    reached constant xid8 := pg_snapshot_xmax(pg_current_snapshot());
    center uuid;
    rebased integer := 0;
  begin
    for center in select id from centers union all select '00000000-0000-0000-0000-000000000000' loop
      perform set_config('app.center', center::text, true);
      if exists (select from audit_chains c where c.center_id = center and c.txid >= reached) then
        update audit_facts a set txid = (case when exists (select from audit_seals s where s.center_id = center and s.fact_id = a.id) then '0' else '1' end)::xid8
        where a.center_id = center;
        update audit_chains c set txid = '0', fact_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff' where c.center_id = center;
        rebased := rebased + 1;
      end if;
    end loop;
    perform set_config('app.center', '', true);
    return rebased;
  end $$;

-- By which name the ledger speaks of accounts: the console's user name, and the roles held here or on the platform, now
-- or once. Nothing of whoever logs in by phone only.
create function audit_actors(ids uuid[])
  returns table (account_id uuid, username text, roles text[])
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select a.id,
      (select i.subject from public.identities i where i.account_id = a.id and i.provider = 'password' limit 1),
      coalesce((select array_agg(distinct g.role) from public.grants g where g.account_id = a.id and (g.center_id is null or g.center_id = public.current_center())), '{}')
    from public.accounts a where a.id = any(ids)
  $$;

-- The account behind a name at the console's login; null when there is none.
create function audit_actor_named(name text)
  returns uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select i.account_id from public.identities i where i.provider = 'password' and i.subject = name $$;

revoke execute on function audit_canonical(audit_facts, bigint), seal_facts(integer), rebase_audit(), audit_actors(uuid[]), audit_actor_named(text) from public;
grant execute on function seal_facts(integer), audit_actors(uuid[]), audit_actor_named(text) to dangqun_app;
