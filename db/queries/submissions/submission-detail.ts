import { asc, desc, eq, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { erased, erasureOf } from "@/db/queries/letters/letters";
import { saidInReport } from "@/db/queries/said-in-report";
import { letters } from "@/db/schema/letters";
import { departments, users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { publishedReports, reviewDecisions, revisions, submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import { daysLate } from "@/lib/domain/calendar/deadlines";
import type { Actor } from "@/lib/domain/people/roles";
import type { ReportContent } from "@/lib/domain/submissions/contents";
import { confirmedDayRefusal } from "@/lib/domain/submissions/reports";
import { availableTransitions, decide } from "@/lib/domain/submissions/submissions";
import { maySee } from "@/lib/domain/submissions/viewing";
import { revisionEvidence, workingEvidence } from "./evidence";
import { stateColumns, toState } from "./submission-state";

/**
 * One submission as a reviewer, its author's unit or an auditor sees it: the sent revision with its evidence, what was
 * decided on it, and the published report it was written against, to compare with. Null when missing or not this person's to see.
 */
export async function submissionDetail(actor: Actor, id: string) {
  const [found] = await database()
    .select({
      ...stateColumns,
      content: submissions.content,
      version: submissions.version,
      savedAt: submissions.savedAt,
      taskId: tasks.id,
      taskCode: tasks.code,
      dueOn: tasks.dueOn,
      unit: departments.name,
      releaseCheck: plans.releaseCheck,
      letter: {
        kind: letters.kind,
        body: letters.body,
        sentAt: letters.sentAt,
        dueOn: letters.dueOn,
      },
      erasedAt: erased.at,
      erasedFor: erased.cause,
    })
    .from(submissions)
    .leftJoin(letters, eq(letters.id, submissions.letterId))
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoin(departments, eq(departments.id, submissions.departmentId))
    .where(eq(submissions.id, id));
  if (!found) return null;
  const state = toState(found);
  if (!maySee(actor, state)) return null;

  const revision = (await sentRevisions(id)).at(-1) ?? null;
  const approval = decide(actor, "approve", state);
  const erasure = erasureOf({ at: found.erasedAt, cause: found.erasedFor });
  return {
    ...state,
    id,
    letter: found.letter && { ...found.letter, erasure },
    revision,
    evidence: revision ? await revisionEvidence(database(), id, revision.evidence) : [],
    verification: state.kind === "completion" ? await workingEvidence(database(), id, true) : [],
    decisions: await decisionsOn(id),
    lastPublished: await (revision
      ? publishedReport(revision.baseReportId)
      : lastPublished(found.taskId)),
    transitions: availableTransitions(actor, state),
    onBehalfOf: "refusal" in approval ? null : (approval.onBehalfOf?.name ?? null),
    statedDay:
      revision && !("refusal" in approval) && approval.next.status === "approved"
        ? statedDayOf(revision, found.dueOn)
        : null,
  };
}

/** The earlier day that a completion says it was done on, where its evidence lets a reviewer confirm that; null elsewhere. */
function statedDayOf(
  {
    kind,
    content,
    evidence,
    submittedAt,
  }: Pick<Sent, "kind" | "content" | "evidence" | "submittedAt">,
  dueOn: Day | null,
) {
  if (kind !== "completion") return null;
  const sentOn = dayIn(submittedAt);
  const { completedOn } = content as ReportContent;
  const stated = { sentOn, statedOn: completedOn, evidenceCount: evidence.length };
  if (!completedOn || confirmedDayRefusal(stated)) return null;
  return { completedOn, sentOn, daysLate: daysLate({ dueOn, completedOn: null }, sentOn) };
}

type Sent = Awaited<ReturnType<typeof sentRevisions>>[number];

function sentRevisions(submissionId: string) {
  return database()
    .select({
      id: revisions.id,
      number: revisions.number,
      kind: revisions.kind,
      content: revisions.content,
      evidence: revisions.evidence,
      baseReportId: revisions.baseReportId,
      contentHash: revisions.contentHash,
      submittedAt: revisions.submittedAt,
      submittedBy: users.displayName,
    })
    .from(revisions)
    .innerJoin(users, eq(users.id, revisions.submittedById))
    .where(eq(revisions.submissionId, submissionId))
    .orderBy(asc(revisions.number));
}

const principals = alias(users, "principals");

function decisionsOn(submissionId: string) {
  return database()
    .select({
      revision: revisions.number,
      step: reviewDecisions.step,
      decision: reviewDecisions.decision,
      reason: reviewDecisions.reason,
      decidedAt: reviewDecisions.decidedAt,
      decidedBy: users.displayName,
      onBehalfOf: principals.displayName,
    })
    .from(reviewDecisions)
    .innerJoin(revisions, eq(revisions.id, reviewDecisions.revisionId))
    .innerJoin(users, eq(users.id, reviewDecisions.decidedById))
    .leftJoin(principals, eq(principals.id, reviewDecisions.onBehalfOfId))
    .where(eq(reviewDecisions.submissionId, submissionId))
    .orderBy(asc(reviewDecisions.sequence));
}

/** The last published report of a task; null when there is none. */
export async function lastPublished(taskId: string) {
  const [report] = await selectPublished(eq(publishedReports.taskId, taskId)).limit(1);
  return report ?? null;
}

async function publishedReport(id: string | null) {
  if (id === null) return null;
  const [report] = await selectPublished(eq(publishedReports.id, id));
  return report ?? null;
}

/** Newest first. */
function selectPublished(where: SQL) {
  return database()
    .select({
      ...saidInReport,
      publishedAt: publishedReports.publishedAt,
    })
    .from(publishedReports)
    .where(where)
    .orderBy(desc(publishedReports.sequence));
}
