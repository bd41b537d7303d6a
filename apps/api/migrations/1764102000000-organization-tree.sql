-- The 1+2+N tree. `reports_to` is 隶属, `partners_with` 协同: only the first says who may act.

create table organizations (
  center_id uuid not null constraint organizations_center_fk references centers,
  id uuid not null default uuidv7(),
  name text not null,
  -- as on the seal
  full_name text not null,
  kind text not null check (kind in ('committee', 'general_branch', 'branch', 'joint_branch', 'department', 'partner')),
  tier text check (tier in ('core', 'trunk', 'member')),
  code text check (code ~ '^\d{12}$'),
  reports_to uuid,
  partners_with uuid,
  can_approve_probationary boolean not null default false,
  firm_id uuid,
  founded_on date,
  contact_name text,
  contact_phone text,
  address text,
  postcode text check (postcode ~ '^\d{6}$'),
  version integer not null default 1,
  created_at timestamptz not null,
  dissolved_at timestamptz,
  dissolve_reason text,
  primary key (center_id, id),
  constraint organizations_reports_to_fk foreign key (center_id, reports_to) references organizations (center_id, id),
  constraint organizations_partners_with_fk foreign key (center_id, partners_with) references organizations (center_id, id),
  constraint organizations_firm_fk foreign key (center_id, firm_id) references firms (center_id, id),
  -- 党员教育管理工作条例 Art. 25: a grass-roots committee with that power.
  constraint organizations_only_committees_approve check (not can_approve_probationary or kind = 'committee'),
  constraint organizations_upper check (reports_to is not null or kind in ('committee', 'partner')),
  constraint organizations_partner check (kind <> 'partner' or (reports_to is null and partners_with is not null)),
  constraint organizations_no_self check (reports_to <> id and partners_with <> id)
);
create unique index organizations_code_once on organizations (center_id, code) where dissolved_at is null;
create unique index organizations_full_name_once on organizations (center_id, full_name) where dissolved_at is null;
-- One core at a centre.
create unique index organizations_one_core on organizations (center_id) where tier = 'core' and dissolved_at is null;
create index organizations_name on organizations (center_id, name, id) where dissolved_at is null;
create index organizations_reports_to on organizations (center_id, reports_to);
create index organizations_partners_with on organizations (center_id, partners_with);
create index organizations_firm on organizations (center_id, firm_id);

-- No circles. Two moves that are harmless alone can close one together, so all changes of the tree at a
-- centre go one after the other; each statement in here then sees what the one before has committed.
create function keep_tree() returns trigger
  language plpgsql set search_path = pg_catalog, public
  as $$
  declare at_node uuid := new.reports_to; steps integer := 0;
  begin
    perform pg_advisory_xact_lock(hashtextextended('organizations ' || new.center_id, 0));
    while at_node is not null loop
      steps := steps + 1;
      if at_node = new.id or steps > 64 then
        raise exception 'an organisation would report to itself' using errcode = 'check_violation', constraint = 'organizations_no_circle';
      end if;
      select o.reports_to into at_node from public.organizations o where o.center_id = new.center_id and o.id = at_node;
    end loop;
    return new;
  end $$;

create trigger organizations_keep_tree before insert or update of reports_to on organizations
  for each row when (new.reports_to is not null) execute function keep_tree();
revoke execute on function keep_tree() from public;

grant select, insert, update on organizations to dangqun_app;
alter table organizations enable row level security;
alter table organizations force row level security;
create policy own_center on organizations using (center_id = current_center()) with check (center_id = current_center());
