-- 融资需求 and 对接单: what a firm needs, the banks at work on it, what each may know, and what came of it.

create table financing_demands (
  center_id uuid not null constraint financing_demands_center_fk references centers,
  id uuid not null,
  firm_id uuid not null,
  -- who wrote it for the firm
  person_id uuid not null,
  state text not null check (state in ('draft', 'submitted', 'verified', 'matched', 'open', 'closed', 'withdrawn')),
  -- the contract's need, whole; bands only
  need jsonb not null,
  amount_fen bigint not null generated always as ((need ->> 'amountFen')::bigint) stored,
  purpose_text text,
  needed_by date,
  -- name and phone as JSON, sealed
  contact text not null check (contact ~ '^[a-z0-9]+\.[A-Za-z0-9-]+\.[A-Za-z0-9_-]{38,}$'),
  wishes uuid[] not null default '{}',
  audience text check (audience in ('picked', 'all')),
  note text,
  close_reason text check (close_reason in ('satisfied', 'enough', 'not_needed', 'elsewhere', 'none_suits')),
  holder text check (holder in ('firm', 'bank', 'center')),
  entered_at timestamptz not null,
  due_at timestamptz,
  -- what a queue is ordered by: the deadline, or the end of days
  sort_at timestamptz not null generated always as (coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz)) stored,
  submitted_at timestamptz,
  opened_at timestamptz,
  -- the centre phoned about it last
  called_at timestamptz,
  -- confirmed by both sides or by the centre
  disbursed_fen bigint not null default 0 check (disbursed_fen >= 0),
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (center_id, id),
  constraint financing_demands_firm_fk foreign key (center_id, firm_id) references firms (center_id, id),
  constraint financing_demands_person_fk foreign key (center_id, person_id) references persons (center_id, id),
  constraint financing_demands_held check ((holder is null) = (state in ('closed', 'withdrawn'))),
  constraint financing_demands_open check (state <> 'open' or (audience is not null and opened_at is not null)),
  constraint financing_demands_closed check ((close_reason is not null) = (state = 'closed'))
);
create index financing_demands_queue on financing_demands (center_id, holder, sort_at, id) where holder is not null;
create index financing_demands_under_way on financing_demands (center_id, state, sort_at, id) where holder is not null;
create index financing_demands_ended on financing_demands (center_id, changed_at desc, id desc) where holder is null;
create index financing_demands_firm on financing_demands (center_id, firm_id, changed_at desc, id desc);
create index financing_demands_person on financing_demands (center_id, person_id) where holder is not null;
create index financing_demands_submitted on financing_demands (center_id, submitted_at) where submitted_at is not null;

create table financing_demand_steps (
  center_id uuid not null,
  demand_id uuid not null,
  version integer not null,
  action text not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  -- null: the house by itself
  account_id uuid,
  party text check (party in ('firm', 'bank', 'center')),
  primary key (center_id, demand_id, version),
  constraint financing_demand_steps_demand_fk foreign key (center_id, demand_id) references financing_demands (center_id, id)
);

-- The newest ranking: what it was made from, and what came out. From the inputs it can be explained again, word for word.
create table financing_demand_matches (
  center_id uuid not null,
  demand_id uuid not null,
  algorithm integer not null,
  inputs jsonb not null,
  results jsonb not null,
  matched_at timestamptz not null,
  primary key (center_id, demand_id),
  constraint financing_demand_matches_demand_fk foreign key (center_id, demand_id) references financing_demands (center_id, id)
);

-- How far a run is that ranks all waiting demands anew; one at a time.
create table financing_rematches (
  center_id uuid not null constraint financing_rematches_center_fk references centers,
  id uuid not null,
  state text not null check (state in ('waiting', 'running', 'done')),
  done integer not null default 0,
  total integer not null default 0,
  -- the last demand that was ranked
  after_id uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (center_id, id)
);
create unique index financing_rematches_one on financing_rematches (center_id) where state <> 'done';
create index financing_rematches_newest on financing_rematches (center_id, created_at desc);

