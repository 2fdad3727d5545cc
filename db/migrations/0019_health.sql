CREATE TABLE "stale_health" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stale_health_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"task_id" uuid,
	"transaction_id" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_health" (
	"task_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date,
	"light" text NOT NULL,
	"percent" integer,
	"is_owed" boolean NOT NULL,
	"public_light" text NOT NULL,
	"public_percent" integer,
	"public_is_overdue" boolean NOT NULL,
	"public_updated_on" date,
	CONSTRAINT "task_health_task_id_from_day_pk" PRIMARY KEY("task_id","from_day"),
	CONSTRAINT "task_health_days" CHECK ("task_health"."until_day" is null or "task_health"."from_day" < "task_health"."until_day")
);
--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "completion_sent_on" date;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "extension_asked_on" date;--> statement-breakpoint
ALTER TABLE "task_versions" ADD COLUMN "completion_sent_on" date;--> statement-breakpoint
ALTER TABLE "task_versions" ADD COLUMN "extension_asked_on" date;--> statement-breakpoint
CREATE INDEX "stale_health_transaction_id_index" ON "stale_health" USING btree ("transaction_id");--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_completion_sent" CHECK ("tasks"."completion_sent_on" is null or "tasks"."completed_on" <= "tasks"."completion_sent_on");--> statement-breakpoint
-- by hand
-- The register also says since when an extension is asked for: it is first sent in time, and is decided by others.
create function public.extension_asked_on(submission uuid) returns date language sql stable
set search_path = pg_catalog, public, pg_temp as $$
  select min((r.submitted_at at time zone 'Asia/Shanghai')::date) from public.revisions r where r.submission_id = submission
$$;
--> statement-breakpoint
create function public.extension_moved() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.tasks set extension_asked_on = case when new.status = 'in_review' then public.extension_asked_on(new.id) end
    where id = new.task_id;
  return null;
end $$;
--> statement-breakpoint
create trigger submissions_extension_moved after update on public.submissions for each row
  when (new.kind = 'extension' and (old.status = 'in_review') is distinct from (new.status = 'in_review'))
  execute function public.extension_moved();
--> statement-breakpoint
create or replace function public.task_changed() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  event public.audit_events;
  before timestamptz := (select at from public.task_versions where task_id = new.id order by sequence desc limit 1);
begin
  select * into event from public.audit_events where transaction_id = pg_current_xact_id() and task_id = new.id
    order by (type = 'submission.approved') desc, sequence desc limit 1;
  insert into public.task_versions (task_id, at, event_id, submission_id, status, lead_department_id, cooperating_ids,
    owner_basis, received_at, completed_on, completion_sent_on, report_sent, extension_asked_on, suspended_on, stops, closed_on,
    struck_off_on, is_demo, deadline_basis, due_on, baseline_due_on, cycle, report_day)
  values (new.id,
    case when event.at <= before and event.at > before - interval '1 day' then before + interval '1 millisecond' else event.at end,
    event.id, case when event.type = 'submission.approved' then event.submission_id end, new.status, new.lead_department_id,
    (select coalesce(array_agg(department_id order by sort_order), '{}') from public.task_cooperators where task_id = new.id),
    new.owner_basis, new.received_at, new.completed_on, new.completion_sent_on, new.report_sent, new.extension_asked_on,
    new.suspended_on, new.stops, new.closed_on, new.struck_off_on, new.is_demo, new.deadline_basis, new.due_on,
    new.baseline_due_on, new.reporting_cycle, new.report_day)
  on conflict (task_id, event_id) do update set (status, lead_department_id, cooperating_ids, owner_basis, received_at,
    completed_on, completion_sent_on, report_sent, extension_asked_on, suspended_on, stops, closed_on, struck_off_on, is_demo,
    deadline_basis, due_on, baseline_due_on, cycle, report_day)
    = (excluded.status, excluded.lead_department_id, excluded.cooperating_ids, excluded.owner_basis, excluded.received_at,
    excluded.completed_on, excluded.completion_sent_on, excluded.report_sent, excluded.extension_asked_on,
    excluded.suspended_on, excluded.stops, excluded.closed_on, excluded.struck_off_on, excluded.is_demo,
    excluded.deadline_basis, excluded.due_on, excluded.baseline_due_on, excluded.cycle, excluded.report_day);
  if public.is_task_public(new.id) then
    perform pg_notify('public_changed', 'task ' || new.code);
  end if;
  return null;
