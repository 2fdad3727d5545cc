CREATE TYPE "public"."correction_status" AS ENUM('open', 'confirmed', 'declined');--> statement-breakpoint
CREATE TYPE "public"."registration_status" AS ENUM('draft', 'proposed', 'confirmed', 'published');--> statement-breakpoint
CREATE TABLE "correction_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subject" text NOT NULL,
	"task_id" uuid,
	"document_id" uuid,
	"plan_id" uuid,
	"changes" jsonb NOT NULL,
	"reason" text NOT NULL,
	"proposed_by_id" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"status" "correction_status" DEFAULT 'open' NOT NULL,
	"decided_by_id" uuid,
	"decided_at" timestamp with time zone,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sequence" bigint DEFAULT nextval('record_sequence') NOT NULL,
	"subject" text NOT NULL,
	"task_id" uuid,
	"document_id" uuid,
	"plan_id" uuid,
	"changes" jsonb NOT NULL,
	"reason" text NOT NULL,
	"proposed_by_id" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"request_id" uuid NOT NULL,
	"confirmed_by_id" uuid NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	"transaction_id" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "corrections_sequence_unique" UNIQUE("sequence"),
	CONSTRAINT "corrections_four_eyes" CHECK ("corrections"."proposed_by_id" <> "corrections"."confirmed_by_id"),
	CONSTRAINT "corrections_subject" CHECK (num_nonnulls("corrections"."task_id", "corrections"."document_id", "corrections"."plan_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"status" "registration_status" DEFAULT 'draft' NOT NULL,
	"plan_id" uuid,
	"document_id" uuid,
	"document" jsonb,
	"plan" jsonb,
	"tasks" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"contributor_ids" uuid[] NOT NULL,
	"return_reason" text,
	"confirmed_by_id" uuid,
	"confirmed_at" timestamp with time zone,
	"published_by_id" uuid,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "registrations_confirmed" CHECK (("registrations"."status" in ('confirmed', 'published')) = ("registrations"."confirmed_at" is not null)
        and ("registrations"."confirmed_at" is null) = ("registrations"."confirmed_by_id" is null)
        and ("registrations"."confirmed_at" is null or ("registrations"."plan_id" is not null and "registrations"."document_id" is not null))),
	CONSTRAINT "registrations_published" CHECK (("registrations"."status" = 'published') = ("registrations"."published_at" is not null)
        and ("registrations"."published_at" is null) = ("registrations"."published_by_id" is null)),
	CONSTRAINT "registrations_four_eyes" CHECK ("registrations"."contributor_ids" <> array["registrations"."confirmed_by_id"] and "registrations"."contributor_ids" <> array["registrations"."published_by_id"])
);
--> statement-breakpoint
ALTER TABLE "documents" ALTER COLUMN "source_page_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "registration_id" uuid;--> statement-breakpoint
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_proposed_by_id_users_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_proposed_by_id_users_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_request_id_correction_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."correction_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_confirmed_by_id_users_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_confirmed_by_id_users_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_published_by_id_users_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "correction_requests_status_proposed_at_index" ON "correction_requests" USING btree ("status","proposed_at");--> statement-breakpoint
CREATE INDEX "corrections_task_id_sequence_index" ON "corrections" USING btree ("task_id","sequence");--> statement-breakpoint
CREATE INDEX "corrections_document_id_sequence_index" ON "corrections" USING btree ("document_id","sequence");--> statement-breakpoint
CREATE INDEX "corrections_plan_id_sequence_index" ON "corrections" USING btree ("plan_id","sequence");--> statement-breakpoint
CREATE INDEX "corrections_confirmed_at_index" ON "corrections" USING btree ("confirmed_at");--> statement-breakpoint
CREATE INDEX "registrations_status_changed_at_index" ON "registrations" USING btree ("status","changed_at");--> statement-breakpoint
CREATE INDEX "registrations_plan_id_index" ON "registrations" USING btree ("plan_id");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_prefix" ON "registrations" USING btree (("plan" ->> 'prefix'));
--> statement-breakpoint
-- by hand
alter table public.tasks add constraint tasks_registration_fk foreign key (registration_id) references public.registrations (id);
--> statement-breakpoint
-- What was there is public since it is in the register.
alter table public.plans disable trigger user;
--> statement-breakpoint
update public.plans set published_at = coalesce((select min(v.at) from public.task_versions v
  join public.tasks t on t.id = v.task_id where t.plan_id = plans.id), now());
--> statement-breakpoint
alter table public.plans enable trigger user;
--> statement-breakpoint
-- A quote as it is compared with others: without blanks and punctuation, as bareQuote of lib/domain/documents/spans.ts has it.
create function public.bare(quote text) returns text language sql immutable strict parallel safe
set search_path = pg_catalog, public, pg_temp as $$
  select lower(regexp_replace(quote, '[\s[:punct:]　-〿！-／：-＠［-｀｛-･‐-‧‰-⁞]', '', 'g'))
$$;
--> statement-breakpoint
create index tasks_bare_quote on public.tasks (md5(public.bare(quote)));
--> statement-breakpoint
-- Places are UTF-16 indices, as a browser counts: a sign beyond the first plane counts twice.
create function public.utf16_slice(source text, starts integer, ends integer) returns text language sql immutable strict parallel safe
set search_path = pg_catalog, public, pg_temp as $$
  select case when source ~ '[\U00010000-\U0010FFFF]'
    then replace(substr(regexp_replace(source, '([\U00010000-\U0010FFFF])', '\1' || chr(1), 'g'), starts + 1, ends - starts), chr(1), '')
    else substr(source, starts + 1, ends - starts) end
$$;
--> statement-breakpoint
-- A quote is what stands at its place in its document, however either is broken into lines, at every commit.
create function public.keep_quotes() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
declare wrong text;
begin
  if tg_table_name = 'tasks' then
    select t.code into wrong from public.tasks t join public.documents d on d.id = t.document_id
      where t.id = new.id and regexp_replace(t.quote, '[\s　]', '', 'g')
        <> regexp_replace(public.utf16_slice(d.text, t.quote_start, t.quote_end), '[\s　]', '', 'g');
  else
    select t.code into wrong from public.tasks t join public.documents d on d.id = t.document_id
      where d.id = new.id and regexp_replace(t.quote, '[\s　]', '', 'g')
        <> regexp_replace(public.utf16_slice(d.text, t.quote_start, t.quote_end), '[\s　]', '', 'g') limit 1;
  end if;
  if wrong is not null then
    raise exception 'The quote of % is not what its document says there', wrong using errcode = 'check_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger tasks_quoted after insert or update of quote, quote_start, quote_end, document_id on public.tasks
  deferrable initially deferred for each row execute function public.keep_quotes();
--> statement-breakpoint
create constraint trigger documents_quoted after update of text on public.documents
  deferrable initially deferred for each row execute function public.keep_quotes();
--> statement-breakpoint
-- Whether a 更正 of this very transaction says that this column of this row becomes this value.
create function public.is_corrected(row_id uuid, name text, becomes jsonb) returns boolean language sql stable
set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from public.corrections c, jsonb_array_elements(c.changes) as change
    where c.transaction_id = pg_current_xact_id() and row_id in (c.task_id, c.document_id, c.plan_id)
      and lower(regexp_replace(change ->> 'field', '([A-Z])', '_\1', 'g')) = name
      and (name = 'text' or coalesce(change -> 'after', 'null') = coalesce(becomes, 'null')))