create table financing_referrals (
  center_id uuid not null,
  id uuid not null,
  demand_id uuid not null,
  bank_id uuid not null,
  state text not null check (state in ('offered', 'claimed', 'consented', 'contacted', 'materials', 'due_diligence', 'granted', 'signed', 'disbursed', 'declined', 'not_drawn', 'closed', 'withdrawn', 'lapsed')),
  -- its place among the five banks that work on a demand at once
  slot smallint check (slot between 1 and 5),
  -- the firm named the bank, rather than the bank the demand
  is_picked boolean not null,
  product_id uuid,
  product_number integer,
  lpr_on date,
  frozen_on date,
  holder text check (holder in ('firm', 'bank', 'center')),
  entered_at timestamptz not null,
  due_at timestamptz,
  sort_at timestamptz not null generated always as (coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz)) stored,
  offered_at timestamptz not null,
  claimed_at timestamptz,
  consented_at timestamptz,
  contact_due_at timestamptz,
  contacted_at timestamptz,
  -- 齐全, said or by silence
  complete_at timestamptz,
  decided_at timestamptz,
  -- working days from complete materials to the decision
  decision_days smallint,
  materials_asked text[] not null default '{}',
  materials_state text not null default 'none' check (materials_state in ('none', 'asked', 'delivered', 'gaps', 'complete')),
  materials_gaps text[] not null default '{}',
  is_assumed boolean not null default false,
  granted_fen bigint,
  granted_rate_bp integer,
  granted_all_in_bp integer,
  granted_months integer,
  granted_security text,
  granted_until date,
  decline_code text check (decline_code in ('entry', 'purpose', 'security', 'materials', 'amount', 'assessment')),
  not_drawn_reason text check (not_drawn_reason in ('dearer', 'slower', 'not_needed', 'conditions', 'ran_out')),
  close_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (center_id, id),
  constraint financing_referrals_once unique (center_id, demand_id, bank_id),
  constraint financing_referrals_demand_fk foreign key (center_id, demand_id) references financing_demands (center_id, id),
  constraint financing_referrals_bank_fk foreign key (center_id, bank_id) references financing_banks (center_id, id),
  constraint financing_referrals_version_fk foreign key (center_id, product_id, product_number) references financing_product_versions (center_id, product_id, number),
  constraint financing_referrals_held check ((holder is null) = (state in ('declined', 'not_drawn', 'closed', 'withdrawn', 'lapsed'))),
  -- whoever is at work on it or was named holds a place; whoever is through holds none
  constraint financing_referrals_slot check (case when state in ('declined', 'not_drawn', 'closed', 'withdrawn', 'lapsed') then slot is null when state = 'offered' then (slot is not null) = is_picked else slot is not null end),
  constraint financing_referrals_frozen check ((product_id is null) = (frozen_on is null) and (product_id is null) = (lpr_on is null)),
  constraint financing_referrals_granted check (state not in ('granted', 'signed', 'disbursed') or granted_fen is not null),
  constraint financing_referrals_declined check (state <> 'declined' or decline_code is not null)
);
-- At most five, whoever presses at once.
create unique index financing_referrals_five on financing_referrals (center_id, demand_id, slot) where slot is not null;
create index financing_referrals_queue on financing_referrals (center_id, bank_id, holder, sort_at, id) where holder is not null;
create index financing_referrals_under_way on financing_referrals (center_id, holder, sort_at, id) where holder is not null;
create index financing_referrals_ended on financing_referrals (center_id, bank_id, changed_at desc, id desc) where holder is null;
create index financing_referrals_ended_all on financing_referrals (center_id, changed_at desc, id desc) where holder is null;
create index financing_referrals_served on financing_referrals (center_id, consented_at) where consented_at is not null;

create table financing_referral_steps (
  center_id uuid not null,
  referral_id uuid not null,
  version integer not null,
  action text not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  account_id uuid,
  party text check (party in ('firm', 'bank', 'center')),
  primary key (center_id, referral_id, version),
  constraint financing_referral_steps_referral_fk foreign key (center_id, referral_id) references financing_referrals (center_id, id)
);

-- A state changes with its line in the history, or not at all.
create function financing_step_is_kept() returns trigger
  language plpgsql set search_path = pg_catalog, public
  as $$
  declare kept boolean;
  begin
    if tg_table_name = 'financing_demands' then
      select exists (select 1 from public.financing_demand_steps s where s.center_id = new.center_id and s.demand_id = new.id and s.version = new.version and s.to_state = new.state) into kept;
    else
      select exists (select 1 from public.financing_referral_steps s where s.center_id = new.center_id and s.referral_id = new.id and s.version = new.version and s.to_state = new.state) into kept;
    end if;
    if not kept then
      raise exception 'a state was changed without a step' using errcode = 'check_violation', constraint = tg_table_name || '_state_with_step';
    end if;
    return null;
  end $$;
