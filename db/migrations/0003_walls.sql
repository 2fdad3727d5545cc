ALTER TABLE "audit_events" ADD COLUMN "sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "chases" ADD COLUMN "sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD COLUMN "sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "published_reports" ADD COLUMN "sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD COLUMN "sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "due_moves" ADD COLUMN "sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD COLUMN "sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD COLUMN "event_id" uuid;--> statement-breakpoint
ALTER TABLE "task_versions" ADD COLUMN "sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "task_versions" ADD COLUMN "event_id" uuid;--> statement-breakpoint
ALTER TABLE "task_versions" ADD COLUMN "submission_id" uuid;--> statement-breakpoint
ALTER TABLE "audit_events" ALTER COLUMN "recorded_at" SET DEFAULT now();--> statement-breakpoint
ALTER TABLE "audit_events" ALTER COLUMN "transaction_id" SET DEFAULT pg_current_xact_id();--> statement-breakpoint
-- What was recorded before gets its place by the history: an event by when it was recorded, every other row right after the
-- event of its own moment. One order over all tables.
create table public.places as
  select 'audit_events' as name, id as key, task_id, at, row_number() over (order by recorded_at, id) as place from public.audit_events;
--> statement-breakpoint
create index on public.places (task_id, at);
--> statement-breakpoint
create index on public.places (at);
--> statement-breakpoint
do $$
declare
  kind text[];
  kinds text[] := array[
    array['task_versions', 'id', 'r.task_id', 'at'],
    array['plan_versions', 'id', 'null::uuid', 'at'],
    array['review_decisions', 'id', '(select s.task_id from public.submissions s where s.id = r.submission_id)', 'decided_at'],
    array['published_reports', 'id', 'r.task_id', 'published_at'],
    array['releases', 'submission_id', 'r.task_id', 'released_at'],
    array['withdrawals', 'submission_id', 'r.task_id', 'withdrawn_at'],
    array['due_moves', 'id', 'r.task_id', 'moved_at'],
    array['comments', 'id', 'r.task_id', 'posted_at'],
    array['chases', 'id', 'r.task_id', 'sent_at'],
    array['escalations', 'id', 'r.task_id', 'raised_at'],
    array['notifications', 'id', 'r.task_id', 'created_at'],
    array['mails', 'id', 'null::uuid', 'created_at'],
    array['reminders', 'id', 'r.task_id', 'created_at']];
