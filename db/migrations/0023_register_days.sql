-- What is kept of how tasks stand is made anew with these columns, of the days gone by as well: it is only the memory of a rule.
DELETE FROM "task_health";--> statement-breakpoint
DROP INDEX "task_health_public_light_from_day_until_day_index";--> statement-breakpoint
DROP INDEX "task_versions_lead_department_id_task_id_index";--> statement-breakpoint
DROP INDEX "task_versions_cooperating_ids_index";--> statement-breakpoint
ALTER TABLE "task_health" ADD COLUMN "lead_id" uuid;--> statement-breakpoint
ALTER TABLE "task_health" ADD COLUMN "cooperating_ids" uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "task_health" ADD COLUMN "due_on" date;--> statement-breakpoint
CREATE INDEX "task_health_public_light_index" ON "task_health" USING btree ("public_light",coalesce("until_day", 'infinity'),"from_day");--> statement-breakpoint
CREATE INDEX "task_health_lead_id_index" ON "task_health" USING btree ("lead_id",coalesce("until_day", 'infinity'),"from_day");--> statement-breakpoint
CREATE INDEX "task_health_cooperating_ids_index" ON "task_health" USING gin ("cooperating_ids");--> statement-breakpoint
-- by hand
insert into public.stale_health (task_id) values (null);
--> statement-breakpoint
drop trigger tasks_health_moved on public.tasks;
--> statement-breakpoint
create trigger tasks_health_moved after update on public.tasks for each row
  when ((old.status, old.received_at, old.completed_on, old.report_sent, old.extension_asked_on, old.suspended_on, old.closed_on,
      old.window_start, old.due_on, old.stops, old.reporting_cycle, old.report_day, old.kind, old.lead_department_id)
    is distinct from (new.status, new.received_at, new.completed_on, new.report_sent, new.extension_asked_on, new.suspended_on,
      new.closed_on, new.window_start, new.due_on, new.stops, new.reporting_cycle, new.report_day, new.kind, new.lead_department_id))
  execute function public.health_moved();
--> statement-breakpoint
create function public.cooperators_moved() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.stale_health (task_id) values (coalesce(new.task_id, old.task_id));
  return null;
end $$;
--> statement-breakpoint
create trigger task_cooperators_health_moved after insert or update or delete on public.task_cooperators for each row
  execute function public.cooperators_moved();
