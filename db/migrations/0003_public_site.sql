ALTER TYPE "public"."submission_kind" ADD VALUE 'answer';--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"receipt" text NOT NULL,
	"kind" text NOT NULL,
	"task_id" uuid NOT NULL,
	"body" text NOT NULL,
	"email" text,
	"locale" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "letters_receipt_unique" UNIQUE("receipt")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"submission_id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"disclosure" text NOT NULL,
	"ground" text,
	"basis" text NOT NULL,
	"released_by_id" uuid,
	"released_at" timestamp with time zone NOT NULL,
	"is_demo" boolean NOT NULL,
	CONSTRAINT "releases_ground" CHECK (("releases"."disclosure" = 'withheld') = ("releases"."ground" is not null))
);
--> statement-breakpoint
CREATE TABLE "withdrawals" (
	"submission_id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"withdrawn_by_id" uuid NOT NULL,
	"withdrawn_at" timestamp with time zone NOT NULL,
	"is_demo" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "citizen_mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"unsubscribe_url" text,
	"created_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "public_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"kind" text NOT NULL,
	"target" text NOT NULL,
	"locale" text NOT NULL,
	"token" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"told_until" timestamp with time zone,
	CONSTRAINT "subscriptions_token_unique" UNIQUE("token"),
	CONSTRAINT "subscriptions_once" UNIQUE("email","kind","target")
);
--> statement-breakpoint
CREATE TABLE "plan_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"due_soon_days" integer NOT NULL,
	"behind_points" integer NOT NULL,
	"far_behind_points" integer NOT NULL,
	"stale_days" integer NOT NULL,
	CONSTRAINT "plan_versions_once" UNIQUE("plan_id","at")
);
--> statement-breakpoint
CREATE TABLE "task_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"task_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"lead_department_id" uuid,
	"cooperating_ids" uuid[] NOT NULL,
	"owner_basis" text,
	"received_at" timestamp with time zone,
	"completed_on" date,
	"suspended_on" date,
	"stops" jsonb NOT NULL,
	"closed_on" date,
	"struck_off_on" date,
	"is_demo" boolean NOT NULL,
	"deadline_basis" text,
	"due_on" date,
	"baseline_due_on" date,
	"cycle" text NOT NULL,
	"report_day" integer,
	CONSTRAINT "task_versions_once" UNIQUE("task_id","at")
);
--> statement-breakpoint
DROP INDEX "submissions_one_open_of_kind";--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "release_check" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "answer_workdays" integer DEFAULT 15 NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "letter_id" uuid;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_released_by_id_users_id_fk" FOREIGN KEY ("released_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_withdrawn_by_id_users_id_fk" FOREIGN KEY ("withdrawn_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_versions" ADD CONSTRAINT "task_versions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letters_task_id_sent_at_index" ON "letters" USING btree ("task_id","sent_at");--> statement-breakpoint
CREATE INDEX "releases_task_id_released_at_index" ON "releases" USING btree ("task_id","released_at");--> statement-breakpoint
CREATE INDEX "withdrawals_task_id_withdrawn_at_index" ON "withdrawals" USING btree ("task_id","withdrawn_at");--> statement-breakpoint
CREATE INDEX "subscriptions_kind_target_index" ON "subscriptions" USING btree ("kind","target");--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_one_answer" ON "submissions" USING btree ("letter_id") WHERE "submissions"."status" in ('draft', 'in_review', 'returned', 'approved');--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_one_open_of_kind" ON "submissions" USING btree ("task_id","department_id","kind") WHERE "submissions"."status" in ('draft', 'in_review', 'returned') and "submissions"."letter_id" is null;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_letter" CHECK (("submissions"."letter_id" is null) = ("submissions"."kind" in ('progress', 'completion', 'extension', 'adjustment', 'objection', 'contribution')));--> statement-breakpoint
-- What was published before there was a release check was released by its approval.
insert into releases (submission_id, task_id, disclosure, basis, released_at, is_demo)
  select submission_id, task_id, 'public', '', published_at, is_demo from published_reports;
--> statement-breakpoint
-- As before, also for tables whose key is another's.
create or replace function demand_event() returns trigger language plpgsql as $$
declare
  changed jsonb := to_jsonb(new);
  task uuid := (case tg_table_name when 'tasks' then changed ->> 'id' else changed ->> 'task_id' end)::uuid;
begin
  if task is null then
    select s.task_id into task from submissions s where s.id = (changed ->> 'submission_id')::uuid;
  end if;
  if not exists (select 1 from audit_events where transaction_id = pg_current_xact_id() and task_id = task) then
    raise exception 'A change of % has no event in the history', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['releases', 'withdrawals', 'letters'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', name || '_rows_fixed', name);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', name || '_kept', name);
    execute format('create constraint trigger %I after insert on %I deferrable initially deferred for each row execute function demand_event()', name || '_recorded', name);
  end loop;
