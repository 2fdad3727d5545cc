import { eq, or, type SQL, sql } from "drizzle-orm";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import type { Actor } from "@/lib/domain/roles";

/** `can(actor, "task.view")` as SQL, for lists. A test holds the two together. */
export function visibleTo(actor: Actor): SQL | undefined {
  if (actor.role !== "official" && actor.role !== "head") return undefined;
  return or(
    eq(tasks.leadDepartmentId, actor.departmentId),
    sql`exists (select 1 from ${taskCooperators} where ${taskCooperators.taskId} = ${tasks.id} and ${taskCooperators.departmentId} = ${actor.departmentId})`,
  );
}
