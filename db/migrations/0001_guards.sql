-- What the database itself refuses, whoever asks.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['audit_events', 'revisions', 'review_decisions', 'published_reports', 'answered_requests', 'due_moves', 'files', 'comments'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', name || '_rows_fixed', name);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', name || '_kept', name);
  end loop;
end $$;
--> statement-breakpoint
create function keep_promise() returns trigger language plpgsql as $$
begin
  if old.baseline_due_on is not null and new.baseline_due_on is distinct from old.baseline_due_on then
    raise exception 'The baseline of % is fixed', old.code using errcode = 'check_violation';
  end if;
  if (new.code, new.quote, new.quote_start, new.quote_end, new.document_id, new.deadline_verbatim)
     is distinct from
     (old.code, old.quote, old.quote_start, old.quote_end, old.document_id, old.deadline_verbatim) then
    raise exception 'What the document says of % is fixed', old.code using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger tasks_promise before update on tasks for each row execute function keep_promise();
--> statement-breakpoint
create function refuse_own_work() returns trigger language plpgsql as $$
begin
  if exists (select 1 from contributors where submission_id = new.submission_id
             and user_id in (new.decided_by_id, new.on_behalf_of_id)) then
    raise exception 'A contributor cannot decide, nor have it decided' using errcode = 'check_violation';
  end if;
  if exists (select 1 from review_decisions d where d.revision_id = new.revision_id
             and (d.decided_by_id in (new.decided_by_id, new.on_behalf_of_id)
                  or d.on_behalf_of_id in (new.decided_by_id, new.on_behalf_of_id))) then
    raise exception 'One person counts once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger review_decisions_four_eyes before insert on review_decisions for each row execute function refuse_own_work();
--> statement-breakpoint
-- COMMIT fails when a change has no event of the same transaction: the history cannot be forgotten.
create function demand_event() returns trigger language plpgsql as $$
declare
  task uuid := case tg_table_name when 'tasks' then new.id else (to_jsonb(new) ->> 'task_id')::uuid end;
begin
  if task is null then
    select s.task_id into task from submissions s where s.id = (to_jsonb(new) ->> 'submission_id')::uuid;
  end if;
  if not exists (select 1 from audit_events where transaction_id = pg_current_xact_id() and task_id = task) then
    raise exception 'A change of % has no event in the history', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger tasks_recorded after insert or update on tasks
  deferrable initially deferred for each row execute function demand_event();
--> statement-breakpoint
create constraint trigger submissions_opened after insert on submissions
  deferrable initially deferred for each row execute function demand_event();
--> statement-breakpoint
create constraint trigger submissions_moved after update on submissions
  deferrable initially deferred for each row
  when (old.status is distinct from new.status or old.step is distinct from new.step)
  execute function demand_event();
--> statement-breakpoint
create constraint trigger review_decisions_recorded after insert on review_decisions
  deferrable initially deferred for each row execute function demand_event();
--> statement-breakpoint
create constraint trigger published_reports_recorded after insert on published_reports
  deferrable initially deferred for each row execute function demand_event();
--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['due_moves', 'comments', 'chases', 'escalations', 'light_notices', 'evidence'] loop
    execute format('create constraint trigger %I after insert or update on %I deferrable initially deferred for each row execute function demand_event()', name || '_recorded', name);
  end loop;
end $$;
--> statement-breakpoint
-- The same for what belongs to no task.
create function demand_any_event() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from audit_events where transaction_id = pg_current_xact_id()) then
    raise exception 'A change of % has no event in the history', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger deputations_recorded after insert or update on deputations
  deferrable initially deferred for each row execute function demand_any_event();
--> statement-breakpoint
create constraint trigger plans_recorded after update on plans
  deferrable initially deferred for each row execute function demand_any_event();
--> statement-breakpoint
-- Chinese has no spaces: text is found by any two characters that stand side by side in it.
create function bigrams(source text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct substr(plain, i, 2)), '{}')
  from (select regexp_replace(lower(source), '\s+', ' ', 'g') as plain) as t,
       generate_series(1, length(plain) - 1) as i
  where substr(plain, i, 2) !~ '\s'
$$;
--> statement-breakpoint
create index tasks_search on tasks using gin (bigrams(code || ' ' || title || ' ' || quote || ' ' || coalesce(scope, '')));
--> statement-breakpoint
-- The app's role owns nothing. What is not granted here it cannot do.
grant usage on schema public to taizhang_app;
--> statement-breakpoint
grant select on all tables in schema public to taizhang_app;
--> statement-breakpoint
grant insert on audit_events, answered_requests, revisions, review_decisions, published_reports, contributors, due_moves,
  files, comments, reminders to taizhang_app;
--> statement-breakpoint
grant insert, update on submissions, sessions, deputations, evidence, chases, escalations, light_notices, outbox,
  notifications, mails to taizhang_app;
--> statement-breakpoint
grant insert on tasks to taizhang_app;
--> statement-breakpoint
grant update (review_steps, due_soon_days, behind_points, far_behind_points, stale_days, receipt_workdays, objection_workdays,
  evidence_required, reminders, version) on plans to taizhang_app;
--> statement-breakpoint
grant update (email) on users to taizhang_app;
--> statement-breakpoint
grant update (clock_shift_days) on installation to taizhang_app;
--> statement-breakpoint
grant update (status, lead_department_id, owner_basis, assigned_at, received_at, received_by_id, completed_on, is_demo,
  due_on, baseline_due_on, deadline_basis, reporting_cycle, report_day, scope, suspended_on, closed_on, struck_off_on,
  struck_off_by_id, version) on tasks to taizhang_app;
--> statement-breakpoint
grant insert, delete on task_cooperators to taizhang_app;
--> statement-breakpoint
grant insert, update, delete on sign_in_attempts to taizhang_app;
