import { and, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { lastDecidedAt } from "@/db/queries/last-decision";
import { awaitsRelease, verifierId } from "@/db/queries/releases";
import { mayDecide } from "@/db/queries/submissions/decidable";
import type { AskedReports } from "@/db/queries/submissions/reports-asked";
import { isOpenSubmission, stateColumns } from "@/db/queries/submissions/submission-state";
import { isTheirs, mayAct } from "@/db/queries/tasks/acted-on";
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
import { type Actor, capacitiesOf } from "@/lib/domain/people/roles";

/**
 * What stands in one of these sections, as SQL over tasks and what is joined to them: `ref` says which thing it is, the task itself
 * where it is left out. They come by `rank`, then by `day`, then by how long they wait.
 */
export type Entries = {
  sections: readonly InboxSection[];
  /** Which of them; the only one where it is left out. */
  section?: SQL;
  joins?: SQL;
  ref?: SQL;
  where: SQL | undefined;
  rank?: SQL;
  day?: SQL;
  since?: SQL;
};

type Reports = { progress: AskedReports; contribution: AskedReports };
/** What the rules of time have to say beforehand. */
type Known = {
  today: Day;
  /** `lateBefore` of today. */
  lateReleases: Date;
  /** Null for whoever writes none. */
  reports: Reports | null;
  escalationIds: readonly string[];
};

const ofSubmissions = sql`join ${submissions} on ${eq(submissions.taskId, tasks.id)}`;
const ofLetters = sql`join ${letters} on ${eq(letters.taskId, tasks.id)}`;
const waitsSince = sql`coalesce(${submissions.stepSince}, ${submissions.savedAt})`;

/** What takes some looking up, joined so that it is not looked up again wherever it is named. */
const once = (name: string, columns: SQL) =>
  sql`cross join lateral (select ${columns} offset 0) ${sql.identifier(name)}`;

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
    sections: ["chased"],
    joins: sql`join ${escalations} on ${eq(escalations.taskId, tasks.id)}`,
    ref: sql`${escalations.id}::text`,
    where: inArray(escalations.id, [...ids]),
    day: sql`${tasks.dueOn}`,
  };
}

/** What waits at this person's step of a review: by how the task stands, and then by how long. */
function decisions(actor: Actor, { today }: Known): Entries[] {
  if (!capacitiesOf(actor).some(({ role }) => isFor(role, "submission.decide"))) return [];
  const isRuled = actor.role === "director" ? eq(submissions.kind, "objection") : sql`false`;
  return [
    {
      sections: ["to_decide", "to_rule"],
      section: sql`case when ${isRuled} then 'to_rule' else 'to_decide' end`,
      joins: sql`${ofSubmissions} join ${taskHealth} on ${keptOn(today)}`,
      ref: sql`${submissions.id}::text`,
      where: mayDecide(actor),
      rank: sql`case ${taskHealth.light} when 'red' then 0 when 'yellow' then 1 else 2 end`,
      since: waitsSince,
    },
  ];
}

