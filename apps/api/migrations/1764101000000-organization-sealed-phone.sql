-- Phone numbers are stored encrypted (docs/decisions, field encryption). SQL has no keys and must not have any: the
-- step that prepares a start moves `phone_plain` over and drops it when it is empty (platform/crypto/rotation.ts).

alter table persons rename column phone to phone_plain;
alter table persons
  add column phone text,
  add column phone_index bytea,
  -- What is not a ciphertext is refused, whoever writes it.
  add constraint persons_phone_sealed check (phone ~ '^[a-z0-9]+\.[A-Za-z0-9-]+\.[A-Za-z0-9_-]{38,}$'),
  add constraint persons_phone_indexed check ((phone is null) = (phone_index is null));
create index persons_phone on persons (center_id, phone_index);

-- Without a centre there is no person: nothing to move.
do $$
begin
  if not exists (select 1 from centers) then
    alter table persons drop column phone_plain;
  end if;
end $$;
