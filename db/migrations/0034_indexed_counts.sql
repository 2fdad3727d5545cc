DROP INDEX "submissions_department_id_status_index";--> statement-breakpoint
DROP INDEX "task_cooperators_department_id_index";--> statement-breakpoint
DROP INDEX "tasks_lead_department_id_status_due_on_code_index";--> statement-breakpoint
DROP INDEX "submissions_asked";--> statement-breakpoint
DROP INDEX "submissions_to_release";--> statement-breakpoint
DROP INDEX "task_health_seen_index";--> statement-breakpoint
DROP INDEX "task_cooperators_open";--> statement-breakpoint
DROP INDEX "tasks_reported";--> statement-breakpoint
CREATE INDEX "plans_sort_order_index" ON "plans" USING btree ("sort_order");--> statement-breakpoint
CREATE INDEX "plans_review_steps_index" ON "plans" USING gin ("review_steps" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "published_reports_periods" ON "published_reports" USING btree ("task_id","period_start","period_end");--> statement-breakpoint
CREATE INDEX "submissions_department_id_status_task_id_index" ON "submissions" USING btree ("department_id","status","task_id");--> statement-breakpoint
CREATE INDEX "task_cooperators_department_id_task_id_index" ON "task_cooperators" USING btree ("department_id","task_id");--> statement-breakpoint
CREATE INDEX "tasks_lead_department_id_status_due_on_code_id_index" ON "tasks" USING btree ("lead_department_id","status","due_on","code","id");--> statement-breakpoint
CREATE INDEX "tasks_to_receive_of" ON "tasks" USING btree ("lead_department_id","assigned_at","code") WHERE "tasks"."status" = 'assigned';--> statement-breakpoint
CREATE INDEX "tasks_lacking" ON "tasks" USING btree ("plan_id","lead_department_id") WHERE "tasks"."kind" <> 'principle' and "tasks"."status" in ('unassigned', 'assigned') and ("tasks"."lead_department_id" is null
          or ("tasks"."due_on" is null and "tasks"."deadline_kind" <> 'ongoing') or "tasks"."owner_basis" = 'proposed');--> statement-breakpoint
CREATE INDEX "submissions_asked" ON "submissions" USING btree (("steps_left" -> 0 ->> 'by'),"step_since","id") WHERE "submissions"."status" = 'in_review';--> statement-breakpoint
CREATE INDEX "submissions_to_release" ON "submissions" USING btree ("awaits_release_since","id") WHERE "submissions"."awaits_release_since" is not null;--> statement-breakpoint
CREATE INDEX "task_health_seen_index" ON "task_health" USING btree (greatest("from_day", "public_from"),coalesce("until_day", 'infinity'),"until_day","from_day","public_from","is_tracked","task_id","plan_id","public_light","public_percent","due_on");--> statement-breakpoint
CREATE INDEX "task_cooperators_open" ON "task_cooperators" USING btree ("department_id","task_id") WHERE "task_cooperators"."is_open";--> statement-breakpoint
CREATE INDEX "tasks_reported" ON "tasks" USING btree ("lead_department_id","reporting_cycle","report_day","received_at","id") WHERE "tasks"."status" = 'active' and "tasks"."reporting_cycle" <> 'none';--> statement-breakpoint
-- by hand
-- Where a task stands is looked up when a span begins, or when somebody writes that; not when a span ends.
drop trigger task_health_placed on public.task_health;
--> statement-breakpoint
create trigger task_health_placed before insert or update of task_id, plan_id, is_tracked, public_from, place
  on public.task_health for each row execute function public.task_placed();
--> statement-breakpoint
alter table public.task_health enable always trigger task_health_placed;