$$;
--> statement-breakpoint
create or replace function public.keep_promise() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
declare
  was jsonb := to_jsonb(old);
  becomes jsonb := to_jsonb(new);
  name text;
begin
  if old.baseline_due_on is not null and new.baseline_due_on is distinct from old.baseline_due_on
     and not public.is_corrected(new.id, 'baseline_due_on', becomes -> 'baseline_due_on') then
    raise exception 'The baseline of % is fixed', old.code using errcode = 'check_violation';
  end if;
  foreach name in array array['code', 'document_id', 'plan_id', 'registration_id', 'title', 'quote', 'quote_start', 'quote_end', 'reference', 'note',
    'owner_verbatim', 'deadline_verbatim', 'deadline_kind', 'deadline_note', 'window_start'] loop
    continue when was -> name = becomes -> name;
    continue when public.is_corrected(new.id, name, becomes -> name);
    -- What stands behind a corrected place of the text moves with it.
    continue when name in ('quote_start', 'quote_end') and public.is_corrected(new.document_id, 'text', null);
    raise exception 'What the document says of % is fixed', old.code using errcode =
      case when name in ('code', 'document_id', 'quote', 'quote_start', 'quote_end', 'deadline_verbatim')
        then 'check_violation' else 'insufficient_privilege' end;
  end loop;
  return new;
