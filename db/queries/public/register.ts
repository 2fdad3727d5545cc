import { and, arrayContains, arrayOverlaps, inArray, or, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { versionThen, wasEverOf } from "@/db/queries/tasks/version-then";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import { type Day, endOfDay } from "@/lib/domain/calendar/days";

/** What the register says of tasks on a day; `source` is to be joined laterally with tasks. */
export type Register = ReturnType<typeof registerOn>;

/** As it stood at the end of any day. */
export function registerOn(day: Day) {
  const version = versionThen(database(), endOfDay(day));
  const { leadDepartmentId, cooperatingIds } = version;
  return {
    source: sql`lateral ${version}`,
    status: sql`${version.status}`,
    dueOn: sql`${version.dueOn}`,
    reportSent: sql`${version.reportSent}`,
    leads: (id: string) => and(wasEverOf(id, "leads"), inArray(leadDepartmentId, [id])),
    helps: (id: string) => and(wasEverOf(id, "helps"), arrayContains(cooperatingIds, [id])),
    concerns: (ids: readonly string[]) =>
      or(inArray(leadDepartmentId, [...ids]), arrayOverlaps(cooperatingIds, [...ids])),
  };
}

/** As it stands, which no version has to be looked up for. */
export function registerNow(): Register {
  const helped = (ids: readonly string[]) =>
    inArray(
      tasks.id,
      database()
        .select({ id: taskCooperators.taskId })
        .from(taskCooperators)
        .where(inArray(taskCooperators.departmentId, [...ids])),
    );
  return {
    source: sql`lateral (select) as version`,
    status: sql`${tasks.status}`,
    dueOn: sql`${tasks.dueOn}`,
    reportSent: sql`${tasks.reportSent}`,
    leads: (id) => inArray(tasks.leadDepartmentId, [id]),
    helps: (id) => helped([id]),
    concerns: (ids) => or(inArray(tasks.leadDepartmentId, [...ids]), helped(ids)),
  };
}
