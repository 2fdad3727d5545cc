-- By how much each kept count differs from what the spans say: nothing, unless something was written past the triggers.
create function public.miscounted()
returns table (grain text, day date, unit_id uuid, leads boolean, helps boolean, is_tracked boolean, light text, added integer)
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select grain, day, unit_id, leads, helps, is_tracked, light, sum(added)::integer
  from (
    select edge.grain, edge.day, edge.unit_id, edge.leads, edge.helps, span.is_tracked, span.public_light as light, edge.added
    from public.task_health as span cross join lateral
      public.counts_between(greatest(span.from_day, span.public_from), span.until_day, span.lead_id, span.cooperating_ids) as edge
    where span.public_from is not null
    union all
    select grain, day, unit_id, leads, helps, is_tracked, light, -added from public.kept_counts
  ) as each
  group by grain, day, unit_id, leads, helps, is_tracked, light having sum(added) <> 0
$$;
--> statement-breakpoint
-- Mends them and says how many they were. Nobody who writes waits for it while there are none.
create function public.recount() returns integer language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  mended integer;
begin
  if not exists (select from public.miscounted()) then return 0; end if;
  perform pg_advisory_xact_lock(hashtextextended('kept_counts', 0));
  insert into public.kept_counts as kept (grain, day, unit_id, leads, helps, is_tracked, light, added)
    select * from public.miscounted()
    on conflict (unit_id, grain, day, leads, helps, is_tracked, light) do update set added = kept.added + excluded.added;
  get diagnostics mended = row_count;
  return mended;
end $$;
