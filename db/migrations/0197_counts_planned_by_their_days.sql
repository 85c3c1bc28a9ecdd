-- How much of a register a count reads hangs on its days. From the sixth call on PostgreSQL 18 keeps a plan made for
-- no day in particular, which expects hardly any rows and goes through them one by one: 140 ms instead of 20 at
-- 100,000 children. Counting is rare and planning takes a millisecond or two, so each count is planned for its days.

set local role waymark_statistics;
do $$
declare
  counts regprocedure;
begin
  for counts in
    select p.oid::regprocedure from pg_proc p join pg_language l on l.oid = p.prolang
     where p.pronamespace = 'waymark'::regnamespace and p.proowner = 'waymark_statistics'::regrole and l.lanname = 'sql'
       and 'date'::regtype = any (p.proargtypes)
  loop
    execute format('alter function %s set plan_cache_mode to force_custom_plan', counts);
  end loop;
end $$;
set local role waymark_owner;
