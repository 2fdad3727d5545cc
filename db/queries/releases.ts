import { and, asc, desc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import { departments, users } from "@/db/schema/people";
import { releases, withdrawals } from "@/db/schema/releases";
import { reviewDecisions, revisions, submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import { type WorkCalendar, workdaysBetween } from "@/lib/domain/calendar/work-days";
import { releasableKinds } from "@/lib/domain/disclosure";
import { pageAt } from "@/lib/domain/paging";
import { can, isFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import {
  type ListedRelease,
  lateBefore,
  type ReleaseFilters,
  type ReleaseState,
  readReleaseFilters,
  releaseDueOn,
  releaseRefusal,
  unpublishRefusal,
} from "@/lib/domain/releases";
import { loadCalendar } from "./calendar/calendar";
import { lastDecidedAt, lastDecision } from "./last-decision";
import { contentOf, stateColumns } from "./submissions/submission-state";
import { hasWords } from "./tasks/task-search";
import { visibleTo } from "./tasks/visible-to";
import { type Sought, seek } from "./words-found";

const speaks = and(
  eq(submissions.status, "approved"),
  inArray(submissions.kind, [...releasableKinds]),
);
/** Submissions whose release check is still to be made, as SQL: approval itself releases where the plan asks for none. */
export const awaitsRelease = isNotNull(submissions.awaitsReleaseSince);

/**
 * The account that has verified (核查销号) a completion, as a column of submissions; null where nobody has. By what is
 * recorded: a task that is worked on again (重新督办) knows it no longer.
 */
export const verifiedById = sql<string | null>`case when ${submissions.kind} = 'completion' then (
  select case when after.type = 'task.struck_off' then after.actor_id end from ${auditEvents} after
  where after.task_id = ${submissions.taskId} and after.sequence > ${lastDecision}
    and after.type in ('task.struck_off', 'task.reopened')
  order by after.sequence limit 1) end`;

/** The person of that account. */
export const verifierId = sql<
  string | null
>`(select ${users.personId} from ${users} where ${users.id} = ${verifiedById})`;

/**
 * A page of what was approved and speaks to the public, with what was decided on its release or the working days left of the
 * twenty to decide, and how many there are in all. For whoever oversees or audits; nobody else gets any. What waits comes first,
 * the longest waiting at the top, then what is decided, the newest first. Whoever makes release checks is told of each that
 * waits why another must make it.
 */
export async function releasesPage(
  actor: Actor,
  today: Day,
  asked: unknown,
  pageSize = 50,
  filters: ReleaseFilters = readReleaseFilters({}),
) {
  const calendar = await loadCalendar(database());
  const { ofOpen, ofDecided, isLate } = narrowed(
    filters,
    await seek(filters.q),
    lateBefore(today, calendar),
    visibleTo(actor),
  );
  const counts = await countReleases(actor, isLate, ofOpen, ofDecided);
  const waiting = counts.late + counts.waiting;
  const { page, pages, offset, limit } = pageAt(waiting + counts.decided, asked, pageSize);
  const shownWaiting = Math.max(0, Math.min(limit, waiting - offset));
  const [open, decided] = await Promise.all([
    selectReleases(ofOpen)
      .orderBy(asc(lastDecision))
      .limit(shownWaiting)
      .offset(Math.min(offset, waiting)),
    selectReleases(and(isNotNull(releases.submissionId), ofDecided))
      .orderBy(desc(releases.sequence))
      .limit(waiting + counts.decided === 0 ? 0 : limit - shownWaiting)
      .offset(Math.max(0, offset - waiting)),
  ]);
  const checks = isFor(actor.role, "submission.release");
  const rows = withLimits([...open, ...decided], today, calendar).map((row) => ({
    ...row,
    refusal: checks && row.disclosure === null ? releaseRefusal(actor, stateOf(row)) : null,
  }));
  return { counts, page, pages, releases: rows };
}

/** What is asked for of what waits, and of what is decided on. */
function narrowed(
  { state, kind }: ReleaseFilters,
  sought: readonly Sought[],
  lateApproval: Date,
  isVisible: SQL | undefined,
) {
  const isLate = sql`${submissions.awaitsReleaseSince} < ${lateApproval.toISOString()}::timestamptz`;
  const isAsked = and(isVisible, kind ? eq(submissions.kind, kind) : undefined, hasWords(sought));
  const ofState = { "": sql`true`, late: isLate, waiting: sql`not ${isLate}`, decided: sql`false` };
  const hasDecided = state === "" || state === "decided";
  return {
    isLate,
    ofOpen: and(awaitsRelease, ofState[state], isAsked),
    ofDecided: and(hasDecided ? undefined : sql`false`, isAsked),
  };
}

/** How many wait, past their last day or not, and how many are decided on: none for whoever is shown none. */
async function countReleases(actor: Actor, isLate: SQL, ofOpen?: SQL, ofDecided?: SQL) {
  if (!isFor(actor.role, "release.read")) return { late: 0, waiting: 0, decided: 0 };
  const [[open], decided] = await Promise.all([
    database()
      .select({
        late: sql`count(*) filter (where ${isLate})`.mapWith(Number),
        waiting: sql`count(*) filter (where not ${isLate})`.mapWith(Number),
      })
      .from(submissions)
      .innerJoin(tasks, eq(tasks.id, submissions.taskId))
      .where(ofOpen),
    database().$count(
      // Each is of a task and a submission, which are looked at where something is asked of them.
      ofDecided
        ? sql`${releases} join ${tasks} on ${tasks.id} = ${releases.taskId}
            join ${submissions} on ${submissions.id} = ${releases.submissionId}`
        : releases,
      ofDecided,
    ),
  ]);
  return { late: open?.late ?? 0, waiting: open?.waiting ?? 0, decided };
}

/** Those with these ids, for whoever makes the release check. */
export async function releasesOf(actor: Actor, today: Day, ids: readonly string[]) {
  const found = await releasesWhere(today, inArray(submissions.id, [...ids]));
  return found.filter((each) => can(actor, "submission.release", each));
}

/** Whether one approved submission is public, for whoever may read it; null while it is not approved or never can be. */
export async function releaseOf(submissionId: string, today: Day) {
  const [found] = await releasesWhere(today, eq(submissions.id, submissionId));
  return found ?? null;
}

/** One of them with its words as they would be public, and why this person may not decide or withdraw. Null if not theirs to see. */
export async function releaseDetail(actor: Actor, id: string, today: Day) {
  const [found] = await releasesWhere(today, eq(submissions.id, id));
  if (!found || !can(actor, "release.read", found)) return null;
  const [revision] = await database()
    .select({ kind: revisions.kind, content: revisions.content })
    .from(revisions)
    .where(eq(revisions.submissionId, id))
    .orderBy(desc(revisions.number))
    .limit(1);
  if (!revision) return null;
  const { withdrawnAt } = found;
  const state = stateOf(found);
  return {
    ...found,
    content: contentOf(revision),
    withdrawnOn: withdrawnAt && dayIn(withdrawnAt),
    releaseRefusal: releaseRefusal(actor, state),
    unpublishRefusal: unpublishRefusal(actor, state),
  };
}

/** What the rules are asked about; nothing is listed that was not approved. */
function stateOf(row: Awaited<ReturnType<typeof selectReleases>>[number]): ReleaseState {
  return { ...row, status: "approved", isWithdrawn: row.withdrawnAt !== null };
}

/** Newest first. */
async function releasesWhere(today: Day, where?: SQL) {
  const [rows, calendar] = await Promise.all([
    selectReleases(where).orderBy(desc(lastDecision)),
    loadCalendar(database()),
  ]);
  return withLimits(rows, today, calendar);
}

function withLimits(
  rows: Awaited<ReturnType<typeof selectReleases>>,
  today: Day,
  calendar: WorkCalendar,
) {
  return rows.map((row): ListedRelease & typeof row => {
    const dueOn = releaseDueOn(row.approvedAt, calendar);
    return { ...row, dueOn, workdaysLeft: workdaysBetween(today, dueOn, calendar) };
  });
}

function selectReleases(where?: SQL) {
  const approvedAt = sql<Date>`${lastDecidedAt}`.mapWith(reviewDecisions.decidedAt);
  return database()
    .select({
      id: submissions.id,
      kind: submissions.kind,
      code: tasks.code,
      title: tasks.title,
      leadDepartmentId: stateColumns.leadDepartmentId,
      cooperatingIds: stateColumns.cooperatingIds,
      unit: departments.name,
      contributorIds: stateColumns.contributorIds,
      verifierId,
      approvedAt,
      disclosure: releases.disclosure,
      ground: releases.ground,
      withdrawnAt: withdrawals.withdrawnAt,
      withdrawalReason: withdrawals.reason,
    })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .innerJoin(departments, eq(departments.id, submissions.departmentId))
    .leftJoin(releases, eq(releases.submissionId, submissions.id))
    .leftJoin(withdrawals, eq(withdrawals.submissionId, submissions.id))
    .where(and(speaks, where))
    .$dynamic();
}
