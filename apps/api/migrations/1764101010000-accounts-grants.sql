-- Grants with scope, invitations by code, and a counter of failed tries. All three are global, as accounts are
-- (docs/decisions, invitations), and the app role reaches them by functions only.

-- ── grants ──────────────────────────────────────────────────────────────────────────────────────

alter table grants
  add column scope_kind text check (scope_kind in ('branch', 'committee', 'bank', 'firm')),
  add column scope_id uuid,
  -- null: by the command that makes the first administrator, or by the demo
  add column granted_by uuid constraint grants_granted_by_fk references accounts,
  add column revoked_by uuid constraint grants_revoked_by_fk references accounts,
  add column revoke_reason text,
  add constraint grants_scope check ((scope_kind is null) = (scope_id is null)),
  add constraint grants_place check ((role in ('system_admin', 'security_admin', 'audit_admin')) = (center_id is null));

drop index grants_standing;
create unique index grants_standing on grants (account_id, role, center_id, scope_kind, scope_id) nulls not distinct where revoked_at is null;
-- 三员: never two of them on one account.
create unique index grants_admins_apart on grants (account_id) where role in ('system_admin', 'security_admin', 'audit_admin') and revoked_at is null;
create index grants_center on grants (center_id, id);

drop function sessions_by_hash(bytea[], timestamptz);
create function sessions_by_hash(hashes bytea[], at timestamptz)
  returns table (token_hash bytea, account_id uuid, channel text, grants jsonb)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select s.token_hash, s.account_id, s.channel,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'centerId', g.center_id, 'scopeKind', g.scope_kind, 'scopeId', g.scope_id) order by g.id)
                from public.grants g where g.account_id = s.account_id and g.revoked_at is null), '[]')
    from public.sessions s join public.accounts a on a.id = s.account_id
    where s.token_hash = any(hashes) and s.expires_at > at and s.ended_at is null and a.disabled_at is null
  $$;

-- Grants of the centre that is set; with `platform` also those of the platform itself. Newest first.
create function list_grants(platform boolean, wanted_role text, is_standing boolean, after_id uuid, most integer)
  returns table (id uuid, account_id uuid, role text, center_id uuid, scope_kind text, scope_id uuid, created_at timestamptz, revoked_at timestamptz, revoke_reason text, username text, person_name text)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select g.id, g.account_id, g.role, g.center_id, g.scope_kind, g.scope_id, g.created_at, g.revoked_at, g.revoke_reason,
      (select i.subject from public.identities i where i.account_id = g.account_id and i.provider = 'password' limit 1),
      (select p.name from public.persons p where p.center_id = public.current_center() and p.account_id = g.account_id)
    from public.grants g
    where (g.center_id = public.current_center() or (platform and g.center_id is null))
      and (wanted_role is null or g.role = wanted_role)
      and (g.revoked_at is null) = is_standing
      and (after_id is null or g.id < after_id)
    order by g.id desc limit most
  $$;

create function grant_by_id(wanted uuid, platform boolean)
  returns table (id uuid, account_id uuid, role text, center_id uuid, revoked_at timestamptz)
  language sql security definer set search_path = pg_catalog, public
  as $$
    select g.id, g.account_id, g.role, g.center_id, g.revoked_at from public.grants g
    where g.id = wanted and (g.center_id = public.current_center() or (platform and g.center_id is null)) for update
  $$;

create function revoke_grant(wanted uuid, revoker uuid, reason text, at timestamptz)
  returns void
  language sql security definer set search_path = pg_catalog, public
  as $$ update public.grants set revoked_at = at, revoked_by = revoker, revoke_reason = reason where id = wanted and revoked_at is null $$;

-- ── invitations ─────────────────────────────────────────────────────────────────────────────────

