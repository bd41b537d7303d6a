-- A page is found in a few milliseconds: starting workers, or compiling, takes longer than that.
alter function search_firms(text, uuid, text, text, text[], text, text, uuid, integer) set max_parallel_workers_per_gather = 0;
alter function search_firms(text, uuid, text, text, text[], text, text, uuid, integer) set jit = off;