begin
  create table public.numbered (name text, key uuid, sequence bigint);
  foreach kind slice 1 in array kinds loop
    execute format('insert into public.places (name, key, at, place)
      select %L, r.%I, r.%I, coalesce(
        (select max(e.place) from public.places e where e.name = ''audit_events'' and e.task_id = %s and e.at = r.%I),
        (select max(e.place) from public.places e where e.name = ''audit_events'' and e.at <= r.%I), 0)
      from public.%I r', kind[1], kind[2], kind[4], kind[3], kind[4], kind[4], kind[1]);
  end loop;
  insert into public.numbered
    select name, key, row_number() over (order by place, name <> 'audit_events', at, key) from public.places;
  create index on public.numbered (name, key);
  foreach kind slice 1 in array kinds || array[array['audit_events', 'id', '', '']] loop
    execute format('alter table public.%I disable trigger user', kind[1]);
    execute format('update public.%I r set sequence = n.sequence from public.numbered n where n.name = %L and n.key = r.%I',
      kind[1], kind[1], kind[2]);
    execute format('alter table public.%I enable trigger user', kind[1]);
  end loop;
end $$;
--> statement-breakpoint
create sequence public.record_sequence;
--> statement-breakpoint
select setval('public.record_sequence', (select count(*) from public.numbered) + 1, false);
--> statement-breakpoint
drop table public.places, public.numbered;
--> statement-breakpoint
ALTER TABLE "audit_events" ALTER COLUMN "sequence" SET DEFAULT nextval('record_sequence');--> statement-breakpoint
ALTER TABLE "chases" ALTER COLUMN "sequence" SET DEFAULT nextval('record_sequence');--> statement-breakpoint
ALTER TABLE "escalations" ALTER COLUMN "sequence" SET DEFAULT nextval('record_sequence');--> statement-breakpoint
ALTER TABLE "comments" ALTER COLUMN "sequence" SET DEFAULT nextval('record_sequence');--> statement-breakpoint
ALTER TABLE "mails" ALTER COLUMN "sequence" SET DEFAULT nextval('record_sequence');--> statement-breakpoint
ALTER TABLE "notifications" ALTER COLUMN "sequence" SET DEFAULT nextval('record_sequence');--> statement-breakpoint
ALTER TABLE "reminders" ALTER COLUMN "sequence" SET DEFAULT nextval('record_sequence');--> statement-breakpoint
ALTER TABLE "releases" ALTER COLUMN "sequence" SET DEFAULT nextval('record_sequence');--> statement-breakpoint
ALTER TABLE "withdrawals" ALTER COLUMN "sequence" SET DEFAULT nextval('record_sequence');--> statement-breakpoint
ALTER TABLE "published_reports" ALTER COLUMN "sequence" SET DEFAULT nextval('record_sequence');--> statement-breakpoint
ALTER TABLE "review_decisions" ALTER COLUMN "sequence" SET DEFAULT nextval('record_sequence');--> statement-breakpoint
ALTER TABLE "due_moves" ALTER COLUMN "sequence" SET DEFAULT nextval('record_sequence');--> statement-breakpoint
ALTER TABLE "plan_versions" ALTER COLUMN "sequence" SET DEFAULT nextval('record_sequence');--> statement-breakpoint
ALTER TABLE "task_versions" ALTER COLUMN "sequence" SET DEFAULT nextval('record_sequence');--> statement-breakpoint
update public.task_versions v set
  event_id = (select e.id from public.audit_events e where e.task_id = v.task_id and e.at = v.at
    order by (e.type = 'submission.approved') desc, e.sequence desc limit 1),
  submission_id = (select e.submission_id from public.audit_events e where e.task_id = v.task_id and e.at = v.at
    and e.type = 'submission.approved' order by e.sequence desc limit 1);
--> statement-breakpoint
-- Sessions are timed by the real time now, also in the demo.
update public.sessions set
  started_at = started_at - make_interval(days => (select clock_shift_days from public.installation)),
  seen_at = seen_at - make_interval(days => (select clock_shift_days from public.installation))
where exists (select from public.installation);
--> statement-breakpoint
ALTER TABLE "plan_versions" DROP CONSTRAINT "plan_versions_once";--> statement-breakpoint
ALTER TABLE "task_versions" DROP CONSTRAINT "task_versions_once";--> statement-breakpoint
DROP INDEX "audit_events_task_id_recorded_at_index";--> statement-breakpoint
DROP INDEX "audit_events_recorded_at_index";--> statement-breakpoint
DROP INDEX "published_reports_task_id_published_at_index";--> statement-breakpoint
CREATE INDEX "audit_events_task_id_sequence_index" ON "audit_events" USING btree ("task_id","sequence");--> statement-breakpoint
CREATE INDEX "published_reports_task_id_sequence_index" ON "published_reports" USING btree ("task_id","sequence");--> statement-breakpoint
CREATE INDEX "plan_versions_plan_id_sequence_index" ON "plan_versions" USING btree ("plan_id","sequence");--> statement-breakpoint
CREATE INDEX "task_versions_task_id_sequence_index" ON "task_versions" USING btree ("task_id","sequence");--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_sequence_unique" UNIQUE("sequence");--> statement-breakpoint
ALTER TABLE "chases" ADD CONSTRAINT "chases_sequence_unique" UNIQUE("sequence");--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_sequence_unique" UNIQUE("sequence");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_sequence_unique" UNIQUE("sequence");--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_sequence_unique" UNIQUE("sequence");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_sequence_unique" UNIQUE("sequence");--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_sequence_unique" UNIQUE("sequence");--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_sequence_unique" UNIQUE("sequence");--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_sequence_unique" UNIQUE("sequence");--> statement-breakpoint
ALTER TABLE "published_reports" ADD CONSTRAINT "published_reports_sequence_unique" UNIQUE("sequence");--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_sequence_unique" UNIQUE("sequence");--> statement-breakpoint
ALTER TABLE "due_moves" ADD CONSTRAINT "due_moves_sequence_unique" UNIQUE("sequence");--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_sequence_unique" UNIQUE("sequence");--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_once" UNIQUE("plan_id","event_id");--> statement-breakpoint
ALTER TABLE "task_versions" ADD CONSTRAINT "task_versions_sequence_unique" UNIQUE("sequence");--> statement-breakpoint
ALTER TABLE "task_versions" ADD CONSTRAINT "task_versions_once" UNIQUE("task_id","event_id");--> statement-breakpoint
-- Every function has a fixed search_path with pg_temp last, and names what it uses in full: a temporary table that is named
-- like one of ours stands before it in nobody's eyes.
alter function public.refuse_change() set search_path = pg_catalog, public, pg_temp;
--> statement-breakpoint
alter function public.keep_promise() set search_path = pg_catalog, public, pg_temp;
--> statement-breakpoint
alter function public.bigrams(text) set search_path = pg_catalog, public, pg_temp;
--> statement-breakpoint
alter function public.notify_all_changed() set search_path = pg_catalog, public, pg_temp;
--> statement-breakpoint
create or replace function public.refuse_own_work() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select 1 from public.contributors where submission_id = new.submission_id
             and user_id in (new.decided_by_id, new.on_behalf_of_id)) then
    raise exception 'A contributor cannot decide, nor have it decided' using errcode = 'check_violation';
  end if;
  if exists (select 1 from public.review_decisions d where d.revision_id = new.revision_id
             and (d.decided_by_id in (new.decided_by_id, new.on_behalf_of_id)
                  or d.on_behalf_of_id in (new.decided_by_id, new.on_behalf_of_id))) then
    raise exception 'One person counts once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function public.demand_event() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
