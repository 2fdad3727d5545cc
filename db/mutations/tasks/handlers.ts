import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type LockedTask, lockTask } from "@/db/mutations/locks";
import { lockAccounts } from "@/db/mutations/people/managed-accounts";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { users } from "@/db/schema/people";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import {
  type HandlerPost,
  handlerPosts,
  type NameHandlersInput,
  namedRefusal,
  nameHandlersRefusal,
} from "@/lib/domain/tasks/handlers";
import { taskState, updateTask } from "./task-state";

type Named = { id: string; displayName: string };
type Handlers = Record<HandlerPost, Named | null>;

/**
 * Names who of the lead unit handles a task (承办人) and which head is in charge (分管领导); empty for nobody. Refuses other
 * units, a task not assigned or closed, a stale page, and people who are not of the unit. Who may act stays as it is.
 */
export function nameHandlers(actor: Actor, input: NameHandlersInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const wanted = { handler: input.handlerId, headInCharge: input.headInChargeId };
    // People before the task, as whoever hands over a leaver's tasks locks them.
    const accounts = await lockAccounts(tx, actor, Object.values(wanted).filter(Boolean));
    const task = await lockTask(tx, { code: input.code });
    insist(nameHandlersRefusal(actor, await taskState(tx, task)));
    if (task.version !== input.version) throw new Refused(refuse("task_changed"));
    const after: Handlers = { handler: null, headInCharge: null };
    for (const post of handlerPosts) {
      if (wanted[post] === "") continue;
      const account = accounts.find(({ id }) => id === wanted[post]);
      const colleague = account && { ...account, isEnabled: account.disabledAt === null };
      insist(namedRefusal(post, colleague, task.leadDepartmentId));
      after[post] = account ?? null;
    }
    await writeHandlers(tx, actor, task, after, now);
    return { code: task.code };
  });
}

/** Writes whom a locked task names from now on, and says so in its history; a post not among `changes` stays as it is. */
export async function writeHandlers(
  tx: Transaction,
  actor: Actor,
  task: LockedTask,
  changes: Partial<Handlers>,
  now: Date,
): Promise<void> {
  const ids = [task.handlerId, task.headInChargeId].filter((id) => id !== null);
  const people = await tx
    .select({ id: users.id, displayName: users.displayName })
    .from(users)
    .where(inArray(users.id, ids));
  const of = (wanted: string | null) => people.find(({ id }) => id === wanted) ?? null;
  const before = { handler: of(task.handlerId), headInCharge: of(task.headInChargeId) };
  const after: Handlers = { ...before, ...changes };
  await updateTask(tx, task, {
    handlerId: after.handler?.id ?? null,
    headInChargeId: after.headInCharge?.id ?? null,
  });
  const named = (handlers: Handlers) => ({
    handler: person(handlers.handler),
    headInCharge: person(handlers.headInCharge),
  });
  const event = {
    type: "task.handlers_named",
    before: named(before),
    after: named(after),
  } as const;
  await recordEvent(tx, actor, event, { task }, now);
}

function person(named: Named | null) {
  return named && { id: named.id, name: named.displayName };
}
