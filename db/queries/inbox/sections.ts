import { and, eq, gte, inArray, lt, not, type SQL, sql } from "drizzle-orm";
import { awaitsRelease, verifierId } from "@/db/queries/releases";
import { isInTime, isWrittenBy, mayDecide } from "@/db/queries/submissions/decidable";
import type { AskedReports } from "@/db/queries/submissions/reports-asked";
import { isOpenSubmission } from "@/db/queries/submissions/submission-state";
import { isTheirs, mayAct } from "@/db/queries/tasks/acted-on";
import { keptOn } from "@/db/queries/tasks/kept-health";
import { isMoving, isPastDue } from "@/db/queries/tasks/past-due";
import { isOpenChase } from "@/db/queries/tasks/task-search";
import { chases, escalations } from "@/db/schema/chasing";
import { letterErasures, letters } from "@/db/schema/letters";
import { submissions } from "@/db/schema/submissions";
import { taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import type { InboxSection } from "@/lib/domain/inbox";
import { isFor } from "@/lib/domain/people/permissions";
import { type Actor, capacitiesOf } from "@/lib/domain/people/roles";
import { type SubmissionStatus, transitions } from "@/lib/domain/submissions/submissions";
import { taskActs } from "@/lib/domain/tasks/tasks";

/**
 * What stands in a section, as SQL over tasks and what is joined to them: `ref` says which thing it is, the task itself where it is
 * left out. They come by `rank`, then by `day`, then by how long they wait (`since`); where there are very many, those that come
 * first by day and waiting are all that is listed.
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
  /** Null for whoever writes none. */
  reports: AskedReports | null;
  escalationIds: readonly string[];
};

const ofSubmissions = sql`join ${submissions} on ${eq(submissions.taskId, tasks.id)}`;
const ofLetters = sql`join ${letters} on ${eq(letters.taskId, tasks.id)}`;
const ofSubmission = sql`${submissions.id}`;
const ofLetter = sql`${letters.id}`;

/** Every section that can hold something for this person. */
export function entriesFor(actor: Actor, known: Known): Entries[] {
  const { escalationIds, reports } = known;
  return [
    ...(reports ? ofUnit(actor, known, reports) : ofOffice(actor, known)),
    ...decisions(actor, known),
    ...(escalationIds.length > 0 ? [escalated(escalationIds)] : []),
  ];
}

function escalated(ids: readonly string[]): Entries {
  return {
    section: "chased",
    joins: sql`join ${escalations} on ${eq(escalations.taskId, tasks.id)}`,
    ref: sql`${escalations.id}`,
    where: inArray(escalations.id, [...ids]),
    day: sql`${tasks.dueOn}`,
  };
}

/** Whether anything can wait at this person's step of a review. */
const decides = (actor: Actor) =>
  capacitiesOf(actor).some(({ role }) => isFor(role, "submission.decide"));

/**
 * What waits at the step of somebody of a unit, as a table `decidable` that stands before the select: asked once for what they decide
 * and for what others have in review. Whoever oversees has no such table, for of theirs only the first are looked at.
 */
export const decidableOf = (
  actor: Actor,
): SQL => sql`decidable as materialized (select ${submissions.id} from ${submissions}
  join ${tasks} on ${eq(tasks.id, submissions.taskId)} where ${mayDecide(actor)})`;
const isDecidable = sql`${submissions.id} in (select id from decidable)`;

/** What waits at this person's step of a review: by how the task stands, and then by how long. */
function decisions(actor: Actor, { today, reports }: Known): Entries[] {
  if (!decides(actor)) return [];
  const isRuling = eq(submissions.kind, "objection");
  const those = (section: InboxSection, which?: SQL): Entries => ({
    section,
    joins: sql`${ofSubmissions} join ${taskHealth} on ${keptOn(today)}`,
    ref: ofSubmission,
    where: and(reports ? isDecidable : mayDecide(actor), which),
    rank: sql`case ${taskHealth.light} when 'red' then 0 when 'yellow' then 1 else 2 end`,
    since: sql`${submissions.stepSince}`,
  });
  return actor.role === "director"
    ? [those("to_decide", not(isRuling)), those("to_rule", isRuling)]
    : [those("to_decide")];
}

