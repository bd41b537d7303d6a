-- Firms found by part of their names: every pair of characters is fast, however many firms have it.

-- As bigrams, but the first pair of a name is marked by `^`: towns, which many names begin with, are then rare further on.
-- Its cost makes the planner use the index up to a pair that about one name in a hundred has: names that begin alike stand
-- together, so whoever walks the names for such a pair may pass most of them first.
create function name_pairs(value text) returns text[]
  language sql immutable strict parallel safe cost 1000
  return (
    select coalesce(array_agg(distinct case i when 1 then '^' else '' end || substr(lower(value), i, 2)), '{}')
    from generate_series(1, char_length(value) - 1) as i
  );
drop index firms_bigrams;
create index firms_name_pairs on firms using gin (name_pairs(name));

-- Row-level security keeps the planner from using that index, so this runs as its owner and filters by the centre itself.
-- Planned anew for each term: a pair that is everywhere is met at once by walking the names in order, another is in few
-- rows of the index, and the statistics of name_pairs tell them apart. What neither is good for, very many names that begin
-- with the term, is a range of the names; only Chinese characters, which have no other case,
-- are looked up as one.
create or replace function search_firms(term text, wanted_building uuid, wanted_kind text, wanted_size text, wanted_industries text[], wanted_tag text, after_name text, after_id uuid, most integer)
  returns setof firms
  language sql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan
  as $$
    with beginning as (
      select f.name, f.id from public.firms f
      where f.center_id = public.current_center()
        and term ~ '^[\u3400-\u9fff]{2,}$' and f.name ^@ term
        and (wanted_building is null or f.building_id = wanted_building)
        and (wanted_kind is null or f.kind = wanted_kind)
        and (wanted_size is null or f.size = wanted_size)
        and (wanted_industries is null or f.industry = any(wanted_industries))
        and (wanted_tag is null or f.tags @> array[wanted_tag])
        and (after_id is null or (f.name, f.id) > (after_name, after_id))
      order by f.name, f.id limit most
    ), others as (
      select f.name, f.id from public.firms f
      where f.center_id = public.current_center()
        and case when term ~ '^[\u3400-\u9fff]{2,}$'
          then public.name_pairs(f.name) @> public.bigrams(term) and strpos(f.name, term) > 0 and not f.name ^@ term
          else (public.name_pairs(f.name) @> public.bigrams(term) or public.name_pairs(f.name) @> public.name_pairs(term)) and strpos(lower(f.name), lower(term)) > 0 end
        and (wanted_building is null or f.building_id = wanted_building)
        and (wanted_kind is null or f.kind = wanted_kind)
        and (wanted_size is null or f.size = wanted_size)
        and (wanted_industries is null or f.industry = any(wanted_industries))
        and (wanted_tag is null or f.tags @> array[wanted_tag])
        and (after_id is null or (f.name, f.id) > (after_name, after_id))
      order by f.name, f.id limit most
    )
    select f.* from (select name, id from beginning union all select name, id from others order by name, id limit most) page
    join public.firms f on f.center_id = public.current_center() and f.id = page.id
    order by f.name, f.id
  $$;
revoke execute on function name_pairs(text) from public;
grant execute on function name_pairs(text) to dangqun_app;
-- Statistics of the new index.
analyze firms;
