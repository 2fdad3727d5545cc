import { and, asc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { contributors, reviewDecisions, revisions, submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { can } from "@/lib/domain/permissions";
import type { Actor } from "@/lib/domain/roles";
import { availableTransitions } from "@/lib/domain/submissions";

const latest = sql`(select ${revisions.id} from ${revisions} where ${revisions.submissionId} = ${submissions.id} order by ${revisions.number} desc limit 1)`;
const idsOf = (query: SQL) => sql<string[]>`coalesce(${query}, '{}')`;

const columns = {
  id: submissions.id,
  kind: submissions.kind,
  status: submissions.status,
  step: submissions.step,
  stepSince: submissions.stepSince,
  savedAt: submissions.savedAt,
  version: submissions.version,
  author: users.displayName,
  taskCode: tasks.code,
  leadDepartmentId: tasks.leadDepartmentId,
  reviewSteps: plans.reviewSteps,
  contributorIds: idsOf(
    sql`(select array_agg(${contributors.userId}) from ${contributors} where ${contributors.submissionId} = ${submissions.id})`,
  ),
  deciderIds: idsOf(
    sql`(select array_agg(${reviewDecisions.decidedById}) from ${reviewDecisions} where ${reviewDecisions.revisionId} = ${latest})`,
  ),
};

/**
 * Submissions not yet closed that this person may see, longest waiting first, each with the transitions that are theirs
 * to take now. One query, however many.
 */
export async function openSubmissions(actor: Actor) {
  const ownUnit =
    actor.role === "official" || actor.role === "head"
      ? eq(tasks.leadDepartmentId, actor.departmentId)
      : ne(submissions.status, "draft");
  const rows = await database()
    .select(columns)
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoin(users, eq(users.id, submissions.createdById))
    .where(and(inArray(submissions.status, ["draft", "in_review", "returned"]), ownUnit))
    .orderBy(asc(sql`coalesce(${submissions.stepSince}, ${submissions.savedAt})`));
  return rows
    .filter((row) => can(actor, "submission.view", { ...row, submitted: row.status !== "draft" }))
    .map((row) => ({ ...row, transitions: availableTransitions(actor, row) }));
}
export type OpenSubmission = Awaited<ReturnType<typeof openSubmissions>>[number];
