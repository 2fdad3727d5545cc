-- What the database itself refuses, whoever asks.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['audit_events', 'revisions', 'review_decisions', 'published_reports', 'answered_requests'] loop
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
  if exists (select 1 from contributors where submission_id = new.submission_id and user_id = new.decided_by_id) then
    raise exception 'A contributor cannot decide' using errcode = 'check_violation';
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
-- The app's role owns nothing. What is not granted here it cannot do.
grant usage on schema public to taizhang_app;
--> statement-breakpoint
grant select on all tables in schema public to taizhang_app;
--> statement-breakpoint
grant insert on audit_events, answered_requests, revisions, review_decisions, published_reports, contributors to taizhang_app;
--> statement-breakpoint
grant insert, update on submissions, sessions to taizhang_app;
--> statement-breakpoint
grant update (status, lead_department_id, owner_basis, assigned_at, received_at, received_by_id, completed_on, is_demo,
  due_on, baseline_due_on, deadline_basis, reporting_cycle, version) on tasks to taizhang_app;
--> statement-breakpoint
grant insert, delete on task_cooperators to taizhang_app;
--> statement-breakpoint
grant insert, update, delete on sign_in_attempts to taizhang_app;
