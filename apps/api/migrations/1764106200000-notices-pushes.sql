-- WeChat's subscribe messages: one tap of a person allows one message, and WeChat does not tell how many are left, so
-- this ledger counts. A long-term template is allowed once for ever.
create table push_grants (
  center_id uuid not null,
  id uuid not null default uuidv7(),
  account_id uuid not null constraint push_grants_account_fk references accounts,
  topic text not null,
  is_long_term boolean not null,
  -- void: WeChat said that the person refuses messages
  state text not null check (state in ('open', 'used', 'void')),
  granted_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (center_id, id)
);
create index push_grants_open on push_grants (center_id, account_id, topic, granted_at) where state = 'open';
create unique index push_grants_long_term on push_grants (center_id, account_id, topic) where state = 'open' and is_long_term;

create table pushes (
  center_id uuid not null,
  notice_id uuid not null,
  grant_id uuid not null,
  is_long_term boolean not null,
  -- sending: a worker is at it; waiting: to be tried again, the grant stays reserved; the others are ends
  state text not null check (state in ('sending', 'waiting', 'sent', 'refused', 'failed')),
  attempts integer not null,
  errcode integer,
  claimed_at timestamptz not null,
  settled_at timestamptz,
  primary key (center_id, notice_id),
  constraint pushes_notice_fk foreign key (center_id, notice_id) references notices (center_id, id) on delete cascade,
  constraint pushes_grant_fk foreign key (center_id, grant_id) references push_grants (center_id, id)
);
-- One tap, one message.
create unique index pushes_grant_once on pushes (center_id, grant_id) where not is_long_term and state in ('sending', 'waiting', 'sent');
create index pushes_grant on pushes (center_id, grant_id);

grant select, insert, update on push_grants, pushes to dangqun_app;
-- A notice that is swept takes its push with it.
grant delete on pushes to dangqun_app;

do $$
declare t text;
begin
  foreach t in array array['push_grants', 'pushes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_center on %I using (center_id = current_center()) with check (center_id = current_center())', t);
  end loop;
end $$;

-- By exact key, as everything about identities.
create function wechat_subject_of(wanted_account uuid)
  returns text
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select i.subject from public.identities i where i.account_id = wanted_account and i.provider = 'wechat' limit 1 $$;
revoke execute on function wechat_subject_of(uuid) from public;
grant execute on function wechat_subject_of(uuid) to dangqun_app;
