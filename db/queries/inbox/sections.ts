import { and, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { lastDecidedAt } from "@/db/queries/last-decision";
import { awaitsRelease } from "@/db/queries/releases";
import { mayDecide } from "@/db/queries/submissions/decidable";
import type { AskedReports } from "@/db/queries/submissions/reports-asked";
import { isOpenSubmission } from "@/db/queries/submissions/submission-state";
import { isTheirs, isTrackedTask, mayAct } from "@/db/queries/tasks/acted-on";
import { keptOn } from "@/db/queries/tasks/kept-health";
import { isMoving, isPastDue } from "@/db/queries/tasks/past-due";
import { isOpenChase } from "@/db/queries/tasks/task-search";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { chases, escalations } from "@/db/schema/chasing";
import { letterErasures, letters } from "@/db/schema/letters";
import { submissions } from "@/db/schema/submissions";
import { taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import type { InboxSection } from "@/lib/domain/inbox";
import { isFor } from "@/lib/domain/people/permissions";
import { type Actor, isUnitRole } from "@/lib/domain/people/roles";

/**
 * What stands in one section, as SQL over tasks and plans and what is joined to them: `ref` says which thing it is, the task
 * itself where it is left out. They come by `rank`, then by `day`, then by how long they wait.
 */
export type Entries = {
  section: InboxSection;
  joins?: SQL;
  ref?: SQL;
  where: SQL | undefined;
  rank?: SQL;
  day?: SQL;
  since?: SQL;
};

/** What the rules of time have to say beforehand. */
type Known = {
  today: Day;
  /** `lateBefore` of today. */
  lateReleases: Date;
  reports: { progress: AskedReports; contribution: AskedReports } | null;
  escalationIds: readonly string[];
};

const ofSubmissions = sql`join ${submissions} on ${eq(submissions.taskId, tasks.id)}`;
const ofLetters = sql`join ${letters} on ${eq(letters.taskId, tasks.id)}`;
const waitsSince = sql`coalesce(${submissions.stepSince}, ${submissions.savedAt})`;

/** Every section that can hold something for this person. */
export function entriesFor(actor: Actor, known: Known): Entries[] {
  return [
    ...(isUnitRole(actor) ? ofUnit(actor, known) : ofOffice(actor, known)),
    ...decisions(actor, known),
    {
      section: "chased",
      joins: sql`join ${escalations} on ${eq(escalations.taskId, tasks.id)}`,
      ref: sql`${escalations.id}::text`,
      where: inArray(escalations.id, [...known.escalationIds]),
      day: sql`${tasks.dueOn}`,
    },
  ];
}

/** What waits at this person's step of a review: by how the task stands, and then by how long. */
function decisions(actor: Actor, { today }: Known): Entries[] {
  const { role, standsInFor } = actor;
  const capacities = [actor, ...standsInFor];
  if (!capacities.some((capacity) => isFor(capacity.role, "submission.decide"))) return [];
  const isObjection = role === "director" ? eq(submissions.kind, "objection") : sql`false`;
  const waiting = {
    joins: sql`${ofSubmissions} join ${taskHealth} on ${keptOn(today)}`,
    ref: sql`${submissions.id}::text`,
    rank: sql`case ${taskHealth.light} when 'red' then 0 when 'yellow' then 1 else 2 end`,
    since: waitsSince,
  };
  return [
    { section: "to_decide", ...waiting, where: and(mayDecide(actor), sql`not ${isObjection}`) },
    { section: "to_rule", ...waiting, where: and(mayDecide(actor), isObjection) },
  ];
}

function ofUnit(actor: Actor, { today, reports }: Known): Entries[] {
  const { departmentId } = actor;
  const isLed = eq(tasks.leadDepartmentId, departmentId);
  const isOwn = eq(submissions.departmentId, departmentId);
  const ours = (status: "returned" | "draft" | "in_review", where?: SQL) => ({
    joins: ofSubmissions,
    ref: sql`${submissions.id}::text`,
    where: and(isOwn, eq(submissions.status, status), where, visibleTo(actor)),
    day: sql`${tasks.dueOn}`,
    since: waitsSince,
  });
  const asked = (kind: "progress" | "contribution", { of, dueOn }: AskedReports): Entries => ({
    section: "to_report",
    joins: sql`cross join lateral (select ${dueOn} as due_on) report`,
    ref: sql`${`${kind}:`} || ${tasks.code}`,
    where: and(of, sql`report.due_on is not null`),
    day: sql`report.due_on`,
  });
  const isOpenHere = sql`exists (select from ${submissions}
    where ${eq(submissions.taskId, tasks.id)} and ${isOwn} and ${isOpenSubmission})`;
  const isAsked = reports ? sql`${reports.progress.dueOn} is not null` : sql`false`;
  return [
    {
      section: "to_receive",
      where: and(mayAct(actor, "receive"), sql`not ${isContested}`),
      since: sql`${tasks.assignedAt}`,
    },
    { section: "returned", ...ours("returned") },
    {
      section: "chased",
      joins: sql`join ${chases} on ${eq(chases.taskId, tasks.id)}`,
      ref: sql`${chases.id}::text`,
      where: and(isLed, isOpenChase),
      day: sql`${tasks.dueOn}`,
      since: sql`${chases.sentAt}`,
    },
    {
      section: "to_answer",
      joins: ofLetters,
      ref: sql`${letters.id}::text`,
      where: and(isLed, isUnanswered(["draft", "in_review", "returned", "approved"])),
      day: sql`${letters.dueOn}`,
    },
    ...(reports
      ? [asked("progress", reports.progress), asked("contribution", reports.contribution)]
      : []),
    { section: "drafts", ...ours("draft") },
    {
      section: "late",
      where: and(isLed, isTrackedTask, isMoving, isPastDue(today)),
      day: sql`${tasks.dueOn}`,
    },
    {
      section: "in_hand",
      where: and(
        isLed,
        isTrackedTask,
        eq(tasks.status, "active"),
        sql`${isPastDue(today)} is not true`,
        sql`not ${isOpenHere}`,
        sql`not ${isAsked}`,
      ),
      day: sql`${tasks.dueOn}`,
    },
    { section: "in_review", ...ours("in_review", sql`not ${mayDecide(actor)}`) },
  ];
}

function ofOffice(actor: Actor, { today, lateReleases }: Known): Entries[] {
  const { role } = actor;
  const isOverseer = isFor(role, "task.chase");
  const release = (section: InboxSection, isLate: boolean): Entries => ({
    section,
    joins: ofSubmissions,
    ref: sql`${submissions.id}::text`,
    where: and(
      awaitsRelease,
      isTheirs(actor),
      sql`${lastDecidedAt} ${isLate ? sql`<` : sql`>=`} ${lateReleases.toISOString()}::timestamptz`,
    ),
    since: lastDecidedAt,
  });
  const all: (Entries & { isFor: boolean })[] = [
    { ...release("releases_late", true), isFor: isFor(role, "submission.release") },
    { ...release("to_release", false), isFor: isFor(role, "submission.release") },
    {
      section: "to_assign",
      isFor: isFor(role, "task.assign"),
      where: and(mayAct(actor, "assign"), eq(tasks.status, "unassigned")),
      day: sql`${tasks.dueOn}`,
    },
    {
      section: "waiting_receipt",
      isFor: isOverseer || isFor(role, "task.assign"),
      where: and(isTheirs(actor), isTrackedTask, eq(tasks.status, "assigned")),
      since: sql`${tasks.assignedAt}`,
    },
    {
      section: "to_strike_off",
      isFor: isFor(role, "task.strike_off"),
      where: mayAct(actor, "strike_off"),
      day: sql`${tasks.completedOn}`,
    },
    {
      section: "letters_late",
      isFor: isOverseer,
      joins: ofLetters,
      ref: sql`${letters.id}::text`,
      where: and(isTheirs(actor), lt(letters.dueOn, today), isUnanswered(["approved"])),
      day: sql`${letters.dueOn}`,
    },
    {
      section: "late",
      isFor: isOverseer,
      where: and(isTheirs(actor), isTrackedTask, isMoving, isPastDue(today)),
      day: sql`${tasks.dueOn}`,
    },
  ];
  return all.filter((each) => each.isFor);
}

/** While an objection to a task is under review it is not received. */
const isContested = sql`exists (select from ${submissions}
  where ${eq(submissions.taskId, tasks.id)} and ${eq(submissions.kind, "objection")} and ${eq(submissions.status, "in_review")})`;

/** A letter whose words are there and that has no answer at any of these stages. */
function isUnanswered(stages: (typeof submissions.$inferSelect)["status"][]): SQL {
  return sql`not exists (select from ${letterErasures} where ${eq(letterErasures.letterId, letters.id)})
    and not exists (select from ${submissions} where ${eq(submissions.letterId, letters.id)} and ${inArray(submissions.status, stages)})`;
}
