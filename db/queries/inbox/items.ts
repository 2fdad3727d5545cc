import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { chasesOf } from "@/db/queries/chasing/chasing";
import { climbsTo } from "@/db/queries/chasing/levels";
import { lettersOf } from "@/db/queries/letters/letters";
import { releasesOf } from "@/db/queries/releases";
import { openSubmissions } from "@/db/queries/submissions/open-submissions";
import { reportsToWrite } from "@/db/queries/submissions/reporting-task";
import { receivableSince } from "@/db/queries/tasks/receivable-since";
import { listTasks } from "@/db/queries/tasks/work-tasks";
import { plans } from "@/db/schema/plans";
import { revisions, submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import { limitEndsOn } from "@/lib/domain/calendar/time-limits";
import type { Chased, InboxItem, InboxSection } from "@/lib/domain/inbox";
import type { Actor } from "@/lib/domain/people/roles";

/** One thing of a section: of which task, which thing, and how many the section has. */
export type Listed = { section: InboxSection; taskId: string; ref: string; count: number };

/** What a row of each section names; a task by itself where it is left out. */
const abouts = {
  releases_late: "release",
  to_release: "release",
  to_decide: "submission",
  to_rule: "submission",
  returned: "submission",
  drafts: "submission",
  held: "submission",
  in_review: "submission",
  chased: "chase",
  to_answer: "letter",
  letters_late: "letter",
  to_report: "report",
} as const satisfies { [Section in InboxSection]?: string };
/** Whether a section holds what somebody wrote, and not tasks as they stand. */
export const isOfWriting = (section: InboxSection) =>
  ["submission", "release"].includes(aboutOf(section) ?? "");

const aboutOf = (section: InboxSection) =>
  (abouts as Partial<Record<InboxSection, string>>)[section];

const alone = { submission: null, report: null, chased: null, release: null, letter: null };

/** Nothing is asked of the database about nothing. */
async function ofAny<Thing>(ids: string[], load: (ids: string[]) => Promise<Thing[]>) {
  return ids.length === 0 ? [] : load(ids);
}

/** What these rows show, for whoever it was found for. At most so many queries, however many rows. */
export async function loadItems(
  actor: Actor,
  today: Day,
  rows: readonly Listed[],
): Promise<(row: Listed) => InboxItem | null> {
  if (rows.length === 0) return () => null;
  const refs = (about: (typeof abouts)[keyof typeof abouts]) =>
    rows.filter(({ section }) => aboutOf(section) === about).map(({ ref }) => ref);
  const taskIds = [...new Set(rows.map(({ taskId }) => taskId))];
  const toReport = rows.flatMap(({ section, taskId }) => (section === "to_report" ? taskId : []));
  const [work, submitted, sent, reports, chases, levels, releases, letters, receipts] =
    await Promise.all([
      listTasks(actor, today, inArray(tasks.id, taskIds)),
      ofAny(refs("submission"), (ids) => openSubmissions(actor, { ids })),
      ofAny(refs("submission"), sentRevisions),
      ofAny(toReport, (ids) => reportsToWrite(actor, today, ids)),
      ofAny(refs("chase"), (ids) => chasesOf(actor, ids)),
      ofAny(refs("chase"), (ids) => climbsTo(actor, today, ids)),
      ofAny(refs("release"), (ids) => releasesOf(actor, today, ids)),
      ofAny(refs("letter"), (ids) => lettersOf(actor, today, ids)),
      receiptsOf(taskIds),
    ]);
  const taskById = new Map(work.map((task) => [task.id, task]));
  const byId = <Thing extends { id: string }>(things: readonly Thing[], id: string) =>
    things.find((thing) => thing.id === id) ?? null;
  const chased = (id: string): Chased | null => {
    const chase = byId(chases, id);
    if (chase) return { type: "chase", at: chase.sentAt, message: chase.message, by: chase.sentBy };
    const level = byId(levels, id);
    if (!level) return null;
    const { raisedAt: at, type: obligation, dueOn, climb } = level;
    return { type: "escalation", at, obligation, dueOn, level: level.level, climb };
  };
  const facts = ({ section, ref }: Listed): Partial<InboxItem> | null => {
    switch (aboutOf(section)) {
      case "submission": {
        const submission = byId(submitted, ref);
        const revision = sent.find(({ submissionId }) => submissionId === ref);
        return submission && { submission, sent: revision ?? null };
      }
      case "report": {
        const report = reports.find(({ kind, taskCode }) => ref === `${kind}:${taskCode}`);
        return report ? { report } : null;
      }
      case "chase": {
        const found = chased(ref);
        return found && { chased: found };
      }
      case "release": {
        const release = byId(releases, ref);
        return release && { id: `release:${ref}`, release };
      }
      case "letter": {
        const letter = byId(letters, ref);
        return letter && { id: `letter:${ref}`, letter };
      }
      default:
        return {};
    }
  };
  return (row) => {
    const task = taskById.get(row.taskId);
    const fact = facts(row);
    if (!task || !fact) return null;
    const receipt = receipts.get(row.taskId) ?? { receiveBy: null, isContested: false };
    return { id: row.ref, task, sent: null, ...receipt, ...alone, ...fact };
  };
}

/** What a decision on each of these submissions would name: the revision last sent and its hash. */
function sentRevisions(ids: string[]) {
  return database()
    .selectDistinctOn([revisions.submissionId], {
      submissionId: revisions.submissionId,
      revisionId: revisions.id,
      contentHash: revisions.contentHash,
    })
    .from(revisions)
    .where(inArray(revisions.submissionId, ids))
    .orderBy(revisions.submissionId, desc(revisions.number));
}

/** Of those of these tasks that wait to be received (签收): the last day to do it, and whether an objection is under review. */
async function receiptsOf(taskIds: string[]) {
  const objects = and(
    eq(submissions.taskId, tasks.id),
    eq(submissions.kind, "objection"),
    eq(submissions.status, "in_review"),
  );
  const [calendar, rows] = await Promise.all([
    loadCalendar(database()),
    database()
      .select({
        id: tasks.id,
        since: receivableSince,
        workdays: plans.receiptWorkdays,
        isContested: sql<boolean>`exists (select from ${submissions} where ${objects})`,
      })
      .from(tasks)
      .innerJoin(plans, eq(plans.id, tasks.planId))
      .where(and(eq(tasks.status, "assigned"), inArray(tasks.id, taskIds))),
  ]);
  return new Map(
    rows.map(({ id, since, workdays, isContested }) => [
      id,
      { receiveBy: since && limitEndsOn(since, workdays, calendar), isContested },
    ]),
  );
}
