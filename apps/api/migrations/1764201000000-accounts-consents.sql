-- The ledger of consents: by purpose, with the version of the text and where the consent was given; what was
-- withdrawn stays in it.

alter table consents
  add column source text not null default 'phone' constraint consents_source check (source in ('phone', 'signed_paper', 'signed_roster')),
  -- Centres at which what rested on a withdrawn consent has ended: each once, however often the job runs.
  add column ended_at_centers uuid[] not null default '{}',
  add constraint consents_purpose check (purpose in ('privacy', 'contact', 'membership', 'firm', 'transfer')),
  add constraint consents_order check (withdrawn_at is null or withdrawn_at >= granted_at),
  add constraint consents_ended check (withdrawn_at is not null or ended_at_centers = '{}');
create index consents_account on consents (account_id, id);

-- What was agreed to by sending a form before there was a ledger: with the moment and the words of that form.
-- Row-level security binds an owner that is no superuser: so centre by centre.
do $$
declare each_center uuid;
begin
  for each_center in select id from centers loop
    perform set_config('app.center', each_center::text, true);
    insert into consents (account_id, purpose, version, granted_at)
      select distinct on (p.account_id, b.kind) p.account_id, case b.kind when 'member' then 'membership' else 'firm' end, b.consent_version, b.created_at
      from bindings b join persons p on p.center_id = b.center_id and p.id = b.person_id
      where b.center_id = each_center and p.account_id is not null and b.consent_version is not null and b.state in ('pending', 'confirmed')
      order by p.account_id, b.kind, b.created_at
      on conflict (account_id, purpose, version) where withdrawn_at is null do nothing;
    insert into consents (account_id, purpose, version, granted_at)
      select p.account_id, 'contact', '2026-11', min(a.at)
      from persons p join audit_facts a on a.center_id = p.center_id and a.subject_id = p.id and a.fact = 'organization.personUpdated' and a.account_id = p.account_id
      where p.center_id = each_center
      group by p.account_id
      on conflict (account_id, purpose, version) where withdrawn_at is null do nothing;
  end loop;
  perform set_config('app.center', '', true);
end $$;

-- Where somebody is known: of one account only, and the centres' ids only.
create function centers_of_account(account uuid)
  returns table (center_id uuid)
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare each_center uuid; before text := current_setting('app.center', true);
  begin
    for each_center in select c.id from public.centers c order by c.id loop
      perform set_config('app.center', each_center::text, true);
      if exists (select from public.persons p where p.center_id = each_center and p.account_id = account) then
        center_id := each_center;
        return next;
      end if;
    end loop;
    perform set_config('app.center', coalesce(before, ''), true);
  end $$;

create function end_phone_sessions(account uuid, ended timestamptz)
  returns void
  language sql security definer set search_path = pg_catalog, public
  as $$ update public.sessions set ended_at = ended where account_id = account and channel = 'phone' and ended_at is null $$;

revoke execute on function centers_of_account(uuid), end_phone_sessions(uuid, timestamptz) from public;
grant execute on function centers_of_account(uuid), end_phone_sessions(uuid, timestamptz) to dangqun_app;