create constraint trigger financing_demands_created_with_step after insert on financing_demands deferrable initially deferred for each row execute function financing_step_is_kept();
create constraint trigger financing_demands_state_with_step after update of state on financing_demands
  deferrable initially deferred for each row when (old.state is distinct from new.state) execute function financing_step_is_kept();
create constraint trigger financing_referrals_created_with_step after insert on financing_referrals deferrable initially deferred for each row execute function financing_step_is_kept();
create constraint trigger financing_referrals_state_with_step after update of state on financing_referrals
  deferrable initially deferred for each row when (old.state is distinct from new.state) execute function financing_step_is_kept();
revoke execute on function financing_step_is_kept() from public;

-- What the firm let a bank have, purpose by purpose (PIPL Art. 14, 15, 23). Nothing is taken out: it ends.
create table financing_sharings (
  center_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  purpose text not null check (purpose in ('demand', 'contact', 'result')),
  text_version text not null,
  account_id uuid not null,
  given_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_by text check (ended_by in ('withdrawn', 'renewed', 'ended')),
  primary key (center_id, id),
  constraint financing_sharings_referral_fk foreign key (center_id, referral_id) references financing_referrals (center_id, id),
  constraint financing_sharings_ended check ((ended_at is null) = (ended_by is null))
);
create unique index financing_sharings_standing on financing_sharings (center_id, referral_id, purpose) where ended_at is null;

create table financing_drawdowns (
  center_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  state text not null check (state in ('reported', 'confirmed', 'one_sided', 'disputed', 'reconciled')),
  by_party text not null check (by_party in ('firm', 'bank')),
  amount_fen bigint not null check (amount_fen > 0),
  all_in_bp integer not null check (all_in_bp between 0 and 3600),
  drawn_on date not null,
  -- what the other side says it was
  disputed jsonb,
  due_at timestamptz,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (center_id, id),
  constraint financing_drawdowns_referral_fk foreign key (center_id, referral_id) references financing_referrals (center_id, id),
  constraint financing_drawdowns_settled check ((settled_at is null) = (state in ('reported', 'disputed')))
);
create index financing_drawdowns_referral on financing_drawdowns (center_id, referral_id, created_at, id);

create table financing_ratings (
  center_id uuid not null,
  referral_id uuid not null,
  party text not null check (party in ('firm', 'bank')),
  round text not null check (round in ('early', 'late')),
  stars smallint not null check (stars between 1 and 5),
  tags text[] not null default '{}',
  at timestamptz not null,
  primary key (center_id, referral_id, party, round),
  constraint financing_ratings_referral_fk foreign key (center_id, referral_id) references financing_referrals (center_id, id)
);

create table financing_calls (
  center_id uuid not null,
  id uuid not null,
  demand_id uuid not null,
  -- null: with the firm
  referral_id uuid,
  outcome text not null check (outcome in ('reached', 'will_act', 'no_answer')),
  account_id uuid not null,
  at timestamptz not null,
  primary key (center_id, id),
  constraint financing_calls_demand_fk foreign key (center_id, demand_id) references financing_demands (center_id, id),
  constraint financing_calls_referral_fk foreign key (center_id, referral_id) references financing_referrals (center_id, id)
);
create index financing_calls_demand on financing_calls (center_id, demand_id, at);

grant select, insert, update on financing_demands, financing_demand_matches, financing_rematches, financing_referrals, financing_sharings, financing_drawdowns to dangqun_app;
grant select, insert on financing_demand_steps, financing_referral_steps, financing_ratings, financing_calls to dangqun_app;

do $$
declare t text;
begin
  foreach t in array array['financing_demands', 'financing_demand_steps', 'financing_demand_matches', 'financing_rematches', 'financing_referrals', 'financing_referral_steps', 'financing_sharings', 'financing_drawdowns', 'financing_ratings', 'financing_calls'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_center on %I using (center_id = current_center()) with check (center_id = current_center())', t);
  end loop;
end $$;
