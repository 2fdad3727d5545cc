import { desc, eq, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { database, type Reader } from "@/db/client";
import { users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { contributors, reviewDecisions, revisions, submissions } from "@/db/schema/submissions";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import type { Actor } from "@/lib/domain/people/roles";
import type { TypedContent } from "@/lib/domain/submissions/contents";
import {
  countersignersOf,
  type ReviewStep,
  stepsOf,
} from "@/lib/domain/submissions/submission-kinds";
import type { SubmissionState } from "@/lib/domain/submissions/submissions";
import { maySee } from "@/lib/domain/submissions/viewing";

const latest = (column: AnyPgColumn) =>
  sql`(select ${column} from ${revisions} where ${revisions.submissionId} = ${submissions.id} order by ${revisions.number} desc limit 1)`;
const idsOf = (query: SQL) => sql<string[]>`coalesce(${query}, '{}')`;

/** What the transition table is asked about, for any select from submissions joined with tasks and plans. */
export const stateColumns = {
  kind: submissions.kind,
  status: submissions.status,
  step: submissions.step,
  departmentId: submissions.departmentId,
  taskStatus: tasks.status,
  leadDepartmentId: tasks.leadDepartmentId,
  cooperatingIds: idsOf(
    sql`(select array_agg(${taskCooperators.departmentId}) from ${taskCooperators} where ${taskCooperators.taskId} = ${tasks.id})`,
  ),
  planSteps: plans.reviewSteps,
  sentSteps: sql<ReviewStep[] | null>`${latest(revisions.reviewSteps)}`.mapWith(
    revisions.reviewSteps,
  ),
  contributorIds: idsOf(
    sql`(select array_agg(distinct ${users.personId}) from ${contributors} join ${users} on ${users.id} = ${contributors.userId} where ${contributors.submissionId} = ${submissions.id})`,
  ),
  // Deciders count on the present revision only, and so does whom they stood in for.
  deciderIds: idsOf(
    sql`(select array_agg(distinct ${users.personId}) from ${reviewDecisions} join ${users} on ${users.id} in (${reviewDecisions.decidedById}, ${reviewDecisions.onBehalfOfId}) where ${reviewDecisions.revisionId} = ${latest(revisions.id)})`,
  ),
};

/**
 * What a row of submissions or revisions says. Its kind tells what its content is: the two are only ever written
 * together, which the types of a table cannot tell.
 */
export function contentOf({
  kind,
  content,
}: Pick<typeof submissions.$inferSelect, "kind" | "content">): TypedContent {
  return { kind, content } as TypedContent;
}

type StateRow = Omit<SubmissionState, "reviewSteps" | "countersignIds"> & {
  planSteps: ReviewStep[];
  sentSteps: ReviewStep[] | null;
};

/** What was sent keeps the steps it was sent into; what is still being written will take the plan's of its day. */
export function toState<Row extends StateRow>({ planSteps, sentSteps, ...row }: Row) {
  const isSent = row.status !== "draft" && row.status !== "returned";
  const reviewSteps = (isSent && sentSteps) || stepsOf(row.kind, planSteps, row.departmentId);
  const countersignIds = countersignersOf(reviewSteps);
  return { ...row, reviewSteps, countersignIds, submitted: sentSteps !== null };
}

/** One submission as the transition table sees it. Throws for an id that is not there. */
export async function submissionState(reader: Reader, id: string) {
  const [row] = await reader
    .select(stateColumns)
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(eq(submissions.id, id));
  if (!row) throw new Error(`No submission ${id}`);
  return toState(row);
}

/** The ids of a task's submissions, open or not, that this person may read. */
export async function readableSubmissions(actor: Actor, code: string): Promise<Set<string>> {
  const rows = await database()
    .select({ ...stateColumns, id: submissions.id })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(eq(tasks.code, code));
  const readable = rows.map(toState).filter((row) => maySee(actor, row));
  return new Set(readable.map(({ id }) => id));
}

/** The last thing sent for decision, or null before the first submit. */
export async function latestRevision(reader: Reader, submissionId: string) {
  const [revision] = await reader
    .select()
    .from(revisions)
    .where(eq(revisions.submissionId, submissionId))
    .orderBy(desc(revisions.number))
    .limit(1);
  return revision ?? null;
}

/** Whether a submission has not come to its end, as SQL. */
export const isOpenSubmission = sql`${submissions.status} in ('draft', 'in_review', 'returned')`;
