CREATE TABLE "kept_counts" (
	"grain" text NOT NULL,
	"day" date NOT NULL,
	"unit_id" uuid,
	"leads" boolean NOT NULL,
	"helps" boolean NOT NULL,
	"is_tracked" boolean NOT NULL,
	"light" text NOT NULL,
	"added" integer NOT NULL,
	CONSTRAINT "kept_counts_once" UNIQUE NULLS NOT DISTINCT("unit_id","grain","day","leads","helps","is_tracked","light")
);
--> statement-breakpoint
DROP INDEX "task_health_public_light_index";--> statement-breakpoint
ALTER TABLE "task_health" ADD COLUMN "plan_id" uuid;--> statement-breakpoint
ALTER TABLE "task_health" ADD COLUMN "is_tracked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "task_health" ADD COLUMN "public_from" date;--> statement-breakpoint
ALTER TABLE "task_health" ADD COLUMN "place" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "task_versions" ADD COLUMN "is_told" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "kept_counts_grain_day_index" ON "kept_counts" USING btree ("grain","day");--> statement-breakpoint
CREATE INDEX "plans_published_at_index" ON "plans" USING btree ("published_at");--> statement-breakpoint
CREATE INDEX "task_health_place_index" ON "task_health" USING btree ("place",coalesce("until_day", 'infinity'),"from_day");--> statement-breakpoint
CREATE INDEX "task_health_plan_index" ON "task_health" USING btree ("plan_id","place",coalesce("until_day", 'infinity'),"from_day");--> statement-breakpoint
CREATE INDEX "task_health_due_index" ON "task_health" USING btree (coalesce("due_on", 'infinity'),"place",coalesce("until_day", 'infinity'),"from_day");--> statement-breakpoint
CREATE INDEX "task_health_news_index" ON "task_health" USING btree (coalesce(date '2100-01-01' - "public_updated_on", 2147483647),"place",coalesce("until_day", 'infinity'),"from_day");--> statement-breakpoint
CREATE INDEX "task_health_seen_index" ON "task_health" USING btree (greatest("from_day", "public_from"),coalesce("until_day", 'infinity'));--> statement-breakpoint
CREATE INDEX "task_health_ended_index" ON "task_health" USING btree ("until_day","from_day","public_from","task_id","public_light","public_percent","due_on");--> statement-breakpoint
CREATE INDEX "task_versions_told" ON "task_versions" USING btree ("sequence","at") WHERE "task_versions"."is_told";--> statement-breakpoint
CREATE INDEX "task_health_public_light_index" ON "task_health" USING btree ((case when "is_tracked" then array_position('{red,yellow,grey,green,paused,blue}'::text[], "public_light") else 9 end),"place",coalesce("until_day", 'infinity'),"from_day");
--> statement-breakpoint
-- by hand (and that places are ordered by their bytes)
-- What lists ask of the task itself stands with what is kept of it, so that nobody who writes there can say otherwise.
create function public.task_placed() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  select t.plan_id, t.kind <> 'principle',
    (case when t.registration_id is null then p.published_at
      when r.published_at is not null then greatest(p.published_at, r.published_at) end at time zone 'Asia/Shanghai')::date,
    lpad(p.sort_order::text, 10, '0') || lpad(t.sort_order::text, 10, '0') || lpad(length(t.code)::text, 4, '0') || t.code
  into new.plan_id, new.is_tracked, new.public_from, new.place
  from public.tasks t join public.plans p on p.id = t.plan_id left join public.registrations r on r.id = t.registration_id
  where t.id = new.task_id;
  return new;
end $$;
--> statement-breakpoint
create trigger task_health_placed before insert or update on public.task_health for each row
  execute function public.task_placed();
--> statement-breakpoint
-- What a span adds to each count on the day it begins, and takes away on the day it ends.
create function public.counts_between(began date, ended date, lead uuid, helping uuid[])
returns table (grain text, day date, unit_id uuid, leads boolean, helps boolean, added integer)
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select each.grain, date_trunc(each.grain, edge.day::timestamp)::date, unit.id, unit.leads, unit.helps, edge.added
  from (values (began, 1), (ended, -1)) as edge (day, added)
  cross join (values ('day'), ('month'), ('year')) as each (grain)
  cross join (
    select null::uuid, false, false
    union all
    select id, bool_or(is_lead), bool_or(not is_lead)
    from (select lead, true where lead is not null union all select unnest(helping), false) as own (id, is_lead)
    group by id
  ) as unit (id, leads, helps)
  where edge.day is not null and began < coalesce(ended, 'infinity')
