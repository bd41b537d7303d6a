-- What a centre decided for itself. A setting that is not in `overrides` holds by default
-- (packages/contracts/src/centers/centers-settings.vocabulary.ts).
create table center_settings (
  center_id uuid not null constraint center_settings_center_fk references centers,
  overrides jsonb not null default '{}',
  version integer not null default 1,
  changed_at timestamptz,
  primary key (center_id)
);

grant select, insert, update on center_settings to dangqun_app;

alter table center_settings enable row level security;
alter table center_settings force row level security;
create policy own_center on center_settings using (center_id = current_center()) with check (center_id = current_center());