function ofUnit(actor: Actor, { today }: Known, reports: Reports): Entries[] {
  const { departmentId } = actor;
  const isLed = eq(tasks.leadDepartmentId, departmentId);
  const isOwn = eq(submissions.departmentId, departmentId);
  const isOpenHere = sql`exists (select from ${submissions}
    where ${eq(submissions.taskId, tasks.id)} and ${isOwn} and ${isOpenSubmission})`;
  const asked = (dueOn: SQL) => once("report", sql`${dueOn} as due_on`);
  const asksNothing = sql`not (${isPastDue(today)} is true or ${isOpenHere})`;
  return [
    {
      sections: ["to_receive"],
      where: and(mayAct(actor, "receive"), sql`not ${isContested}`),
      since: sql`${tasks.assignedAt}`,
    },
    {
      sections: ["returned", "drafts", "in_review"],
      section: sql`case ${submissions.status} when 'draft' then 'drafts' else ${submissions.status}::text end`,
      joins: ofSubmissions,
      ref: sql`${submissions.id}::text`,
      where: and(isOwn, isOpenSubmission, sql`not ${mayDecide(actor)}`, visibleTo(actor)),
      day: sql`${tasks.dueOn}`,
      since: waitsSince,
    },
    {
      sections: ["chased"],
      joins: sql`join ${chases} on ${eq(chases.taskId, tasks.id)}`,
      ref: sql`${chases.id}::text`,
      where: and(isLed, isOpenChase),
      day: sql`${tasks.dueOn}`,
      since: sql`${chases.sentAt}`,
    },
    {
      sections: ["to_answer"],
      joins: ofLetters,
      ref: sql`${letters.id}::text`,
      where: and(isLed, isUnanswered(["draft", "in_review", "returned", "approved"])),
      day: sql`${letters.dueOn}`,
    },
    {
      // What is under way asks for a report, or for nothing yet.
      sections: ["to_report", "in_hand"],
      section: sql`case when report.due_on is null then 'in_hand' else 'to_report' end`,
      joins: asked(sql`case when ${reports.progress.of} then ${reports.progress.dueOn} end`),
      ref: sql`case when report.due_on is null then ${tasks.code} else 'progress:' || ${tasks.code} end`,
      where: and(
        isLed,
        eq(tasks.status, "active"),
        sql`(report.due_on is not null or ${asksNothing})`,
      ),
      day: sql`coalesce(report.due_on, ${tasks.dueOn})`,
    },
    {
      sections: ["to_report"],
      joins: asked(reports.contribution.dueOn),
      ref: sql`'contribution:' || ${tasks.code}`,
      where: and(reports.contribution.of, sql`report.due_on is not null`),
      day: sql`report.due_on`,
    },
    {
      sections: ["late"],
      where: and(isLed, isMoving, isPastDue(today)),
      day: sql`${tasks.dueOn}`,
    },
  ];
}

function ofOffice(actor: Actor, { today, lateReleases }: Known): Entries[] {
  const { role } = actor;
  const isOverseer = isFor(role, "task.chase");
  const all: (Entries & { isFor: boolean })[] = [
    {
      sections: ["releases_late", "to_release"],
      section: sql`case when approved.at < ${lateReleases.toISOString()}::timestamptz
        then 'releases_late' else 'to_release' end`,
      isFor: isFor(role, "submission.release"),
      joins: sql`${ofSubmissions} ${once("approved", sql`${lastDecidedAt} as at`)}`,
      ref: sql`${submissions.id}::text`,
      where: and(
        awaitsRelease,
        sql`${verifierId} is distinct from ${actor.personId}`,
        sql`${actor.personId}::uuid <> all (${stateColumns.contributorIds})`,
        isTheirs(actor),
      ),
      since: sql`approved.at`,
    },
    {
      sections: ["to_assign"],
      isFor: isFor(role, "task.assign"),
      where: and(mayAct(actor, "assign"), eq(tasks.status, "unassigned")),
      day: sql`${tasks.dueOn}`,
    },
    {
      sections: ["waiting_receipt"],
      isFor: isOverseer || isFor(role, "task.assign"),
      where: and(isTheirs(actor), eq(tasks.status, "assigned")),
      since: sql`${tasks.assignedAt}`,
    },
    {
      sections: ["to_strike_off"],
      isFor: isFor(role, "task.strike_off"),
      where: mayAct(actor, "strike_off"),
      day: sql`${tasks.completedOn}`,
    },
    {
      sections: ["letters_late"],
      isFor: isOverseer,
      joins: ofLetters,
      ref: sql`${letters.id}::text`,
      where: and(isTheirs(actor), lt(letters.dueOn, today), isUnanswered(["approved"])),
      day: sql`${letters.dueOn}`,
    },
    {
      sections: ["late"],
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
