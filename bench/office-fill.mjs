import { query } from "../scripts/postgres/query.mjs";

/**
 * Fills a database of its own up to so many units, people and plans, two tasks each: straight in its tables as the
 * superuser, without events. What is there already stays, so it can be filled further.
 */
export async function fillOffice(superUrl, { units, people, plans }) {
  await query(
    superUrl,
    `begin;
    set local session_replication_role = replica;

    insert into departments (code, name, kind, parent_id, sort_order)
    select 'bench-' || n, 'Bench ' || n, 'department', top.id, 1000 + n
    from generate_series(1, ${units}) n, departments top
    where top.parent_id is null and top.closed_on is null and top.code = 'provincial-government'
    on conflict do nothing;

    -- Every tenth has the nine after it below itself.
    update departments part set parent_id = whole.id from departments whole
    where part.code ~ '^bench-[0-9]+$' and substr(part.code, 7)::int % 10 <> 0
      and whole.code = 'bench-' || (substr(part.code, 7)::int / 10 * 10);

    insert into department_names (department_id, from_on, name)
    select unit.id, (select min(from_on) from department_names), unit.name
    from departments unit where unit.code like 'bench-%'
    on conflict do nothing;

    insert into users (username, display_name, role, role_granted_by_id, department_id, password_hash, created_at)
    select 'bench-' || n, 'Person ' || n, (array['official', 'official', 'head'])[n % 3 + 1]::role, grantor.id, unit.id,
      grantor.password_hash, grantor.created_at
    from generate_series(1, ${people}) n
      join departments unit on unit.code = 'bench-' || ((n - 1) * ${units} / ${people} + 1), users grantor
    where grantor.username = 'security-admin'
    on conflict do nothing;

    insert into documents (slug, title, kind, issuer, published_on, text, sort_order)
    select 'bench-' || n, 'Document ' || n, 'Plan', 'Bench', date '2024-01-01', 'Do ' || n || '. Then do it.', 1000 + n
    from generate_series(1, ${plans}) n
    on conflict do nothing;

    insert into plans (slug, document_id, title, short_title, summary, sort_order, published_at)
    select slug, id, title, title, '', sort_order, timestamptz '2024-01-02'
    from documents where slug like 'bench-%'
    on conflict do nothing;

    insert into tasks (code, plan_id, document_id, kind, title, quote, quote_start, quote_end, sort_order, deadline_kind,
      status, assigned_at, lead_department_id, owner_basis, due_on, baseline_due_on, deadline_basis)
    select upper(plan.slug) || '-0' || n, plan.id, plan.document_id, 'measure', 'Task ' || n || ' of ' || plan.title,
      'Do', 0, 2, n, 'date', case n when 1 then 'assigned' else 'unassigned' end::task_status,
      case n when 1 then timestamptz '2024-01-03' end, case n when 1 then unit.id end, 'proposed',
      case n when 1 then date '2024-12-31' end, case n when 1 then date '2024-12-31' end,
      case n when 1 then 'assigned' end::deadline_basis
    from plans plan join departments unit on unit.code = plan.slug, generate_series(1, 2) n
    where plan.slug like 'bench-%'
    on conflict do nothing;

    insert into registrations (plan_id, document_id, status, contributor_ids, created_at, changed_at, confirmed_by_id,
      confirmed_at, published_by_id, published_at)
    select plan.id, plan.document_id, 'published', array[drafter.id], plan.published_at, plan.published_at, director.id,
      plan.published_at, director.id, plan.published_at
    from plans plan, users drafter, users director
    where plan.slug like 'bench-%' and drafter.username = 'supervisor-1' and director.username = 'director'
      and not exists (select from registrations of where of.plan_id = plan.id);
    commit;
    analyze`,
  );
}
