-- Members. A member is a person who stands in a branch; ID numbers and phones are sealed (platform/crypto).

create table members (
  center_id uuid not null constraint members_center_fk references centers,
  id uuid not null,
  person_id uuid not null,
  branch_id uuid not null,
  firm_id uuid,
  category text not null check (category in ('full', 'probationary')),
  flow text not null check (flow in ('normal', 'outflow', 'inflow', 'lost_contact', 'suspended')),
  former_name text,
  id_number text not null,
  id_number_index bytea not null,
  sex text not null check (sex in ('male', 'female')),
  born_on date not null,
  ethnicity text not null check (ethnicity ~ '^\d{2}$'),
  education text not null check (education ~ '^\d{2}$'),
  joined_on date not null,
  confirmed_on date,
  probation_ends_on date,
  extended_to date,
  emergency_name text,
  emergency_phone text,
  version integer not null default 1,
  created_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  primary key (center_id, id),
  constraint members_person_fk foreign key (center_id, person_id) references persons (center_id, id),
  constraint members_branch_fk foreign key (center_id, branch_id) references organizations (center_id, id),
  constraint members_firm_fk foreign key (center_id, firm_id) references firms (center_id, id),
  -- What is not a ciphertext is refused, whoever writes it.
  constraint members_id_number_sealed check (id_number ~ '^[a-z0-9]+\.[A-Za-z0-9-]+\.[A-Za-z0-9_-]{38,}$'),
  constraint members_emergency_phone_sealed check (emergency_phone ~ '^[a-z0-9]+\.[A-Za-z0-9-]+\.[A-Za-z0-9_-]{38,}$'),
  constraint members_probation check (case category when 'full' then confirmed_on is not null and confirmed_on >= joined_on else confirmed_on is null and probation_ends_on is not null end),
  constraint members_extension check (extended_to is null or extended_to > probation_ends_on)
);
-- One standing record per person, and per ID number.
create unique index members_person_once on members (center_id, person_id) where ended_at is null;
create unique index members_id_number_once on members (center_id, id_number_index) where ended_at is null;
create index members_branch on members (center_id, branch_id) where ended_at is null;
create index members_firm on members (center_id, firm_id) where ended_at is null;
create index persons_bigrams on persons using gin (bigrams(name)) where name is not null;

grant select, insert, update on members to dangqun_app;
alter table members enable row level security;
alter table members force row level security;
create policy own_center on members using (center_id = current_center()) with check (center_id = current_center());

-- A branch takes members while it stands, and is dissolved when it has none: a new member shares the lock of
-- the row that dissolving changes, so one waits for the other, and each then sees what the first did.
create function keep_branch() returns trigger
  language plpgsql set search_path = pg_catalog, public
  as $$
  begin
    if new.ended_at is not null then return new; end if;
    perform from public.organizations o
    where o.center_id = new.center_id and o.id = new.branch_id and o.dissolved_at is null and o.kind in ('branch', 'joint_branch') for share;
    if not found then
      raise exception 'members stand in a standing branch' using errcode = 'check_violation', constraint = 'members_in_standing_branch';
    end if;
    return new;
  end $$;
create trigger members_keep_branch before insert or update of branch_id, ended_at on members for each row execute function keep_branch();

create function keep_members() returns trigger
  language plpgsql set search_path = pg_catalog, public
  as $$
  begin
    if exists (select from public.members m where m.center_id = new.center_id and m.branch_id = new.id and m.ended_at is null) then
      raise exception 'an organisation with members is not dissolved' using errcode = 'check_violation', constraint = 'organizations_without_members';
    end if;
    return new;
  end $$;
-- After: the row is locked by then, and a member that was being written is committed.
create trigger organizations_keep_members after update of dissolved_at on organizations
  for each row when (new.dissolved_at is not null) execute function keep_members();
revoke execute on function keep_branch(), keep_members() from public;

-- Row-level security keeps the planner from using the bigram index, so this runs as its owner and filters by
-- the centre itself. `branches` null: all of them.
create function search_members(term text, branches uuid[], wanted_category text, wanted_flow text, after_name text, after_id uuid, most integer)
  returns table (id uuid)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select m.id from public.persons p join public.members m on m.center_id = p.center_id and m.person_id = p.id and m.ended_at is null
    where p.center_id = public.current_center()
      and public.bigrams(p.name) @> public.bigrams(term) and strpos(lower(p.name), lower(term)) > 0
      and (branches is null or m.branch_id = any(branches))
      and (wanted_category is null or m.category = wanted_category)
      and (wanted_flow is null or m.flow = wanted_flow)
      and (after_id is null or (p.name, m.id) > (after_name, after_id))
    order by p.name, m.id
    limit most
  $$;
revoke execute on function search_members(text, uuid[], text, text, text, uuid, integer) from public;
grant execute on function search_members(text, uuid[], text, text, text, uuid, integer) to dangqun_app;
