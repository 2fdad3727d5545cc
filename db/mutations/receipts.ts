import { eq, sql } from "drizzle-orm";
import { tasks } from "@/db/schema/tasks";
import type { TaskAtVersion } from "@/lib/domain/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { taskActRefusal } from "@/lib/domain/tasks/tasks";
import { lockTask } from "./locks";
import { recordEvent } from "./record-event";
import { voidSubmissions } from "./submission-moves";
import { openObjectionRefusal, taskState } from "./task-state";
import { runOnce } from "./transaction";

/**
 * 签收: the lead unit takes the task on, and its clock starts. Refuses other units, a task not waiting for receipt, and
 * one whose objection is being decided; an objection only drafted is given up by it.
 */
export function receiveTask(actor: Actor, input: TaskAtVersion, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const task = await lockTask(tx, { code: input.code });
    insist(taskActRefusal(actor, "receive", await taskState(tx, task)));
    insist(await openObjectionRefusal(tx, task));
    if (task.version !== input.version) throw new Refused(refuse("task_changed"));
    await voidSubmissions(tx, actor, task, { cause: "received", kind: "objection" }, now);
    await tx
      .update(tasks)
      .set({
        status: "active",
        receivedAt: now,
        receivedById: actor.id,
        version: sql`${tasks.version} + 1`,
      })
      .where(eq(tasks.id, task.id));
    await recordEvent(tx, actor, { type: "task.received" }, { task }, now);
    return { code: task.code };
  });
}