declare
  changed jsonb := to_jsonb(new);
  task uuid := (case tg_table_name when 'tasks' then changed ->> 'id' else changed ->> 'task_id' end)::uuid;
begin
  if task is null then
    select s.task_id into task from public.submissions s where s.id = (changed ->> 'submission_id')::uuid;
  end if;
  if not exists (select 1 from public.audit_events where transaction_id = pg_current_xact_id() and task_id = task) then
    raise exception 'A change of % has no event in the history', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create or replace function public.demand_any_event() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select 1 from public.audit_events where transaction_id = pg_current_xact_id()) then
    raise exception 'A change of % has no event in the history', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create or replace function public.notify_task_changed() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_notify('public_changed', 'task ' || code) from public.tasks where id = new.task_id;
  return null;
end $$;
--> statement-breakpoint
create or replace function public.notify_approved() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_notify('public_changed', 'task ' || t.code) from public.submissions s join public.tasks t on t.id = s.task_id
    where s.id = new.submission_id and s.status = 'approved';
  return null;
end $$;
--> statement-breakpoint
-- A version for each event of a task, at the commit, so that the cooperating units are those it ends with. It runs as its
-- owner, because the app's role may not write here. `at` is the event's, and never before the version before it: a clock
-- set back by no more than a day does not reach into a day that is over. One that was a day ahead and more was wrong
-- then, and holds nothing up now.
create or replace function public.task_changed() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  event public.audit_events;
  before timestamptz := (select at from public.task_versions where task_id = new.id order by sequence desc limit 1);
