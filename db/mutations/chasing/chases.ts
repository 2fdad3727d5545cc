import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type LockedTask, lockTask } from "@/db/mutations/locks";
import { recordEvent } from "@/db/mutations/record-event";
import { taskState } from "@/db/mutations/tasks/task-state";
import { runOnce } from "@/db/mutations/transaction";
import { chases } from "@/db/schema/chasing";
import { answerRefusal } from "@/lib/domain/chasing/chases";
import type { AnswerChaseInput, ChaseInput } from "@/lib/domain/chasing/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { taskActRefusal } from "@/lib/domain/tasks/tasks";

/**
 * 催办 by hand: a supervisor's message to everybody of the lead unit. Refuses other roles, and a task that is not assigned,
 * suspended or closed.
 */
export function sendChase(actor: Actor, input: ChaseInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const task = await lockTask(tx, { code: input.code });
    insist(taskActRefusal(actor, "chase", await taskState(tx, task)));
    await insertChase(tx, actor, task, input.message, now);
    return { code: task.code };
  });
}

/** A 催办 with its event, in the transaction of whatever sends it; the caller has asked whether it may. Returns its id. */
export async function insertChase(
  tx: Transaction,
  actor: Actor,
  task: LockedTask,
  message: string,
  now: Date,
): Promise<string> {
  const [sent] = await tx
    .insert(chases)
    .values({ taskId: task.id, message, sentById: actor.id, sentAt: now })
    .returning({ id: chases.id });
  if (!sent) throw new Error("The chase was not inserted");
  await recordEvent(tx, actor, { type: "chase.sent", message }, { task }, now);
  return sent.id;
}

/** The lead unit's answer to a 催办, given once. Refuses other units, a second answer, and a task no longer chased. */
export function answerChase(actor: Actor, input: AnswerChaseInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const { task, chase } = await lockChase(tx, input.chaseId);
    insist(answerRefusal(actor, chase, task));
    const { answer } = input;
    await tx
      .update(chases)
      .set({ answer, answeredById: actor.id, answeredAt: now })
      .where(eq(chases.id, chase.id));
    await recordEvent(tx, actor, { type: "chase.answered", answer }, { task }, now);
    return { code: task.code };
  });
}

async function lockChase(tx: Transaction, id: string) {
  const [named] = await tx.select().from(chases).where(eq(chases.id, id));
  if (!named) throw new Refused(refuse("not_found"));
  const task = await lockTask(tx, { id: named.taskId });
  // Somebody may have answered it while the task was waited for.
  const [chase = named] = await tx.select().from(chases).where(eq(chases.id, id));
  return { task, chase };
}
