import { type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "./client";

/** The login roles of one installation, by the process that signs in with each. */
export type Roles = { app: string; worker: string };

/** A role of `Roles` that could do more than it is granted here, by its name. */
export class StrongRole extends Error {
  constructor(readonly role: string) {
    super(`The role ${role} may do more than the site needs.`);
  }
}

/** The role that release 0.2.0 granted everything to, whatever database it was in. */
const formerRole = "taizhang_app";

/**
 * Grants the site and the worker what they need in this database, and takes from everybody what is not named here: they
 * own nothing, create nothing and have no temporary tables. In one transaction, so that a site that runs meanwhile misses
 * nothing. Refuses a role that is more than a login (`StrongRole`). Asked by the owner, at every start.
 */
export async function grantAccess(db: Database, roles: Roles): Promise<void> {
  for (const role of Object.values(roles)) await refuseStrong(db, role);
  await db.transaction(async (tx) => {
    const former = await tx.execute(sql`select 1 from pg_roles where rolname = ${formerRole}`);
    const others = former.length > 0 ? [sql.identifier(formerRole)] : [];
    const ours = [sql.identifier(roles.app), sql.identifier(roles.worker)];
    await takeAll(tx, sql.join([sql`public`, ...others, ...ours], sql`, `));
    for (const grant of shared) await tx.execute(sql`${grant} to ${sql.join(ours, sql`, `)}`);
    const worker = sql`${sql.identifier(roles.worker)}`;
    for (const grant of ofWorker) await tx.execute(sql`${grant} to ${worker}`);
    await letWork(tx, worker);
  });
}

async function refuseStrong(db: Database, role: string): Promise<void> {
  const rows = await db.execute(sql`
    select 1 from pg_roles where rolname = ${role}
      and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls
        or exists (select from pg_auth_members where member = pg_roles.oid)
        or rolname = current_user)`);
  if (rows.length > 0) throw new StrongRole(role);
}

const schemas = [sql`public`, sql`graphile_worker`];

async function takeAll(tx: Transaction, everybody: SQL): Promise<void> {
  for (const schema of schemas) {
    await tx.execute(sql`revoke all on schema ${schema} from ${everybody}`);
    for (const kind of [sql`tables`, sql`sequences`, sql`functions`])
      await tx.execute(sql`revoke all on all ${kind} in schema ${schema} from ${everybody}`);
  }
}

/** The site's, and the worker's too. */
const shared = [
  sql`grant usage on schema public`,
  sql`grant select on all tables in schema public`,
  sql`grant usage on sequence public.record_sequence`,
  sql`grant execute on function public.folded, public.search_parts, public.public_words, public.task_words, public.queue_job, public.bare, public.utf16_slice, public.is_corrected,
    public.is_task_public, public.utf16_length`,
  sql`grant insert on audit_events, answered_requests, revisions, review_decisions, published_reports, contributors,
    due_moves, files, comments, releases, withdrawals, letters, letter_erasures, letter_follow_ups,
    follow_up_answers, follow_up_checks, instructions, instruction_handlings, outbox, documents, plans, corrections`,
  sql`grant insert, update on submissions, sessions, delegations, evidence, chases, look_marks, correction_requests`,
  sql`grant insert, update, delete on registrations`,
  sql`grant insert, update, delete on sign_in_attempts, subscriptions, citizen_mails, spent_points,
    known_devices, refused_sign_ins`,
  sql`grant insert, delete on task_cooperators, letter_addresses`,
  sql`grant insert, update, delete on task_health, stale_health`,
  sql`grant insert on tasks`,
  sql`grant update (status, lead_department_id, owner_basis, assigned_at, received_at, received_by_id, completed_on,
    completion_sent_on,
    handler_id, head_in_charge_id, is_demo, due_on, baseline_due_on, deadline_basis, reporting_cycle, report_day, scope,
    suspended_on, closed_on, struck_off_on, struck_off_by_id, stops, version) on tasks`,
  // What the document says changes with a 更正 only: triggers hold every other hand off.
  sql`grant update (title, title_en, quote, quote_start, quote_end, reference, note, owner_verbatim, deadline_verbatim, deadline_kind,
    deadline_note, window_start) on tasks`,
  sql`grant update (title, kind, issuer, document_number, dated_on, published_on, text) on documents`,
  sql`grant update (title, title_en, short_title, summary, published_at, ended_at, archived_at) on plans`,
  sql`grant update (review_steps, due_soon_days, behind_points, far_behind_points, stale_days, receipt_workdays,
    objection_workdays, evidence_required, reminders, release_check, answer_workdays, version) on plans`,
  sql`grant update (acknowledged_by_id, acknowledged_at, note) on escalations`,
  sql`grant update (read_at, settled) on notifications`,
  sql`grant update (unmailed, password_hash, password_changed_at, must_change_password) on users`,
  sql`grant insert, delete on password_history`,
  sql`grant insert on start_links`,
  sql`grant update (used_at, ended_at) on start_links`,
  sql`grant insert on departments, department_names`,
  sql`grant update (name, name_en, short_name, aliases, kind, member_kinds, parent_id, sort_order, contact_office, contact_phone, contact_address,
    contact_email, contact_hours, contact_is_public, closed_on, merged_into_id, version) on departments`,
  sql`grant update (name, short_name) on department_names`,
  sql`grant insert, update (display_name, department_id, role, role_granted_by_id, branch_id, post, email, phone, disabled_at, left_on,
    version) on users`,
  sql`grant insert, delete on unit_liaisons`,
  sql`grant insert, update (bytes, imported_at, counts, account_ids), delete on sheet_uploads`,
  sql`grant insert, update (bytes, state, stage, attempts, refusal, reader_version, grammar_version, text, warnings, facts,
    corrected, columns, registration_id, changed_at, version) on imports`,
  sql`grant insert on document_blocks, candidate_owners, candidate_deadlines, candidate_targets`,
  // What was proposed is never written over; what a person makes of it stands beside it.
  sql`grant insert, update (position, state, edited, answered, merged_into_id, decided_by_id, decided_at, version), delete
    on import_candidates`,
  sql`grant update (candidate_id, chosen_id, chosen_by_id, chosen_at) on candidate_owners`,
  sql`grant update (candidate_id) on candidate_deadlines, candidate_targets`,
  sql`grant insert, update on import_mappings, edition_decisions`,
  sql`grant update (days_asked, days_ahead) on installation`,
  sql`grant update (name, title, intro, headline, host, operator, contact, code, icp, police, party_gov_url, error_url,
    sign_in_help, letters_note, accessibility, synonyms, home_plans, version) on site_settings`,
  sql`grant insert, update on retention_periods, calendar_years, mail_trials, plan_defaults, notification_texts`,
  sql`grant insert, update, delete on mail_settings`,
  sql`grant insert, delete on calendar_exceptions, skipped_steps`,
];

/** Whom the clock makes late, who was told of it and what was mailed, the worker alone writes; it alone cleans up. */
const ofWorker = [
  sql`grant insert on reminders, escalations`,
  sql`grant insert, update on notifications, mails, light_notices, gap_notices`,
  sql`grant update (announced_at) on outbox`,
  sql`grant update (clock_shift_days) on installation`,
  sql`grant delete on imports, gap_notices, sessions, start_links, notifications, mails, outbox`,
  sql`grant execute on function public.delete_old_answers, public.delete_unsent_evidence, public.recount`,
];

const queueTables = [
  "_private_jobs",
  "_private_job_queues",
  "_private_tasks",
  "_private_known_crontabs",
];

/** The queue's tables have row level security on and no policy, so whoever runs jobs needs one besides the grants. */
async function letWork(tx: Transaction, worker: SQL) {
  await tx.execute(sql`grant usage on schema graphile_worker to ${worker}`);
  await tx.execute(sql`grant execute on all functions in schema graphile_worker to ${worker}`);
  await tx.execute(
    sql`grant select on graphile_worker.migrations, graphile_worker.jobs to ${worker}`,
  );
  for (const name of queueTables) {
    const table = sql`graphile_worker.${sql.identifier(name)}`;
    await tx.execute(sql`grant select, insert, update, delete on ${table} to ${worker}`);
    await tx.execute(sql`drop policy if exists app on ${table}`);
    await tx.execute(
      sql`create policy app on ${table} to ${worker} using (true) with check (true)`,
    );
  }
}
