-- Bindings: who a person of the phone is among the members and firms. Asking stores what was typed and looks
-- nothing up, so that neither the answer nor its time tells who is a member; staff compare at the desk.

create table bindings (
  center_id uuid not null constraint bindings_center_fk references centers,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('member', 'firm')),
  state text not null check (state in ('pending', 'confirmed', 'refused', 'ended')),
  claim_name text not null,
  -- kind member; erased when it is decided
  claim_id_number text check (claim_id_number ~ '^[a-z0-9]+\.[A-Za-z0-9-]+\.[A-Za-z0-9_-]{38,}$'),
  claim_id_number_index bytea,
  -- kind firm: as typed
  claim_firm text,
  basis text check (basis in ('legal_representative', 'authorization')),
  member_id uuid,
  firm_id uuid,
  grant_id uuid,
  -- of the words that the person agreed to; null when staff entered it
  consent_version text,
  -- what staff saw; why it was refused or ended
  evidence text,
  reason text,
  created_at timestamptz not null,
  decided_at timestamptz,
  ended_at timestamptz,
  primary key (center_id, id),
  constraint bindings_person_fk foreign key (center_id, person_id) references persons (center_id, id),
  constraint bindings_member_fk foreign key (center_id, member_id) references members (center_id, id),
  constraint bindings_firm_fk foreign key (center_id, firm_id) references firms (center_id, id),
  constraint bindings_claim check (case kind when 'firm' then claim_firm is not null and basis is not null and claim_id_number is null else claim_firm is null and basis is null end),
  constraint bindings_indexed check ((claim_id_number is null) = (claim_id_number_index is null)),
  constraint bindings_target check (state <> 'confirmed' or case kind when 'member' then member_id is not null and firm_id is null else firm_id is not null and member_id is null end)
);
-- One standing binding per person and kind; one person per member record.
create unique index bindings_standing on bindings (center_id, person_id, kind) where state in ('pending', 'confirmed');
create unique index bindings_member_once on bindings (center_id, member_id) where state = 'confirmed';
create index bindings_queue on bindings (center_id, created_at, id) where state = 'pending';
create index bindings_of_person on bindings (center_id, person_id, created_at);
create index bindings_by_state on bindings (center_id, state, created_at, id);

grant select, insert, update on bindings to dangqun_app;
alter table bindings enable row level security;
alter table bindings force row level security;
create policy own_center on bindings using (center_id = current_center()) with check (center_id = current_center());

-- Grants are no business of the app role but by functions; a binding gives these two roles, at its own centre only.
create function grant_by_binding(account uuid, wanted_role text, firm uuid, author uuid, at timestamptz)
  returns uuid
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare made uuid;
  begin
    if wanted_role not in ('member', 'firm_representative') or public.current_center() is null then
      raise exception 'a binding gives no such role' using errcode = 'insufficient_privilege';
    end if;
    insert into public.grants (account_id, role, center_id, scope_kind, scope_id, granted_by, created_at)
    values (account, wanted_role, public.current_center(), case when firm is null then null else 'firm' end, firm, author, at)
    on conflict (account_id, role, center_id, scope_kind, scope_id) where revoked_at is null do nothing
    returning id into made;
    -- By invitation, it was there before: the binding does not own it, and its end leaves it.
    return made;
  end $$;

-- Two records of one human being become one: whatever points to the one points to the other afterwards, in
-- every table that says so by its foreign key. Raises unique_violation when both hold what a person has once.
create function merge_persons(gone uuid, kept uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare reference record;
  begin
    perform from public.persons p where p.center_id = public.current_center() and p.id in (gone, kept) order by p.id for update;
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
      execute format('update %s set %I = $1 where %I = public.current_center() and %I = $2', reference.held_by, reference.person_column, reference.center_column, reference.person_column) using kept, gone;
    end loop;
    delete from public.persons p where p.center_id = public.current_center() and p.id = gone and p.account_id is null;
    if not found then
      raise exception 'only a person without an account is merged into another' using errcode = 'check_violation', constraint = 'persons_merge';
    end if;
  end $$;
revoke execute on function grant_by_binding(uuid, text, uuid, uuid, timestamptz), merge_persons(uuid, uuid) from public;
grant execute on function grant_by_binding(uuid, text, uuid, uuid, timestamptz), merge_persons(uuid, uuid) to dangqun_app;
