import { eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { plans } from "@/db/schema/plans";
import { revisions, submissions } from "@/db/schema/submissions";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import { isFor, type Who } from "@/lib/domain/people/permissions";
import { isUnitRole } from "@/lib/domain/people/roles";
import type { ReviewStep } from "@/lib/domain/submissions/submission-kinds";

/** `can(actor, "task.view")` as SQL over tasks, for lists. A test holds the two together. */
export function visibleTo(who: Who): SQL | undefined {
  if (!isFor(who.role, "task.view")) return sql`false`;
  const { departmentId, branchIds } = who;
  if (!isUnitRole(who)) return branchIds ? takesPart(branchIds) : undefined;
  const countersigns = JSON.stringify([{ by: "countersign", departmentId }]);
  return or(
    eq(tasks.leadDepartmentId, departmentId),
    sql`exists (select 1 from ${taskCooperators} where ${taskCooperators.taskId} = ${tasks.id} and ${taskCooperators.departmentId} = ${departmentId})`,
    sql`exists (select 1 from tasks parent where parent.id = ${tasks.parentId} and parent.lead_department_id = ${departmentId})`,
    // As `routeOfTask` has it, in two questions that are each asked once for all tasks.
    sql`exists (select 1 from ${plans} where ${plans.id} = ${tasks.planId} and ${plans.reviewSteps} @> ${countersigns}::jsonb)`,
    sql`exists (select 1 from ${submissions} join ${revisions} on ${revisions.submissionId} = ${submissions.id}
      where ${submissions.taskId} = ${tasks.id} and ${submissions.status} = 'in_review' and ${revisions.reviewSteps} @> ${countersigns}::jsonb)`,
    sql`exists (select 1 from ${submissions} where ${submissions.taskId} = ${tasks.id} and ${submissions.departmentId} = ${departmentId})`,
  );
}

/** Tasks that a unit of the branch leads or cooperates in. */
function takesPart(branchIds: readonly string[]): SQL | undefined {
  const ids = [...branchIds];
  const cooperates = inArray(taskCooperators.departmentId, ids);
  return or(
    inArray(tasks.leadDepartmentId, ids),
    sql`exists (select 1 from ${taskCooperators} where ${taskCooperators.taskId} = ${tasks.id} and ${cooperates})`,
  );
}

/**
 * Every step that gives a unit a part in a task's review, as SQL over tasks and plans: the plan's, and those that what is
 * in review was sent into, which a plan changed since then does not take away.
 */
export const routeOfTask = sql<ReviewStep[]>`(${plans.reviewSteps} || coalesce((
  select jsonb_agg(sent.review_step) from ${submissions}
  join ${revisions} on ${revisions.submissionId} = ${submissions.id}
  cross join jsonb_array_elements(${revisions.reviewSteps}) as sent(review_step)
  where ${submissions.taskId} = ${tasks.id} and ${submissions.status} = 'in_review'
), '[]'))`;

/** The units that wrote something for a task, whatever became of it, as SQL over tasks. */
export const writerIds = sql<string[]>`array(
  select distinct ${submissions.departmentId} from ${submissions} where ${submissions.taskId} = ${tasks.id})`;
