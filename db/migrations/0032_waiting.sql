DROP INDEX "submissions_department_id_index";--> statement-breakpoint
DROP INDEX "submissions_status_step_index";--> statement-breakpoint
DROP INDEX "tasks_lead_department_id_status_index";--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "steps_left" jsonb;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "awaits_release_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "task_cooperators" ADD COLUMN "is_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "chases_open" ON "chases" USING btree ("task_id") WHERE "chases"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "contributors_user_id_index" ON "contributors" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "submissions_department_id_status_index" ON "submissions" USING btree ("department_id","status");--> statement-breakpoint
CREATE INDEX "submissions_asked" ON "submissions" USING btree (("steps_left" -> 0 ->> 'by'),"step_since") WHERE "submissions"."status" = 'in_review';--> statement-breakpoint
CREATE INDEX "submissions_to_release" ON "submissions" USING btree ("awaits_release_since") WHERE "submissions"."awaits_release_since" is not null;--> statement-breakpoint
CREATE INDEX "task_health_light_index" ON "task_health" USING btree ("light",coalesce("until_day", 'infinity'),"from_day");--> statement-breakpoint
CREATE INDEX "task_cooperators_open" ON "task_cooperators" USING btree ("department_id") WHERE "task_cooperators"."is_open";--> statement-breakpoint
CREATE INDEX "tasks_lead_department_id_status_due_on_code_index" ON "tasks" USING btree ("lead_department_id","status","due_on","code");--> statement-breakpoint
CREATE INDEX "tasks_reported" ON "tasks" USING btree ("lead_department_id","reporting_cycle","report_day","received_at") WHERE "tasks"."status" = 'active' and "tasks"."reporting_cycle" <> 'none';--> statement-breakpoint
CREATE INDEX "tasks_to_assign" ON "tasks" USING btree ("due_on","code") WHERE "tasks"."status" = 'unassigned';--> statement-breakpoint
CREATE INDEX "tasks_to_receive" ON "tasks" USING btree ("assigned_at","code") WHERE "tasks"."status" = 'assigned';--> statement-breakpoint
CREATE INDEX "tasks_to_verify" ON "tasks" USING btree ("completed_on","code") WHERE "tasks"."status" = 'completed' and "tasks"."struck_off_on" is null;--> statement-breakpoint
CREATE INDEX "tasks_moving" ON "tasks" USING btree ("due_on","code") WHERE "tasks"."completed_on" is null and "tasks"."closed_on" is null and "tasks"."suspended_on" is null;
--> statement-breakpoint
-- by hand
-- What a submission waits for stands with it, so that what waits is found without reading what has ended.
create function public.submission_waits() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  new.steps_left := case when new.status = 'in_review' then (
    select jsonb_agg(step order by place)
    from (select review_steps from public.revisions where submission_id = new.id order by number desc limit 1) sent
    cross join jsonb_array_elements(sent.review_steps) with ordinality each (step, place) where place >= new.step) end;
  new.awaits_release_since := case when new.status = 'approved'
      and new.kind in ('progress', 'completion', 'extension', 'adjustment', 'answer')
      and not exists (select from public.releases where submission_id = new.id)
    then coalesce((select decided_at from public.review_decisions where submission_id = new.id
      order by sequence desc limit 1), new.saved_at) end;
  return new;
end $$;
--> statement-breakpoint
create trigger submissions_wait before insert or update of status, step, kind, steps_left, awaits_release_since
  on public.submissions for each row execute function public.submission_waits();
--> statement-breakpoint
-- The decision that approves is written after the submission, and so is its release.
create function public.approval_moved() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.submissions set awaits_release_since = null where id = new.submission_id and status = 'approved';
  return null;
end $$;
--> statement-breakpoint
create trigger review_decisions_moved after insert on public.review_decisions for each row
  execute function public.approval_moved();
--> statement-breakpoint
create trigger releases_moved after insert on public.releases for each row execute function public.approval_moved();
--> statement-breakpoint
alter table public.submissions disable trigger user;
--> statement-breakpoint
alter table public.submissions enable trigger submissions_wait;
--> statement-breakpoint
update public.submissions set steps_left = null where status in ('in_review', 'approved');
--> statement-breakpoint
alter table public.submissions enable trigger user;
--> statement-breakpoint
-- Which units help with something that is still open, without going through all that they ever helped with.
create function public.cooperation_open() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  new.is_open := exists (select from public.tasks where id = new.task_id and status in ('assigned', 'active', 'suspended'));
  return new;
end $$;
--> statement-breakpoint
create trigger task_cooperators_open before insert or update on public.task_cooperators for each row
  execute function public.cooperation_open();
--> statement-breakpoint
create function public.cooperations_moved() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.task_cooperators set is_open = not is_open where task_id = new.id
    and is_open is distinct from (new.status in ('assigned', 'active', 'suspended'));
  return null;
end $$;
--> statement-breakpoint
create trigger tasks_cooperations_moved after update on public.tasks for each row
  when (old.status is distinct from new.status) execute function public.cooperations_moved();
--> statement-breakpoint
alter table public.task_cooperators disable trigger user;
--> statement-breakpoint
alter table public.task_cooperators enable trigger task_cooperators_open;
--> statement-breakpoint
update public.task_cooperators set is_open = true
  where task_id in (select id from public.tasks where status in ('assigned', 'active', 'suspended'));
--> statement-breakpoint
alter table public.task_cooperators enable trigger user;
