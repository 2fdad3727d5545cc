import { and, asc, eq, inArray } from "drizzle-orm";
import { database } from "@/db/client";
import { lastDecision } from "@/db/queries/last-decision";
import { withBranches } from "@/db/queries/people/branches";
import { demoAccounts } from "@/db/queries/people/people";
import { awaitsRelease } from "@/db/queries/releases";
import { isOpenSubmission } from "@/db/queries/submissions/submission-state";
import { selectTasks } from "@/db/queries/tasks/task-rows";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { SubmissionKind } from "@/lib/domain/kinds";
import type { Actor } from "@/lib/domain/people/roles";
import { slotOf } from "@/lib/domain/submissions/submission-kinds";

/** The demo's people as they would be signed in, by user name. */
export async function readCast(): Promise<Map<string, Actor>> {
  const accounts = await withBranches(database(), await demoAccounts());
  const request = { id: "demo-story", ip: null };
  return new Map(
    accounts.map(({ username, ...person }) => [username, { ...person, standsInFor: [], request }]),
  );
}

export async function readTask(code: string) {
  const [task] = await selectTasks(database(), eq(tasks.code, code));
  if (!task) throw new Error(`The demo names ${code}, which is not there`);
  return task;
}

/** The open submission in a kind's place: the report of a task, if none is named. */
export async function readOpenSubmission(code: string, kind: SubmissionKind = "progress") {
  const [found] = await database()
    .select({ id: submissions.id, version: submissions.version })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .where(and(eq(tasks.code, code), inArray(submissions.kind, slotOf(kind)), isOpenSubmission));
  return found;
}

/** What waits longest for its release check on a task. */
export async function readWaitingRelease(code: string) {
  const [found] = await database()
    .select({ id: submissions.id })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .where(and(eq(tasks.code, code), awaitsRelease))
    .orderBy(asc(lastDecision))
    .limit(1);
  if (!found) throw new Error(`The demo has nothing to release on ${code}`);
  return found;
}