end $$;
--> statement-breakpoint
-- The same for documents, of which everything is fixed, and for the words of plans.
create function public.keep_words() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
declare
  was jsonb := to_jsonb(old);
  becomes jsonb := to_jsonb(new);
  name text;
begin
  for name in select jsonb_object_keys(becomes) loop
    continue when was -> name = becomes -> name;
    continue when tg_table_name = 'plans' and name not in ('slug', 'document_id', 'title', 'short_title', 'summary');
    continue when public.is_corrected(new.id, name, becomes -> name);
    raise exception 'What the % says is fixed', tg_table_name using errcode = 'check_violation';
  end loop;
  return new;
end $$;
--> statement-breakpoint
create trigger documents_promise before update on public.documents for each row execute function public.keep_words();
--> statement-breakpoint
create trigger plans_promise before update on public.plans for each row execute function public.keep_words();
--> statement-breakpoint
-- A plan is published, ended and put away in this order, once each. While it is over, none of its tasks is open.
create function public.keep_plan_state() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and ((old.published_at is not null and new.published_at is distinct from old.published_at)
     or (old.ended_at is not null and new.ended_at is distinct from old.ended_at)
     or (old.archived_at is not null and new.archived_at is distinct from old.archived_at)) then
    raise exception 'The state of a plan does not go back' using errcode = 'check_violation';
  end if;
  if (new.ended_at is not null and new.published_at is null) or (new.archived_at is not null and new.ended_at is null) then
    raise exception 'A plan is published before it is ended, and ended before it is archived' using errcode = 'check_violation';
  end if;
  if new.ended_at is not null and exists (select from public.tasks where plan_id = new.id and kind <> 'principle'
     and status not in ('completed', 'cancelled', 'exempted')) then
    raise exception 'A plan with open tasks is not over' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger plans_states before insert or update of published_at, ended_at, archived_at on public.plans
  for each row execute function public.keep_plan_state();
--> statement-breakpoint
create function public.keep_over() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.status not in ('completed', 'cancelled', 'exempted') and new.kind <> 'principle'
     and exists (select from public.plans where id = new.plan_id and ended_at is not null) then
    raise exception 'The plan of % is over', new.code using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger tasks_plan_over before insert or update of status, plan_id on public.tasks
  for each row execute function public.keep_over();
--> statement-breakpoint
-- A part belongs to the 立项 of what it is part of.
create function public.inherit_registration() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.registration_id is null and new.parent_id is not null then
    new.registration_id := (select registration_id from public.tasks where id = new.parent_id);
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger tasks_registration before insert on public.tasks for each row execute function public.inherit_registration();
--> statement-breakpoint
-- 立项: what has been confirmed is as it was confirmed, and goes nowhere but into the public.
create function public.keep_registration() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.status <> 'draft' then
      raise exception 'A registration begins as a draft' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.status in ('confirmed', 'published') and (tg_op = 'DELETE' or new.status < old.status
     or (new.plan_id, new.document_id, new.document, new.plan, new.tasks, new.contributor_ids, new.confirmed_by_id, new.confirmed_at)
     is distinct from (old.plan_id, old.document_id, old.document, old.plan, old.tasks, old.contributor_ids, old.confirmed_by_id, old.confirmed_at)
     or old.status = 'published') then
    raise exception 'A confirmed registration is fixed' using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if new.status = 'confirmed' and old.status not in ('proposed', 'confirmed') then
    raise exception 'Nobody has proposed it' using errcode = 'check_violation';
  end if;
  if new.status in ('confirmed', 'published') and old.status is distinct from new.status and not exists (select from public.users
     where id = coalesce(new.published_by_id, new.confirmed_by_id) and role = 'director' and disabled_at is null) then
    raise exception 'The office director confirms and publishes' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger registrations_kept before insert or update or delete on public.registrations
  for each row execute function public.keep_registration();
--> statement-breakpoint
create constraint trigger registrations_recorded after insert or update or delete on public.registrations
  deferrable initially deferred for each row execute function public.demand_any_event();
--> statement-breakpoint
create constraint trigger plans_made after insert on public.plans
  deferrable initially deferred for each row execute function public.demand_any_event();
--> statement-breakpoint
create constraint trigger documents_recorded after insert or update on public.documents
  deferrable initially deferred for each row execute function public.demand_any_event();
--> statement-breakpoint
create constraint trigger correction_requests_recorded after insert or update on public.correction_requests
  deferrable initially deferred for each row execute function public.demand_any_event();
