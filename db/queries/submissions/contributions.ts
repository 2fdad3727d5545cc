import { and, desc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { lastDecision } from "@/db/queries/last-decision";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { Actor } from "@/lib/domain/people/roles";
import type { ReportContent } from "@/lib/domain/submissions/contents";
import { maySee } from "@/lib/domain/submissions/viewing";
import { stateColumns, toState } from "./submission-state";

/** What cooperating units reported of their part (配合情况), signed by their heads, newest first; none for whoever may not read it. */
export async function contributionsTo(actor: Actor, code: string) {
  const rows = await database()
    .select({
      ...stateColumns,
      id: submissions.id,
      unit: departments.name,
      content: submissions.content,
    })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoin(departments, eq(departments.id, submissions.departmentId))
    .where(
      and(
        eq(tasks.code, code),
        eq(submissions.kind, "contribution"),
        eq(submissions.status, "approved"),
      ),
    )
    .orderBy(desc(lastDecision));
  return rows
    .map(toState)
    .filter((row) => maySee(actor, row))
    .map(({ id, unit, content }) => ({ id, unit, content: content as ReportContent }));
}
