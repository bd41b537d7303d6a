-- Files of a centre. The bytes are stored first, under <centre>/<id>, and the row in the transaction that
-- uses them; bytes without a row are swept. A file never changes: another picture is another file.
create table files (
  center_id uuid not null constraint files_center_fk references centers,
  id uuid not null,
  -- what it belongs to; its slice says who may see it when it is not public
  subject_slice text not null,
  subject_id uuid not null,
  type text not null check (type in ('image/jpeg', 'image/png', 'application/pdf')),
  size integer not null check (size between 1 and 5242880),
  sha256 bytea not null check (octet_length(sha256) = 32),
  is_public boolean not null,
  state text not null default 'kept' check (state in ('kept', 'removed')),
  created_at timestamptz not null,
  created_by uuid not null constraint files_created_by_fk references accounts,
  removed_at timestamptz,
  primary key (center_id, id),
  check ((state = 'removed') = (removed_at is not null))
);
create index files_removed on files (center_id, removed_at) where state = 'removed';

grant select, insert, update, delete on files to dangqun_app;
alter table files enable row level security;
alter table files force row level security;
create policy own_center on files using (center_id = current_center()) with check (center_id = current_center());

-- The picture on the card: of this centre, and there as long as it is used.
alter table centers
  add column picture_id uuid,
  add constraint centers_picture_fk foreign key (id, picture_id) references files (center_id, id);
grant update (picture_id) on centers to dangqun_app;