function ofUnit(actor: Actor, { today }: Known, reports: AskedReports): Entries[] {
  const { departmentId } = actor;
  const isLed = eq(tasks.leadDepartmentId, departmentId);
  const isOwn = eq(submissions.departmentId, departmentId);
  const isOpenHere = sql`exists (select from ${submissions}
    where ${eq(submissions.taskId, tasks.id)} and ${isOwn} and ${isOpenSubmission})`;
  const dueOn = sql`${tasks.dueOn}`;
  const written = (
    section: InboxSection,
    statuses: readonly SubmissionStatus[],
    which: SQL | undefined,
  ): Entries => ({
    section,
    joins: ofSubmissions,
    ref: ofSubmission,
    where: and(isOwn, inArray(submissions.status, [...statuses]), which),
    day: dueOn,
    since: sql`coalesce(${submissions.stepSince}, ${submissions.savedAt})`,
  });
  // `heldBy` has nothing against it, or this unit may receive the task first.
  const goesOn = sql`(${isInTime} or ${and(isLed, inArray(tasks.status, [...taskActs.receive.from]))})`;
  const toReport = (kind: "progress" | "contribution"): Entries => ({
    section: "to_report",
    joins: sql`join ${reports[kind]} report on report.task_id = ${tasks.id}`,
    ref: sql`${sql.raw(`'${kind}:'`)} || ${tasks.code}`,
    where: sql`true`,
    day: sql`report.due_on`,
  });
  return [
    {
      section: "to_receive",
      where: and(mayAct(actor, "receive"), sql`not ${isContested}`),
      since: sql`${tasks.assignedAt}`,
    },
    written("returned", ["returned"], goesOn),
    written("drafts", ["draft"], goesOn),
    written("in_review", ["in_review"], not(isDecidable)),
    written("held", transitions.submit.from, sql`not ${goesOn}`),
    {
      section: "chased",
      joins: sql`join ${chases} on ${eq(chases.taskId, tasks.id)}`,
      ref: sql`${chases.id}`,
      where: and(isLed, isOpenChase),
      day: dueOn,
      since: sql`${chases.sentAt}`,
    },
    {
      section: "to_answer",
      joins: ofLetters,
      ref: ofLetter,
      where: and(isLed, isUnanswered(["draft", "in_review", "returned", "approved"])),
      day: sql`${letters.dueOn}`,
    },
    toReport("progress"),
    toReport("contribution"),
    {
      // What is under way and asks for nothing yet.
      section: "in_hand",
      where: and(
        isLed,
        eq(tasks.status, "active"),
        sql`${tasks.id} not in (select task_id from ${reports.progress})`,
        sql`not (${isPastDue(today)} is true or ${isOpenHere})`,
      ),
      day: dueOn,
    },
    { section: "late", where: and(isLed, isMoving, isPastDue(today)), day: dueOn },
  ];
}

function ofOffice(actor: Actor, { today, lateReleases }: Known): Entries[] {
  const { role } = actor;
  const { awaitsReleaseSince: approvedAt } = submissions;
  const isOverseer = isFor(role, "task.chase");
  const releases = (section: InboxSection, which: SQL): Entries & { isFor: boolean } => ({
    section,
    isFor: isFor(role, "submission.release"),
    joins: ofSubmissions,
    ref: ofSubmission,
    where: and(
      awaitsRelease,
      which,
      sql`${verifierId} is distinct from ${actor.personId}`,
      not(isWrittenBy(actor.personId)),
      isTheirs(actor),
    ),
    since: sql`${approvedAt}`,
  });
  const all: (Entries & { isFor: boolean })[] = [
    releases("releases_late", lt(approvedAt, lateReleases)),
    releases("to_release", gte(approvedAt, lateReleases)),
    {
      section: "to_assign",
      isFor: isFor(role, "task.assign"),
      where: and(mayAct(actor, "assign"), eq(tasks.status, "unassigned")),
      day: sql`${tasks.dueOn}`,
    },
    {
      section: "waiting_receipt",
      isFor: isOverseer || isFor(role, "task.assign"),
      where: and(isTheirs(actor), eq(tasks.status, "assigned")),
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
      ref: ofLetter,
      where: and(isTheirs(actor), lt(letters.dueOn, today), isUnanswered(["approved"])),
      day: sql`${letters.dueOn}`,
    },
    {
      section: "late",
      isFor: isOverseer,
      where: and(isTheirs(actor), isMoving, isPastDue(today)),
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