end $$;
--> statement-breakpoint
-- Every change of a task is kept as of its moment by the app's clock, which its events carry. At the commit, so that the
-- cooperating units are those it ends with; of two changes at one moment the later stands. It runs as its owner, because
-- the app's role may not write here.
create function keep_task_version(changed tasks, moment timestamptz) returns void language sql security definer set search_path = public as $$
  insert into task_versions (task_id, at, status, lead_department_id, cooperating_ids, owner_basis, received_at, completed_on,
    suspended_on, stops, closed_on, struck_off_on, is_demo, deadline_basis, due_on, baseline_due_on, cycle, report_day)
  values (changed.id, moment, changed.status, changed.lead_department_id,
    (select coalesce(array_agg(department_id order by sort_order), '{}') from task_cooperators where task_id = changed.id),
    changed.owner_basis, changed.received_at, changed.completed_on, changed.suspended_on, changed.stops, changed.closed_on,
    changed.struck_off_on, changed.is_demo, changed.deadline_basis, changed.due_on, changed.baseline_due_on,
    changed.reporting_cycle, changed.report_day)
  on conflict (task_id, at) do update set (status, lead_department_id, cooperating_ids, owner_basis, received_at, completed_on,
    suspended_on, stops, closed_on, struck_off_on, is_demo, deadline_basis, due_on, baseline_due_on, cycle, report_day)
    = (excluded.status, excluded.lead_department_id, excluded.cooperating_ids, excluded.owner_basis, excluded.received_at,
    excluded.completed_on, excluded.suspended_on, excluded.stops, excluded.closed_on, excluded.struck_off_on,
    excluded.is_demo, excluded.deadline_basis, excluded.due_on, excluded.baseline_due_on, excluded.cycle, excluded.report_day)
$$;
--> statement-breakpoint
create function keep_plan_version(changed plans, moment timestamptz) returns void language sql security definer set search_path = public as $$
  insert into plan_versions (plan_id, at, due_soon_days, behind_points, far_behind_points, stale_days)
  values (changed.id, moment, changed.due_soon_days, changed.behind_points, changed.far_behind_points, changed.stale_days)
  on conflict (plan_id, at) do update set (due_soon_days, behind_points, far_behind_points, stale_days)
    = (excluded.due_soon_days, excluded.behind_points, excluded.far_behind_points, excluded.stale_days)
$$;
--> statement-breakpoint
revoke execute on function keep_task_version, keep_plan_version from public;
--> statement-breakpoint
-- Everybody who listens on public_changed hears what changed: 'task CODE', 'plan SLUG' or 'all'.
create function keep_task() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform keep_task_version(new, (select max(at) from audit_events where transaction_id = pg_current_xact_id() and task_id = new.id));
  perform pg_notify('public_changed', 'task ' || new.code);
  return null;
end $$;
--> statement-breakpoint
create function keep_plan() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform keep_plan_version(new, case tg_op when 'INSERT' then '-infinity'
    else (select max(at) from audit_events where transaction_id = pg_current_xact_id()) end);
  perform pg_notify('public_changed', 'plan ' || new.slug);
  return null;
end $$;
--> statement-breakpoint
create function tell_task_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('public_changed', 'task ' || code) from tasks where id = new.task_id;
  return null;
end $$;
--> statement-breakpoint
create function tell_all_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('public_changed', 'all');
  return null;
end $$;
--> statement-breakpoint
create constraint trigger tasks_versions after insert or update on tasks
  deferrable initially deferred for each row execute function keep_task();
--> statement-breakpoint
create constraint trigger plans_versions after insert or update on plans
  deferrable initially deferred for each row execute function keep_plan();
--> statement-breakpoint
create trigger releases_told after insert on releases for each row execute function tell_task_changed();
--> statement-breakpoint
create trigger withdrawals_told after insert on withdrawals for each row execute function tell_task_changed();
--> statement-breakpoint
create trigger installation_told after insert or update on installation for each row execute function tell_all_changed();
--> statement-breakpoint
-- What was before this migration is known as it is now, from its last change on.
select keep_task_version(tasks, coalesce((select max(at) from audit_events where task_id = tasks.id), now())) from tasks;
--> statement-breakpoint
select keep_plan_version(plans, '-infinity') from plans;
--> statement-breakpoint
grant select on task_versions, plan_versions, releases, withdrawals, letters, subscriptions, citizen_mails, public_attempts to taizhang_app;
--> statement-breakpoint
grant insert on releases, withdrawals, letters to taizhang_app;
--> statement-breakpoint
grant insert, update, delete on subscriptions, citizen_mails, public_attempts to taizhang_app;
--> statement-breakpoint
grant update (release_check, answer_workdays) on plans to taizhang_app;
