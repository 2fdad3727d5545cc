ALTER TABLE "tasks" ADD COLUMN "report_sent" jsonb;--> statement-breakpoint
ALTER TABLE "task_versions" ADD COLUMN "report_sent" jsonb;--> statement-breakpoint
-- by hand
-- The register says what the lead unit has sent and nobody has decided on: it is not late for the days that others take.
create function public.report_sent(submission uuid) returns jsonb language sql stable
set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('kind', r.kind, 'sentOn', (r.submitted_at at time zone 'Asia/Shanghai')::date,
    'period', jsonb_build_object('start', r.content ->> 'periodStart', 'end', r.content ->> 'periodEnd'))
  from public.revisions r where r.submission_id = submission order by r.number desc limit 1
$$;
--> statement-breakpoint
create function public.report_moved() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.tasks set report_sent = case when new.status = 'in_review' then public.report_sent(new.id) end
    where id = new.task_id;
  return null;
end $$;
--> statement-breakpoint
create trigger submissions_report_moved after update on public.submissions for each row
  when (new.kind in ('progress', 'completion') and (old.status = 'in_review') is distinct from (new.status = 'in_review'))
  execute function public.report_moved();
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
    owner_basis, received_at, completed_on, report_sent, suspended_on, stops, closed_on, struck_off_on, is_demo,
    deadline_basis, due_on, baseline_due_on, cycle, report_day)
  values (new.id,
    case when event.at <= before and event.at > before - interval '1 day' then before + interval '1 millisecond' else event.at end,
    event.id, case when event.type = 'submission.approved' then event.submission_id end, new.status, new.lead_department_id,
    (select coalesce(array_agg(department_id order by sort_order), '{}') from public.task_cooperators where task_id = new.id),
    new.owner_basis, new.received_at, new.completed_on, new.report_sent, new.suspended_on, new.stops, new.closed_on,
    new.struck_off_on, new.is_demo, new.deadline_basis, new.due_on, new.baseline_due_on, new.reporting_cycle, new.report_day)
  on conflict (task_id, event_id) do update set (status, lead_department_id, cooperating_ids, owner_basis, received_at,
    completed_on, report_sent, suspended_on, stops, closed_on, struck_off_on, is_demo, deadline_basis, due_on,
    baseline_due_on, cycle, report_day)
    = (excluded.status, excluded.lead_department_id, excluded.cooperating_ids, excluded.owner_basis, excluded.received_at,
    excluded.completed_on, excluded.report_sent, excluded.suspended_on, excluded.stops, excluded.closed_on,
    excluded.struck_off_on, excluded.is_demo, excluded.deadline_basis, excluded.due_on, excluded.baseline_due_on,
    excluded.cycle, excluded.report_day);
  if public.is_task_public(new.id) then
    perform pg_notify('public_changed', 'task ' || new.code);
  end if;
  return null;
end $$;
--> statement-breakpoint
-- What is in review today, and the day on which the approved completions were sent. Past days stay as they were shown.
alter table public.tasks disable trigger user;
--> statement-breakpoint
alter table public.task_versions disable trigger user;
--> statement-breakpoint
update public.tasks t set report_sent = public.report_sent(s.id) from public.submissions s
  where s.task_id = t.id and s.status = 'in_review' and s.kind in ('progress', 'completion');
--> statement-breakpoint
update public.tasks t set completed_on = least(t.completed_on, sent.day)
  from (select s.task_id, max((public.report_sent(s.id) ->> 'sentOn')::date) as day from public.submissions s
    where s.status = 'approved' and s.kind = 'completion' group by s.task_id) sent
  where sent.task_id = t.id and t.status = 'completed';
--> statement-breakpoint
update public.task_versions v set completed_on = t.completed_on, report_sent = t.report_sent from public.tasks t
  where v.task_id = t.id and v.sequence = (select max(sequence) from public.task_versions where task_id = t.id)
    and (v.completed_on, v.report_sent) is distinct from (t.completed_on, t.report_sent);
--> statement-breakpoint
alter table public.tasks enable trigger user;
--> statement-breakpoint
alter table public.task_versions enable trigger user;