--> statement-breakpoint
create constraint trigger corrections_recorded after insert on public.corrections
  deferrable initially deferred for each row execute function public.demand_any_event();
--> statement-breakpoint
create function public.stamp_correction() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  new.transaction_id := pg_current_xact_id();
  if not exists (select from public.correction_requests r join public.users u on u.id = new.confirmed_by_id
     where r.id = new.request_id and r.proposed_by_id = new.proposed_by_id and r.decided_by_id = new.confirmed_by_id and r.status = 'confirmed'
       and u.role in ('supervisor', 'director') and u.disabled_at is null) then
    raise exception 'A correction is what a second person has confirmed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger corrections_stamped before insert on public.corrections for each row execute function public.stamp_correction();
--> statement-breakpoint
create trigger corrections_numbered before insert or update on public.corrections for each row execute function public.number_row();
--> statement-breakpoint
create trigger corrections_rows_fixed before update or delete on public.corrections for each row execute function public.refuse_change();
--> statement-breakpoint
create trigger corrections_kept before truncate on public.corrections for each statement execute function public.refuse_change();
--> statement-breakpoint
create function public.keep_request() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.status <> 'open' or (new.subject, new.task_id, new.document_id, new.plan_id, new.changes, new.reason, new.proposed_by_id, new.proposed_at)
     is distinct from (old.subject, old.task_id, old.document_id, old.plan_id, old.changes, old.reason, old.proposed_by_id, old.proposed_at) then
    raise exception 'What was proposed is fixed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger correction_requests_kept before update on public.correction_requests for each row execute function public.keep_request();
--> statement-breakpoint
-- A quote that only moves with the text around it is no change of its task: the correction of the document has its event.
drop trigger tasks_recorded on public.tasks;
--> statement-breakpoint
create constraint trigger tasks_registered after insert on public.tasks
  deferrable initially deferred for each row execute function public.demand_event();
--> statement-breakpoint
create constraint trigger tasks_recorded after update on public.tasks deferrable initially deferred for each row
  when ((to_jsonb(old) - 'quote_start' - 'quote_end') is distinct from (to_jsonb(new) - 'quote_start' - 'quote_end'))
  execute function public.demand_event();
--> statement-breakpoint
drop trigger tasks_versions on public.tasks;
--> statement-breakpoint
create constraint trigger tasks_first_versions after insert on public.tasks
  deferrable initially deferred for each row execute function public.task_changed();
--> statement-breakpoint
create constraint trigger tasks_versions after update on public.tasks deferrable initially deferred for each row
  when ((to_jsonb(old) - 'quote_start' - 'quote_end') is distinct from (to_jsonb(new) - 'quote_start' - 'quote_end'))
  execute function public.task_changed();
--> statement-breakpoint
-- Nobody who listens on public_changed hears of what is not public: no task and no plan before it is published.
create function public.is_task_public(task uuid) returns boolean language sql stable
set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from public.tasks t join public.plans p on p.id = t.plan_id
    left join public.registrations r on r.id = t.registration_id
    where t.id = task and p.published_at is not null and (t.registration_id is null or r.published_at is not null))
$$;
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
  if public.is_task_public(new.id) then
    perform pg_notify('public_changed', 'task ' || new.code);
  end if;
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
  if new.published_at is not null then
    perform pg_notify('public_changed', 'plan ' || new.slug);
  end if;
  return null;
end $$;
--> statement-breakpoint
create or replace function public.notify_task_changed() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_notify('public_changed', 'task ' || code) from public.tasks where id = new.task_id and public.is_task_public(id);
  return null;
end $$;
--> statement-breakpoint
create or replace function public.notify_approved() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_notify('public_changed', 'task ' || t.code) from public.submissions s join public.tasks t on t.id = s.task_id
    where s.id = new.submission_id and s.status = 'approved' and public.is_task_public(t.id);
  return null;
end $$;
--> statement-breakpoint
-- What becomes public, what is put away and what a document says anew is to be seen everywhere.
create trigger registrations_notify after update of published_at on public.registrations
  for each row when (new.published_at is not null) execute function public.notify_all_changed();
--> statement-breakpoint
create trigger plans_state_notify after update of ended_at, archived_at on public.plans
  for each row execute function public.notify_all_changed();
--> statement-breakpoint
create trigger documents_notify after update on public.documents for each row execute function public.notify_all_changed();