begin
  select * into event from public.audit_events where transaction_id = pg_current_xact_id() and task_id = new.id
    order by (type = 'submission.approved') desc, sequence desc limit 1;
  insert into public.task_versions (task_id, at, event_id, submission_id, status, lead_department_id, cooperating_ids,
    owner_basis, received_at, completed_on, suspended_on, stops, closed_on, struck_off_on, is_demo, deadline_basis, due_on,
    baseline_due_on, cycle, report_day)
  values (new.id,
    case when event.at <= before and event.at > before - interval '1 day' then before + interval '1 millisecond' else event.at end,
    event.id, case when event.type = 'submission.approved' then event.submission_id end, new.status, new.lead_department_id,
    (select coalesce(array_agg(department_id order by sort_order), '{}') from public.task_cooperators where task_id = new.id),
    new.owner_basis, new.received_at, new.completed_on, new.suspended_on, new.stops, new.closed_on, new.struck_off_on,
    new.is_demo, new.deadline_basis, new.due_on, new.baseline_due_on, new.reporting_cycle, new.report_day)
  on conflict (task_id, event_id) do update set (status, lead_department_id, cooperating_ids, owner_basis, received_at,
    completed_on, suspended_on, stops, closed_on, struck_off_on, is_demo, deadline_basis, due_on, baseline_due_on, cycle, report_day)
    = (excluded.status, excluded.lead_department_id, excluded.cooperating_ids, excluded.owner_basis, excluded.received_at,
    excluded.completed_on, excluded.suspended_on, excluded.stops, excluded.closed_on, excluded.struck_off_on,
    excluded.is_demo, excluded.deadline_basis, excluded.due_on, excluded.baseline_due_on, excluded.cycle, excluded.report_day);
  perform pg_notify('public_changed', 'task ' || new.code);
  return null;
end $$;
--> statement-breakpoint
create or replace function public.plan_changed() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  event public.audit_events;
  before timestamptz := (select at from public.plan_versions where plan_id = new.id order by sequence desc limit 1);
begin
  if tg_op = 'UPDATE' then
    select * into event from public.audit_events where transaction_id = pg_current_xact_id() order by sequence desc limit 1;
  end if;
  insert into public.plan_versions (plan_id, at, event_id, due_soon_days, behind_points, far_behind_points, stale_days)
  values (new.id,
    case when tg_op = 'INSERT' then '-infinity'
      when event.at <= before and event.at > before - interval '1 day' then before + interval '1 millisecond' else event.at end,
    event.id, new.due_soon_days, new.behind_points, new.far_behind_points, new.stale_days)
  on conflict (plan_id, event_id) do update set (due_soon_days, behind_points, far_behind_points, stale_days)
    = (excluded.due_soon_days, excluded.behind_points, excluded.far_behind_points, excluded.stale_days);
  perform pg_notify('public_changed', 'plan ' || new.slug);
  return null;
end $$;
--> statement-breakpoint
drop function public.save_task_version(public.tasks, timestamptz), public.save_plan_version(public.plans, timestamptz);
--> statement-breakpoint
-- What the database says of a row and nobody else: its place in the order of all that is recorded.
create function public.number_row() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.sequence := nextval('public.record_sequence');
  else
    new.sequence := old.sequence;
  end if;
  return new;
end $$;
--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['audit_events', 'task_versions', 'plan_versions', 'review_decisions', 'published_reports',
    'releases', 'withdrawals', 'due_moves', 'comments', 'chases', 'escalations', 'notifications', 'mails', 'reminders'] loop
    execute format('create trigger %I before insert or update on public.%I for each row execute function public.number_row()',
      name || '_numbered', name);
  end loop;
end $$;
--> statement-breakpoint
-- When an event was recorded and by which transaction, the database says. The app's clock, which a demo shifts, is within
-- an hour of the database's wherever the data is real: no event can be dated into a day that is over.
create function public.stamp_event() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  new.recorded_at := clock_timestamp();
  new.transaction_id := pg_current_xact_id();
  if new.at not between new.recorded_at - interval '1 hour' and new.recorded_at + interval '1 hour'
     and exists (select from public.installation where not is_demo) then
    raise exception 'The time of an event is not the time of the database' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger audit_events_stamped before insert on public.audit_events for each row execute function public.stamp_event();
--> statement-breakpoint
-- Asks for a background job, in the transaction of the change. It runs as its owner: the site may ask for a job, and neither
-- read the queue nor take from it.
create function public.queue_job(name text, payload json, key text, queue text default null, run_at timestamptz default null,
  key_mode text default 'replace') returns void language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  perform graphile_worker.add_job(name, payload, queue_name => queue, run_at => queue_job.run_at, job_key => key,
    job_key_mode => key_mode);
end $$;