create table invitations (
  id uuid primary key default uuidv7(),
  code_hash bytea not null unique,
  role text not null,
  -- null: a role of the platform
  center_id uuid constraint invitations_center_fk references centers,
  -- where it was written out: its ledger tells of it
  issued_center_id uuid not null constraint invitations_issued_center_fk references centers,
  scope_kind text check (scope_kind in ('branch', 'committee', 'bank', 'firm')),
  scope_id uuid,
  -- somebody whom the centre knows already; the account becomes theirs
  person_id uuid,
  note text not null,
  created_by uuid not null constraint invitations_created_by_fk references accounts,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_by uuid constraint invitations_accepted_by_fk references accounts,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  constraint invitations_scope check ((scope_kind is null) = (scope_id is null)),
  constraint invitations_place check ((role in ('system_admin', 'security_admin', 'audit_admin')) = (center_id is null)),
  constraint invitations_person_fk foreign key (issued_center_id, person_id) references persons (center_id, id),
  constraint invitations_one_end check (accepted_at is null or withdrawn_at is null)
);
create index invitations_issued on invitations (issued_center_id, id);

create function add_invitation(hash bytea, new_role text, new_center uuid, new_scope_kind text, new_scope_id uuid, new_person uuid, new_note text, author uuid, at timestamptz, expires timestamptz)
  returns uuid
  language sql security definer set search_path = pg_catalog, public
  as $$
    insert into public.invitations (code_hash, role, center_id, issued_center_id, scope_kind, scope_id, person_id, note, created_by, created_at, expires_at)
    values (hash, new_role, new_center, public.current_center(), new_scope_kind, new_scope_id, new_person, new_note, author, at, expires)
    returning id
  $$;

