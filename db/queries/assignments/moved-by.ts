import { and, asc, eq, sql } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { isOpenSubmission } from "@/db/queries/submissions/submission-state";
import { departments } from "@/db/schema/people";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { OpenWork } from "@/lib/domain/assignments/moved-by";
import type { PartDay } from "@/lib/domain/tasks/assignment";

/** The days of a task's parts, in the order of their codes: what a new day of the whole must not come before. */
export function partDaysOf(reader: Reader, taskId: string): Promise<PartDay[]> {
  return reader
    .select({ code: tasks.code, dueOn: tasks.dueOn, status: tasks.status })
    .from(tasks)
    .where(eq(tasks.parentId, taskId))
    .orderBy(asc(sql`length(${tasks.code})`), asc(tasks.code));
}

/** What an assignment of this task may move: the parts and their days, and the open work of its units. Two queries. */
export async function movedByAssignment(taskId: string) {
  const reader = database();
  const [parts, work] = await Promise.all([partDaysOf(reader, taskId), openWorkOn(reader, taskId)]);
  return { parts, work };
}

function openWorkOn(reader: Reader, taskId: string): Promise<OpenWork[]> {
  return reader
    .select({
      id: submissions.id,
      kind: submissions.kind,
      status: submissions.status,
      departmentId: submissions.departmentId,
      unit: departments.name,
    })
    .from(submissions)
    .innerJoin(departments, eq(departments.id, submissions.departmentId))
    .where(and(eq(submissions.taskId, taskId), isOpenSubmission))
    .orderBy(asc(departments.sortOrder), asc(submissions.savedAt));
}