$$;
--> statement-breakpoint
-- One after another, before any row of it is locked: whoever writes here has all that they lock elsewhere, and waits for nothing more.
create function public.health_in_turn() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('kept_counts', 0));
  return null;
end $$;
--> statement-breakpoint
create trigger task_health_in_turn before insert or update or delete on public.task_health
  for each statement execute function public.health_in_turn();
--> statement-breakpoint
create function public.health_counted() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  gone constant text := 'select *, -1 as sign from gone';
  made constant text := 'select *, 1 as sign from made';
begin
  execute format('insert into public.kept_counts as kept (grain, day, unit_id, leads, helps, is_tracked, light, added)
      select grain, day, unit_id, leads, helps, is_tracked, public_light, sum(sign * added)
      from (%s) as span cross join lateral
        public.counts_between(greatest(from_day, public_from), until_day, lead_id, cooperating_ids)
      where public_from is not null
      group by grain, day, unit_id, leads, helps, is_tracked, public_light having sum(sign * added) <> 0
    on conflict (unit_id, grain, day, leads, helps, is_tracked, light) do update set added = kept.added + excluded.added',
    case tg_op when 'INSERT' then made when 'DELETE' then gone else gone || ' union all ' || made end);
  return null;
end $$;
--> statement-breakpoint
create trigger task_health_made after insert on public.task_health referencing new table as made
  for each statement execute function public.health_counted();
--> statement-breakpoint
create trigger task_health_moved after update on public.task_health referencing old table as gone new table as made
  for each statement execute function public.health_counted();
--> statement-breakpoint
create trigger task_health_gone after delete on public.task_health referencing old table as gone
  for each statement execute function public.health_counted();
--> statement-breakpoint
-- Counted whoever writes, also past the guards of the history.
alter table public.task_health enable always trigger task_health_in_turn;
--> statement-breakpoint
alter table public.task_health enable always trigger task_health_placed;
--> statement-breakpoint
alter table public.task_health enable always trigger task_health_made;
--> statement-breakpoint
alter table public.task_health enable always trigger task_health_moved;
--> statement-breakpoint
alter table public.task_health enable always trigger task_health_gone;
--> statement-breakpoint
-- At the very end, after every lock of a row elsewhere; in turn before it looks, so that it sees what was written meanwhile.
create function public.published_health_moved() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('kept_counts', 0));
  if tg_table_name = 'plans' then
    update public.task_health set public_from = null where plan_id = new.id;
  else
    update public.task_health set public_from = null where task_id = any(array(select id from public.tasks where registration_id = new.id));
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger plans_published_health_moved after update on public.plans deferrable initially deferred for each row
  when (old.published_at is distinct from new.published_at) execute function public.published_health_moved();
--> statement-breakpoint
create constraint trigger registrations_published_health_moved after update on public.registrations deferrable initially deferred
  for each row when (old.published_at is distinct from new.published_at) execute function public.published_health_moved();
--> statement-breakpoint
-- What is there is placed and counted.
update public.task_health set public_from = null;
--> statement-breakpoint
-- What a version of the register tells everybody of stands with it, so that the newest news are found without comparing all there are.
create function public.version_told() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  new.is_told := not exists (
    select from (select status, lead_department_id, struck_off_on from public.task_versions
      where task_id = new.task_id and sequence < new.sequence order by sequence desc limit 1) as before
    where (before.status, before.lead_department_id, before.struck_off_on)
      is not distinct from (new.status, new.lead_department_id, new.struck_off_on));
  return new;
end $$;
--> statement-breakpoint
create trigger task_versions_told before insert or update on public.task_versions for each row
  execute function public.version_told();
--> statement-breakpoint
alter table public.task_versions disable trigger user;
--> statement-breakpoint
alter table public.task_versions enable trigger task_versions_told;
--> statement-breakpoint
update public.task_versions set is_told = false;
--> statement-breakpoint
alter table public.task_versions enable trigger user;
