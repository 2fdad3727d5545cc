import { eq, or, type SQL, sql } from "drizzle-orm";
import { plans } from "@/db/schema/plans";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import type { Actor } from "@/lib/domain/people/roles";
import { routeOfTask } from "./review-route";

export type Who = Pick<Actor, "role" | "departmentId">;

/** `can(actor, "task.view")` as SQL over tasks, for lists. A test holds the two together. */
export function visibleTo({ role, departmentId }: Who): SQL | undefined {
  if (role !== "official" && role !== "head") return undefined;
  const countersigns = JSON.stringify([{ by: "countersign", departmentId }]);
  return or(
    eq(tasks.leadDepartmentId, departmentId),
    sql`exists (select 1 from ${taskCooperators} where ${taskCooperators.taskId} = ${tasks.id} and ${taskCooperators.departmentId} = ${departmentId})`,
    sql`exists (select 1 from tasks parent where parent.id = ${tasks.parentId} and parent.lead_department_id = ${departmentId})`,
    sql`exists (select 1 from ${plans} where ${plans.id} = ${tasks.planId} and ${routeOfTask} @> ${countersigns}::jsonb)`,
  );
}
