-- The server that holds a row, where one database reads from several: a code base with its branches, and all that they share, is on one. SHARDING.md shows how.
do $$
declare name text;
begin
    foreach name in array array['repositories', 'units', 'members', 'edges', 'extracts', 'files'] loop
        execute format($f$alter table structindex.%I add column shard int not null default coalesce(nullif(current_setting('structindex.shard', true), ''), '0')::int$f$, name);
    end loop;
end $$;
