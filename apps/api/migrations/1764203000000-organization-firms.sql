-- Firms as staff keep them: credit code, industry by its division, floor, tags, and a version for whoever saves second.

-- GB 32100-2015: 18 characters, the last over the first 17 by weights 3^i mod 31.
create function is_credit_code(code text) returns boolean
  language sql immutable strict parallel safe set search_path = pg_catalog, public
  as $$
    select code ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'
      and substr(alphabet, (31 - sum((strpos(alphabet, substr(code, place, 1)) - 1) * weights[place])::int % 31) % 31 + 1, 1) = substr(code, 18, 1)
    from (values ('0123456789ABCDEFGHJKLMNPQRTUWXY', array[1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28])) as standard (alphabet, weights),
      generate_series(1, 17) as place
    group by alphabet
  $$;

-- Sections in words become the division that they mostly stood for; what is not known waits for staff.
alter table firms alter column industry drop not null;
alter table firms alter column industry type text using case industry
  when '信息传输、软件和信息技术服务业' then '65' when '批发和零售业' then '51' when '住宿和餐饮业' then '62' when '文化、体育和娱乐业' then '88' when '租赁和商务服务业' then '72' when '建筑业' then '50'
  when '教育' then '83' when '居民服务、修理和其他服务业' then '80' when '房地产业' then '70' when '交通运输、仓储和邮政业' then '59' when '科学研究和技术服务业' then '75' end;
alter table firms
  add column credit_code text,
  add column floor smallint,
  add column tags text[] not null default '{}',
  add column version integer not null default 1,
  -- GB/T 4754-2017, 大类
  add constraint firms_industry check (industry ~ '^\d{2}$' and industry between '01' and '97'),
  add constraint firms_credit_code check (is_credit_code(credit_code)),
  add constraint firms_floor check (floor between -9 and 150 and floor <> 0),
  add constraint firms_tags check (cardinality(tags) <= 10);
create unique index firms_credit_code_once on firms (center_id, credit_code);
create index firms_tags on firms using gin (tags) where tags <> '{}';
grant insert, update on firms to dangqun_app;

drop function search_firms(text, uuid, text, text, uuid, integer);
create function search_firms(term text, wanted_building uuid, wanted_kind text, wanted_size text, wanted_industries text[], wanted_tag text, after_name text, after_id uuid, most integer)
  returns setof firms
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select f.* from public.firms f
    where f.center_id = public.current_center()
      and public.bigrams(f.name) @> public.bigrams(term)
      and strpos(lower(f.name), lower(term)) > 0
      and (wanted_building is null or f.building_id = wanted_building)
      and (wanted_kind is null or f.kind = wanted_kind)
      and (wanted_size is null or f.size = wanted_size)
      and (wanted_industries is null or f.industry = any(wanted_industries))
      and (wanted_tag is null or f.tags @> array[wanted_tag])
      and (after_id is null or (f.name, f.id) > (after_name, after_id))
    order by f.name, f.id
    limit most
  $$;

revoke execute on function is_credit_code(text), search_firms(text, uuid, text, text, text[], text, text, uuid, integer) from public;
grant execute on function is_credit_code(text), search_firms(text, uuid, text, text, text[], text, text, uuid, integer) to dangqun_app;
