-- The two papers of a transfer: where each printer stands off, and the slips that a member takes along.

create table transfer_printers (
  center_id uuid not null constraint transfer_printers_center_fk references centers,
  id uuid not null default uuidv7(),
  name text not null,
  x_mm numeric(4, 1) not null check (x_mm between -50 and 50),
  y_mm numeric(4, 1) not null check (y_mm between -50 and 50),
  changed_at timestamptz not null,
  primary key (center_id, id),
  unique (center_id, name)
);

create table transfer_slips (
  center_id uuid not null,
  id uuid not null,
  transfer_id uuid not null,
  -- the random part of its code; its signature is never stored, the key that made it is named
  code text not null,
  key_id text not null,
  -- of the printed fields
  digest bytea not null check (length(digest) = 32),
  -- the printed fields as JSON, sealed
  fields text not null,
  issued_on date not null,
  valid_until date not null check (valid_until >= issued_on),
  created_at timestamptz not null,
  replaced_at timestamptz,
  primary key (center_id, id),
  unique (center_id, code),
  constraint transfer_slips_transfer_fk foreign key (center_id, transfer_id) references transfers (center_id, id),
  -- What is not a ciphertext is refused, whoever writes it.
  constraint transfer_slips_fields_sealed check (fields ~ '^[a-z0-9]+\.[A-Za-z0-9-]+\.[A-Za-z0-9_-]{38,}$')
);
create unique index transfer_slips_one_standing on transfer_slips (center_id, transfer_id) where replaced_at is null;

-- A slip's code is scanned, never typed: 128 random bits instead of eight symbols.
alter table public_codes drop constraint public_codes_code_check;
alter table public_codes add constraint public_codes_code_check check (case kind when 'slip' then code ~ '^[A-Za-z0-9_-]{22}$' else code ~ '^[2-79ACDEFHJKMNPRTWXY]{8}$' end);

grant select, insert, update, delete on transfer_printers to dangqun_app;
grant select, insert, update on transfer_slips to dangqun_app;

do $$
declare t text;
begin
  foreach t in array array['transfer_printers', 'transfer_slips'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_center on %I using (center_id = current_center()) with check (center_id = current_center())', t);
  end loop;
end $$;
