import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { tasks } from "@/db/schema/tasks";
import { taskVersions } from "@/db/schema/versions";

/** The register of each task as it stood at a moment, to join laterally with tasks: once, or under names of their own. */
export function versionThen(reader: Reader, by: Date | SQL<Date>, name = "version") {
  return reader
    .select()
    .from(taskVersions)
    .where(and(eq(taskVersions.taskId, tasks.id), lt(taskVersions.at, by)))
    .orderBy(desc(taskVersions.sequence))
    .limit(1)
    .as(name);
}

/**
 * Tasks that a unit (by its id) has ever led, or ever taken part in, as SQL over tasks: to look at no other before asking
 * whose they were on a day. An array, so that PostgreSQL finds them first.
 */
export function wasEverOf(unitId: string, as: "leads" | "helps"): SQL {
  const isOf =
    as === "leads"
      ? sql`v.lead_department_id = ${unitId}::uuid`
      : sql`v.cooperating_ids @> array[${unitId}::uuid]`;
  return sql`${tasks.id} = any(array(select v.task_id from ${taskVersions} v where ${isOf}))`;
}
