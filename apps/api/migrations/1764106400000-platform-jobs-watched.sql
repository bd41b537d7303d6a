-- How many jobs wait and how many were given up, for /metrics: names and counts, nothing of what they are about.
-- plpgsql, so that it can be made before graphile-worker has its tables.
create function watched_jobs()
  returns table (task text, waiting integer, failed integer)
  language plpgsql stable security definer set search_path = pg_catalog, public
  as $$
  begin
    return query
      select j.task_identifier, count(*) filter (where j.attempts < j.max_attempts)::int, count(*) filter (where j.attempts >= j.max_attempts)::int
      from graphile_worker.jobs j group by j.task_identifier;
  end $$;
revoke execute on function watched_jobs() from public;
grant execute on function watched_jobs() to dangqun_app;
