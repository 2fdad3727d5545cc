import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { evidence } from "@/db/schema/evidence";
import { departments, users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { type Actor, isUnitRole } from "@/lib/domain/people/roles";
import type { OpenSubmission } from "@/lib/domain/submissions/open-submissions";
import { availableTransitions, decide } from "@/lib/domain/submissions/submissions";
import { maySee } from "@/lib/domain/submissions/viewing";
import { isOpenSubmission, stateColumns, toState } from "./submission-state";

const columns = {
  ...stateColumns,
  id: submissions.id,
  letterId: submissions.letterId,
  stepSince: submissions.stepSince,
  savedAt: submissions.savedAt,
  version: submissions.version,
  author: users.displayName,
  unit: departments.name,
  taskCode: tasks.code,
  taskTitle: tasks.title,
  evidenceCount:
    sql<number>`(select count(*) from ${evidence} where ${evidence.submissionId} = ${submissions.id} and ${isNull(evidence.removedAt)})`.mapWith(
      Number,
    ),
};

/**
 * Submissions not yet closed that this person may see, of one task, with these ids, or all there are: longest waiting first, each
 * with the transitions that are theirs to take now, and whom they would stand in for. One query, however many.
 */
export async function openSubmissions(
  actor: Actor,
  { taskCode, ids }: { taskCode?: string; ids?: readonly string[] } = {},
): Promise<OpenSubmission[]> {
  const rows = await database()
    .select(columns)
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoin(users, eq(users.id, submissions.createdById))
    .innerJoin(departments, eq(departments.id, submissions.departmentId))
    .where(
      and(
        isOpenSubmission,
        perhapsSeenBy(actor),
        taskCode === undefined ? undefined : eq(tasks.code, taskCode),
        ids && inArray(submissions.id, [...ids]),
      ),
    )
    .orderBy(asc(sql`coalesce(${submissions.stepSince}, ${submissions.savedAt})`));
  return rows
    .map(toState)
    .filter((row) => maySee(actor, row))
    .map((row) => {
      const approval = decide(actor, "approve", row);
      return {
        ...row,
        transitions: availableTransitions(actor, row),
        onBehalfOf: "refusal" in approval ? null : (approval.onBehalfOf?.name ?? null),
      };
    });
}

/** A unit's people need not read every unit's rows; `submission.view` decides. */
function perhapsSeenBy(actor: Actor): SQL | undefined {
  if (!isUnitRole(actor)) return undefined;
  const { departmentId } = actor;
  const countersigns = JSON.stringify([{ by: "countersign", departmentId }]);
  return or(
    eq(submissions.departmentId, departmentId),
    eq(tasks.leadDepartmentId, departmentId),
    sql`${stateColumns.sentSteps} @> ${countersigns}::jsonb`,
  );
}
