-- What the database itself refuses, whoever asks.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['audit_events', 'revisions', 'review_decisions', 'published_reports', 'answered_requests', 'due_moves', 'files', 'comments',
    'releases', 'withdrawals', 'letters'] loop
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
  foreach name in array array['due_moves', 'comments', 'chases', 'escalations', 'light_notices', 'evidence', 'releases',
    'withdrawals', 'letters'] loop
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
create constraint trigger delegations_recorded after insert or update on delegations
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
-- Every change of a task is kept as of its moment by the app's clock, which its events carry. At the commit, so that the
-- cooperating units are those it ends with; of two changes at one moment the later stands. It runs as its owner, because
-- the app's role may not write here.
create function save_task_version(changed tasks, moment timestamptz) returns void language sql security definer set search_path = public as $$
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
create function save_plan_version(changed plans, moment timestamptz) returns void language sql security definer set search_path = public as $$
  insert into plan_versions (plan_id, at, due_soon_days, behind_points, far_behind_points, stale_days)
  values (changed.id, moment, changed.due_soon_days, changed.behind_points, changed.far_behind_points, changed.stale_days)
  on conflict (plan_id, at) do update set (due_soon_days, behind_points, far_behind_points, stale_days)
    = (excluded.due_soon_days, excluded.behind_points, excluded.far_behind_points, excluded.stale_days)
$$;
--> statement-breakpoint
revoke execute on function save_task_version, save_plan_version from public;
--> statement-breakpoint
-- Everybody who listens on public_changed hears what changed: 'task CODE', 'plan SLUG' or 'all'.
create function task_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform save_task_version(new, (select max(at) from audit_events where transaction_id = pg_current_xact_id() and task_id = new.id));
  perform pg_notify('public_changed', 'task ' || new.code);
  return null;
end $$;
--> statement-breakpoint
create function plan_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform save_plan_version(new, case tg_op when 'INSERT' then '-infinity'
    else (select max(at) from audit_events where transaction_id = pg_current_xact_id()) end);
  perform pg_notify('public_changed', 'plan ' || new.slug);
  return null;
end $$;
--> statement-breakpoint
create function notify_task_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('public_changed', 'task ' || code) from tasks where id = new.task_id;
  return null;
end $$;
--> statement-breakpoint
create function notify_all_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('public_changed', 'all');
  return null;
end $$;
--> statement-breakpoint
create constraint trigger tasks_versions after insert or update on tasks
  deferrable initially deferred for each row execute function task_changed();
--> statement-breakpoint
create constraint trigger plans_versions after insert or update on plans
  deferrable initially deferred for each row execute function plan_changed();
--> statement-breakpoint
create trigger releases_notify after insert on releases for each row execute function notify_task_changed();
--> statement-breakpoint
create trigger withdrawals_notify after insert on withdrawals for each row execute function notify_task_changed();
--> statement-breakpoint
create trigger installation_notify after insert or update on installation for each row execute function notify_all_changed();
--> statement-breakpoint
-- How many letters came and how many are answered is public: so is that a report waits for its release check.
create function notify_approved() returns trigger language plpgsql as $$
begin
  perform pg_notify('public_changed', 'task ' || t.code) from submissions s join tasks t on t.id = s.task_id
    where s.id = new.submission_id and s.status = 'approved';
  return null;
end $$;
--> statement-breakpoint
create trigger review_decisions_notify after insert on review_decisions for each row execute function notify_approved();
--> statement-breakpoint
create trigger letters_notify after insert on letters for each row execute function notify_task_changed();
