import { asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { departments } from "@/db/schema/people";
import { taskCooperators } from "@/db/schema/tasks";

type Cooperator = { id: string; code: string; name: string };

/** The cooperating units (配合单位) of some tasks, by task id, in their order. One query, however many. */
export async function cooperatorsOf(reader: Reader, taskIds: string[]) {
  const byTask = new Map<string, Cooperator[]>();
  if (taskIds.length === 0) return byTask;
  const rows = await reader
    .select({
      taskId: taskCooperators.taskId,
      id: departments.id,
      code: departments.code,
      name: departments.name,
    })
    .from(taskCooperators)
    .innerJoin(departments, eq(departments.id, taskCooperators.departmentId))
    .where(inArray(taskCooperators.taskId, taskIds))
    .orderBy(asc(taskCooperators.sortOrder));
  for (const { taskId, ...unit } of rows) byTask.set(taskId, [...(byTask.get(taskId) ?? []), unit]);
  return byTask;
}

/** The ids of one task's cooperating units, in their order. */
export async function cooperatingIdsOf(reader: Reader, taskId: string): Promise<string[]> {
  const rows = await reader
    .select({ id: taskCooperators.departmentId })
    .from(taskCooperators)
    .where(eq(taskCooperators.taskId, taskId))
    .orderBy(asc(taskCooperators.sortOrder));
  return rows.map(({ id }) => id);
}