end $$;
--> statement-breakpoint
-- What is done is done on one day, and was sent on that day; what is in review today is known since when.
alter table public.tasks disable trigger user;
--> statement-breakpoint
alter table public.task_versions disable trigger user;
--> statement-breakpoint
update public.tasks t set extension_asked_on = public.extension_asked_on(s.id) from public.submissions s
  where s.task_id = t.id and s.status = 'in_review' and s.kind = 'extension';
--> statement-breakpoint
update public.tasks set completion_sent_on = completed_on where completed_on is not null;
--> statement-breakpoint
update public.task_versions set completion_sent_on = completed_on where completed_on is not null;
--> statement-breakpoint
update public.task_versions v set extension_asked_on = t.extension_asked_on from public.tasks t
  where v.task_id = t.id and t.extension_asked_on is not null
    and v.sequence = (select max(sequence) from public.task_versions where task_id = t.id);
--> statement-breakpoint
alter table public.tasks enable trigger user;
--> statement-breakpoint
alter table public.task_versions enable trigger user;
--> statement-breakpoint
-- Whatever the health of a task rests on marks it, so that nothing that writes there can forget to.
create function public.health_moved() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_table_name = 'tasks' then
    insert into public.stale_health (task_id) values (new.id);
  else
    insert into public.stale_health (task_id) values (new.task_id);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger tasks_health_made after insert on public.tasks for each row execute function public.health_moved();
--> statement-breakpoint
create trigger tasks_health_moved after update on public.tasks for each row
  when ((old.status, old.received_at, old.completed_on, old.report_sent, old.extension_asked_on, old.suspended_on, old.closed_on,
      old.window_start, old.due_on, old.stops, old.reporting_cycle, old.report_day, old.kind)
    is distinct from (new.status, new.received_at, new.completed_on, new.report_sent, new.extension_asked_on, new.suspended_on,
      new.closed_on, new.window_start, new.due_on, new.stops, new.reporting_cycle, new.report_day, new.kind))
  execute function public.health_moved();
--> statement-breakpoint
create trigger published_reports_health_moved after insert on public.published_reports for each row execute function public.health_moved();
--> statement-breakpoint
create trigger releases_health_moved after insert on public.releases for each row execute function public.health_moved();
--> statement-breakpoint
create trigger withdrawals_health_moved after insert on public.withdrawals for each row execute function public.health_moved();
--> statement-breakpoint
create function public.plan_health_moved() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.stale_health (task_id) select id from public.tasks where plan_id = new.id and parent_id is null;
  return null;
end $$;
--> statement-breakpoint
create trigger plans_health_moved after update on public.plans for each row
  when ((old.due_soon_days, old.behind_points, old.far_behind_points)
    is distinct from (new.due_soon_days, new.behind_points, new.far_behind_points))
  execute function public.plan_health_moved();
--> statement-breakpoint
create function public.calendar_health_moved() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.stale_health (task_id) values (null);
  return null;
end $$;
--> statement-breakpoint
create trigger calendar_exceptions_health_moved after insert or update or delete on public.calendar_exceptions
  for each statement execute function public.calendar_health_moved();
--> statement-breakpoint
create trigger calendar_years_health_moved after insert or update or delete on public.calendar_years
  for each statement execute function public.calendar_health_moved();
--> statement-breakpoint
insert into public.stale_health (task_id) values (null);
--> statement-breakpoint
-- What is searched in public, as everybody types it: whatever the case and the width.
create function public.public_words(code text, title text, quote text) returns text language sql immutable strict parallel safe
set search_path = pg_catalog, public, pg_temp as $$
  select lower(normalize(code || ' ' || title || ' ' || quote, nfkc))
$$;
--> statement-breakpoint
create index tasks_public_words on public.tasks using gin (public.bigrams(public.public_words(code, title, quote)));
