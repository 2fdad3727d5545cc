import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { plans } from "@/db/schema/plans";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { Refused, refuse } from "@/lib/domain/refusals";

/** Locks come in one order, task before submission, so that two mutations never wait for each other. */

/** The task row, locked until the transaction ends. Refuses `not_found`. */
export async function lockTask(tx: Transaction, where: { code: string } | { id: string }) {
  const [task] = await tx
    .select()
    .from(tasks)
    .where("code" in where ? eq(tasks.code, where.code) : eq(tasks.id, where.id))
    .for("update");
  if (!task) throw new Refused(refuse("not_found"));
  return task;
}
export type LockedTask = Awaited<ReturnType<typeof lockTask>>;

/** The task's open submission (one at a time), locked; undefined when there is none. */
export async function lockOpenSubmission(tx: Transaction, taskId: string) {
  const [submission] = await tx
    .select()
    .from(submissions)
    .where(
      sql`${submissions.taskId} = ${taskId} and ${submissions.status} in ('draft', 'in_review', 'returned')`,
    )
    .for("update");
  return submission;
}

/** A submission with its task and the plan's review steps, both rows locked. Refuses `not_found`. */
export async function lockSubmission(tx: Transaction, id: string) {
  const [found] = await tx
    .select({ taskId: submissions.taskId })
    .from(submissions)
    .where(eq(submissions.id, id));
  if (!found) throw new Refused(refuse("not_found"));
  const task = await lockTask(tx, { id: found.taskId });
  const [submission] = await tx
    .select()
    .from(submissions)
    .where(eq(submissions.id, id))
    .for("update");
  if (!submission) throw new Refused(refuse("not_found"));
  return { task, submission };
}

/** The review steps that the task's plan sets. */
export async function reviewStepsOf(tx: Transaction, planId: string) {
  const [plan] = await tx
    .select({ reviewSteps: plans.reviewSteps })
    .from(plans)
    .where(eq(plans.id, planId));
  return plan?.reviewSteps ?? [];
}