create function list_invitations(is_open boolean, at timestamptz, after_id uuid, most integer)
  returns table (id uuid, role text, center_id uuid, scope_kind text, scope_id uuid, person_name text, note text, created_at timestamptz, expires_at timestamptz, accepted_at timestamptz, withdrawn_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select i.id, i.role, i.center_id, i.scope_kind, i.scope_id, p.name, i.note, i.created_at, i.expires_at, i.accepted_at, i.withdrawn_at
    from public.invitations i left join public.persons p on p.center_id = i.issued_center_id and p.id = i.person_id
    where i.issued_center_id = public.current_center()
      and (i.accepted_at is null and i.withdrawn_at is null and i.expires_at > at) = is_open
      and (after_id is null or i.id < after_id)
    order by i.id desc limit most
  $$;

create function withdraw_invitation(wanted uuid, at timestamptz)
  returns table (role text, center_id uuid, ended boolean)
  language sql security definer set search_path = pg_catalog, public
  as $$
    with found as (select i.id, i.role, i.center_id from public.invitations i where i.id = wanted and i.issued_center_id = public.current_center() for update),
      gone as (update public.invitations i set withdrawn_at = at from found where i.id = found.id and i.accepted_at is null and i.withdrawn_at is null returning i.id)
    select found.role, found.center_id, exists (select from gone) from found
  $$;

-- By exact code only.
create function invitation_by_code(hash bytea)
  returns table (id uuid, role text, center_id uuid, issued_center_id uuid, scope_kind text, scope_id uuid, person_id uuid, created_by uuid, expires_at timestamptz, accepted_by uuid, accepted_at timestamptz, withdrawn_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select i.id, i.role, i.center_id, i.issued_center_id, i.scope_kind, i.scope_id, i.person_id, i.created_by, i.expires_at, i.accepted_by, i.accepted_at, i.withdrawn_at
    from public.invitations i where i.code_hash = hash
  $$;

-- Uses it up and grants in one act: of two at the same moment the second waits here, and then finds it used.
-- Answers the new grant; null when it cannot be used any more; raises unique_violation (grants_standing,
-- grants_admins_apart) when the account may not have it, which leaves the code unused.
create function accept_invitation(hash bytea, account uuid, at timestamptz)
  returns uuid
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare used public.invitations; made uuid;
  begin
    update public.invitations i set accepted_by = account, accepted_at = at
    where i.code_hash = hash and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > at
    returning * into used;
    if not found then return null; end if;
    insert into public.grants (account_id, role, center_id, scope_kind, scope_id, granted_by, created_at)
    values (account, used.role, used.center_id, used.scope_kind, used.scope_id, used.created_by, at)
    returning id into made;
    return made;
  end $$;

create function add_bare_account(new_account uuid, at timestamptz)
  returns void
  language sql security definer set search_path = pg_catalog, public
  as $$ insert into public.accounts (id, created_at) values (new_account, at) $$;

create function set_password(account uuid, new_username text, new_secret text, at timestamptz)
  returns boolean
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  begin
    insert into public.identities (provider, subject, account_id, secret, created_at) values ('password', new_username, account, new_secret, at)
    on conflict (provider, subject) do nothing;
    return found;
  end $$;

-- ── failed tries ────────────────────────────────────────────────────────────────────────────────

-- `subject` is a digest of who or what is tried, so that no name of anyone stands here.
create table attempts (
  subject bytea primary key,
  failures smallint not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

-- Counts a try before it is made, so that many at once are not more than many in a row. The try that
-- reaches `most` may still be made, and locks those after it; a success takes all back (clear_attempts).
-- Answers until when the subject is locked; null: go on.
create function begin_attempt(wanted bytea, at timestamptz, most integer, pause interval)
  returns timestamptz
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare until timestamptz;
  begin
    insert into public.attempts as a (subject, failures, last_at, locked_until)
    values (wanted, 1, at, case when most <= 1 then at + pause end)
    on conflict (subject) do update set
      failures = case when a.locked_until <= at or a.last_at <= at - pause then 1 else a.failures + 1 end,
      locked_until = case when (case when a.locked_until <= at or a.last_at <= at - pause then 1 else a.failures + 1 end) >= most then at + pause end,
      last_at = at
    where a.locked_until is null or a.locked_until <= at;
    if found then return null; end if;
    select a.locked_until into until from public.attempts a where a.subject = wanted;
    return until;
  end $$;

create function clear_attempts(wanted bytea)
  returns void
  language sql security definer set search_path = pg_catalog, public
  as $$ delete from public.attempts where subject = wanted $$;

create function sweep_attempts(before timestamptz)
  returns integer
  language sql security definer set search_path = pg_catalog, public
  as $$ with gone as (delete from public.attempts where last_at < before returning 1) select count(*)::int from gone $$;

revoke execute on function sessions_by_hash(bytea[], timestamptz), list_grants(boolean, text, boolean, uuid, integer), grant_by_id(uuid, boolean), revoke_grant(uuid, uuid, text, timestamptz),
  add_invitation(bytea, text, uuid, text, uuid, uuid, text, uuid, timestamptz, timestamptz), list_invitations(boolean, timestamptz, uuid, integer), withdraw_invitation(uuid, timestamptz),
  invitation_by_code(bytea), accept_invitation(bytea, uuid, timestamptz), add_bare_account(uuid, timestamptz), set_password(uuid, text, text, timestamptz),
  begin_attempt(bytea, timestamptz, integer, interval), clear_attempts(bytea), sweep_attempts(timestamptz) from public;
grant execute on function sessions_by_hash(bytea[], timestamptz), list_grants(boolean, text, boolean, uuid, integer), grant_by_id(uuid, boolean), revoke_grant(uuid, uuid, text, timestamptz),
  add_invitation(bytea, text, uuid, text, uuid, uuid, text, uuid, timestamptz, timestamptz), list_invitations(boolean, timestamptz, uuid, integer), withdraw_invitation(uuid, timestamptz),
  invitation_by_code(bytea), accept_invitation(bytea, uuid, timestamptz), add_bare_account(uuid, timestamptz), set_password(uuid, text, text, timestamptz),
  begin_attempt(bytea, timestamptz, integer, interval), clear_attempts(bytea), sweep_attempts(timestamptz) to dangqun_app;
