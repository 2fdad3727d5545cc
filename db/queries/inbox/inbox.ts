import { and, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { personChasing } from "@/db/queries/chasing/chasing";
import { listLetters } from "@/db/queries/letters/letters";
import { waitingReleases } from "@/db/queries/releases";
import { openSubmissions } from "@/db/queries/submissions/open-submissions";
import { reportsToWrite } from "@/db/queries/submissions/reporting-task";
import { isMoving, isPastDue } from "@/db/queries/tasks/past-due";
import { receivableSince } from "@/db/queries/tasks/receivable-since";
import { listTasks } from "@/db/queries/tasks/work-tasks";
import { plans } from "@/db/schema/plans";
import { revisions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import { limitEndsOn } from "@/lib/domain/calendar/time-limits";
import {
  belongs,
  type Chased,
  type InboxItem,
  type InboxSection,
  inboxSections,
} from "@/lib/domain/inbox";
import { isFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import type { OpenSubmission } from "@/lib/domain/submissions/open-submissions";
import { slotOf } from "@/lib/domain/submissions/submission-kinds";
import { handles } from "@/lib/domain/tasks/handlers";
import type { Light } from "@/lib/domain/tasks/lights";
import { isTracked } from "@/lib/domain/tasks/tasks";

/**
 * 我的待办: what waits for this person, section by section, empty sections left out. A count is the length of its list.
 * What the person is named to handle (承办人) comes before what is anybody's of the unit.
 * What waits for a decision comes by risk and then by age, what waits for its release by age, letters by their last day; elsewhere the most overdue
 * come first, then those with the fewest working days left. A constant number of queries.
 */
export async function inbox(actor: Actor, today: Day) {
  if (!isFor(actor.role, "task.view")) return [];
  const items = await collect(actor, today);
  const isOwn = ({ task }: InboxItem) => Number(handles(actor.id, task));
  const ownFirst = (a: InboxItem, b: InboxItem) => isOwn(b) - isOwn(a);
  return inboxSections
    .map((section) => ({
      section,
      items: items
        .filter((item) => belongs(section, item, actor))
        .sort((a, b) => ownFirst(a, b) || (orders[section] ?? byUrgency)(a, b)),
    }))
    .filter((each) => each.items.length > 0);
}

/** Every task that may wait for this person, by itself and with each thing that is open about it. */
async function collect(actor: Actor, today: Day): Promise<InboxItem[]> {
  const [open, reports, chasing, waiting, letters] = await Promise.all([
    openSubmissions(actor),
    reportsToWrite(actor, today),
    personChasing(actor, today),
    waitingReleases(actor, today),
    listLetters(actor, today),
  ]);
  const named = [
    ...[...open, ...reports, ...chasing.chases, ...chasing.escalations].map((of) => of.taskCode),
    ...[...waiting, ...letters].map(({ code }) => code),
  ];
  const all = await listTasks(actor, today, mayWait(named, today));
  const tasks = all.filter(({ kind }) => isTracked(kind));
  const byCode = new Map(tasks.map((task) => [task.code, task]));
  const [receiveBy, sent] = await Promise.all([
    receiptDays([...byCode.keys()]),
    sentRevisions(open),
  ]);
  const isUnderObjection = ({ kind, status }: OpenSubmission) =>
    kind === "objection" && status === "in_review";
  const contested = new Set(open.filter(isUnderObjection).map(({ taskCode }) => taskCode));

  const about = (code: string, id: string, fact: Partial<InboxItem>): InboxItem[] => {
    const task = byCode.get(code);
    const none = { submission: null, report: null, chased: null, release: null, letter: null };
    const waits = {
      sent: null,
      receiveBy: receiveBy.get(code) ?? null,
      isContested: contested.has(code),
    };
    return task ? [{ id, task, ...waits, ...none, ...fact }] : [];
  };
  const chased = (at: { id: string; taskCode: string }, fact: Chased) =>
    about(at.taskCode, at.id, { chased: fact });
  const isBegun = ({ taskCode, kind }: (typeof reports)[number]) =>
    open.some(
      (each) =>
        each.taskCode === taskCode &&
        each.departmentId === actor.departmentId &&
        slotOf(kind).includes(each.kind),
    );

  return [
    ...tasks.flatMap(({ code }) => about(code, code, {})),
    ...open.flatMap((submission) =>
      about(submission.taskCode, submission.id, {
        submission,
        sent: sent.get(submission.id) ?? null,
      }),
    ),
    ...reports
      .filter((report) => !isBegun(report))
      .flatMap((report) => about(report.taskCode, `${report.kind}:${report.taskCode}`, { report })),
    ...waiting.flatMap((release) => about(release.code, `release:${release.id}`, { release })),
    ...letters
      .filter(({ answeredOn, erasure }) => answeredOn === null && erasure === null)
      .flatMap((letter) => about(letter.code, `letter:${letter.id}`, { letter })),
    ...chasing.chases.flatMap((each) =>
      chased(each, { type: "chase", at: each.sentAt, message: each.message, by: each.sentBy }),
    ),
    ...chasing.escalations.flatMap((each) =>
      chased(each, {
        type: "escalation",
        at: each.raisedAt,
        obligation: each.type,
        dueOn: each.dueOn,
        level: each.level,
      }),
    ),
  ];
}

/** Tasks that something is open about, and those that may wait for somebody by themselves: the rules say for whom. */
function mayWait(named: readonly string[], today: Day): SQL | undefined {
  return or(
    inArray(tasks.code, [...new Set(named)]),
    inArray(tasks.status, ["unassigned", "assigned"]),
    and(eq(tasks.status, "completed"), isNull(tasks.struckOffOn)),
    and(isMoving, isPastDue(today)),
  );
}

function byUrgency(a: InboxItem, b: InboxItem): number {
  const left = ({ task, report }: InboxItem) =>
    report?.dueOn ?? (task.health.workdaysLeft === null ? "9999" : (task.dueOn ?? "9999"));
  return (
    b.task.health.daysLate - a.task.health.daysLate ||
    (left(a) === left(b) ? 0 : left(a) < left(b) ? -1 : 1)
  );
}

const risks: Partial<Record<Light, number>> = { red: 2, yellow: 1 };

/** The list comes longest waiting first, and a sort keeps that order among equals. */
function byRisk(a: InboxItem, b: InboxItem): number {
  const risk = ({ task }: InboxItem) => risks[task.health.light] ?? 0;
  return risk(b) - risk(a);
}

const orders: { [Section in InboxSection]?: (a: InboxItem, b: InboxItem) => number } = {
  to_decide: byRisk,
  to_rule: byRisk,
  releases_late: () => 0,
  to_release: () => 0,
  to_answer: () => 0,
  letters_late: () => 0,
};

/** What a decision on each of these submissions would name: the revision last sent and its hash, by submission. */
async function sentRevisions(open: readonly OpenSubmission[]) {
  const ids = open.map(({ id }) => id);
  const rows = await database()
    .selectDistinctOn([revisions.submissionId], {
      submissionId: revisions.submissionId,
      revisionId: revisions.id,
      contentHash: revisions.contentHash,
    })
    .from(revisions)
    .where(ids.length > 0 ? inArray(revisions.submissionId, ids) : sql`false`)
    .orderBy(revisions.submissionId, desc(revisions.number));
  return new Map(rows.map(({ submissionId, ...sent }) => [submissionId, sent]));
}

/** The last day to receive (签收) each of these tasks that waits for it, by code. */
async function receiptDays(codes: readonly string[]): Promise<Map<string, Day>> {
  const reader = database();
  const [calendar, rows] = await Promise.all([
    loadCalendar(reader),
    reader
      .select({ code: tasks.code, since: receivableSince, workdays: plans.receiptWorkdays })
      .from(tasks)
      .innerJoin(plans, eq(plans.id, tasks.planId))
      .where(and(eq(tasks.status, "assigned"), inArray(tasks.code, [...codes]))),
  ]);
  return new Map(
    rows.flatMap(({ code, since, workdays }) =>
      since ? [[code, limitEndsOn(since, workdays, calendar)] as const] : [],
    ),
  );
}
