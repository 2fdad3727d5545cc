import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertChase } from "@/db/mutations/chasing/chases";
import { planToInstruct } from "@/db/queries/instructions";
import { selectTasks } from "@/db/queries/tasks/task-rows";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { instructionHandlings, instructions, lookMarks } from "@/db/schema/instructions";
import { users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/calendar/days";
import {
  type HandleInstructionInput,
  handleRefusal,
  instructionSubject,
  type MarkLookedInput,
  type WriteInstructionInput,
  writeRefusal,
} from "@/lib/domain/instructions";
import { can, mayHold } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { lockTask } from "./locks";
import { recordEvent } from "./record-event";
import { runOnce } from "./transaction";

/**
 * A leader's 批示 about a task, a plan or neither. To the unit it is sent at once, as a 催办 in the leader's name; to the
 * office it waits until somebody handles it. Refuses what `writeRefusal` refuses; a task that is not theirs to see, or a
 * plan that is not there, is `not_found`.
 */
export function writeInstruction(actor: Actor, input: WriteInstructionInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const { code, planSlug, addressee, text, dueOn } = input;
    if (!mayHold(actor, "instruction.write")) throw new Refused(refuse("not_allowed"));
    const task = code === null ? null : await lockVisibleTask(tx, actor, code);
    const planId = planSlug === null || task ? null : await planIdOf(tx, actor, planSlug);
    insist(writeRefusal(actor, input, task, dayIn(now)));
    // What is sent to the unit word for word is no secret from it.
    const sharesWords = addressee === "unit" || input.sharesWords;
    const about = { taskId: task?.id ?? null, planId };
    const [written] = await tx
      .insert(instructions)
      .values({ ...about, authorId: actor.id, addressee, text, sharesWords, dueOn, writtenAt: now })
      .returning({ id: instructions.id });
    if (!written) throw new Error("The instruction was not inserted");
    const event = { type: "instruction.written", instructionId: written.id, addressee } as const;
    await recordEvent(tx, actor, event, { task: task ?? undefined }, now);
    if (addressee === "unit" && task) {
      const chaseId = await insertChase(tx, actor, task, text, now);
      await insertHandling(
        tx,
        actor,
        { instructionId: written.id, outcome: "chase", chaseId },
        now,
      );
    }
    return { id: written.id };
  });
}

/**
 * What the office makes of a 批示, once: a 催办 to the lead unit of a task, the task that carries it out (立项), or a note that it
 * was read (阅知). Refuses what `handleRefusal` refuses, also when somebody was faster; one that is not there, and a task
 * that is not this person's to see, is `not_found`.
 */
export function handleInstruction(actor: Actor, input: HandleInstructionInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const { instructionId, outcome, code, words } = input;
    if (!mayHold(actor, "instruction.handle")) throw new Refused(refuse("not_allowed"));
    const found = await visibleInstruction(tx, actor, instructionId);
    const task =
      code === null || outcome === "noted" ? null : await lockVisibleTask(tx, actor, code);
    insist(handleRefusal(actor, input, found, task));
    if (outcome === "chase" && task) {
      const chaseId = await insertChase(tx, actor, task, words, now);
      await insertHandling(tx, actor, { instructionId, outcome, chaseId }, now);
    } else {
      const taskId = task?.id ?? null;
      await insertHandling(tx, actor, { instructionId, outcome, taskId, words }, now);
    }
    const event = {
      ...({ type: "instruction.handled", instructionId, outcome } as const),
      author: found.author,
    };
    await recordEvent(tx, actor, event, { task: task ?? found.task ?? undefined }, now);
    return { id: instructionId };
  });
}

/** That a leader has looked at what changed up to `until`; never back, and never ahead of now. Nothing is recorded of it. */
export function markLooked(actor: Actor, input: MarkLookedInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    if (!mayHold(actor, "instruction.write")) throw new Refused(refuse("not_allowed"));
    const until = new Date(Math.min(Date.parse(input.until), now.getTime()));
    await tx
      .insert(lookMarks)
      .values({ userId: actor.id, until })
      .onConflictDoUpdate({
        target: lookMarks.userId,
        set: { until: sql`greatest(${lookMarks.until}, excluded.until)` },
      });
    return { until: until.toISOString() };
  });
}

/** The one that was first stands: of two who handle it at once the second is told so. */
async function insertHandling(
  tx: Transaction,
  actor: Actor,
  handling: Omit<typeof instructionHandlings.$inferInsert, "handledById" | "handledAt">,
  now: Date,
): Promise<void> {
  const inserted = await tx
    .insert(instructionHandlings)
    .values({ ...handling, handledById: actor.id, handledAt: now })
    .onConflictDoNothing({ target: instructionHandlings.instructionId })
    .returning({ id: instructionHandlings.instructionId });
  if (inserted.length === 0) throw new Refused(refuse("instruction_handled"));
}

async function lockVisibleTask(tx: Transaction, actor: Actor, code: string) {
  const [seen] = await selectTasks(tx, and(eq(tasks.code, code), visibleTo(actor)));
  if (!seen || !can(actor, "task.view", seen))
    throw new Refused(refuse("not_found", { field: "code" }));
  const { cooperatingIds } = seen;
  return { ...(await lockTask(tx, { code })), cooperatingIds };
}

async function planIdOf(tx: Transaction, actor: Actor, slug: string): Promise<string> {
  const plan = await planToInstruct(tx, actor, slug);
  if (!plan) throw new Refused(refuse("not_found"));
  return plan.id;
}

/** A 批示 that this person may see, with its author and what it is about. Refuses `not_found`. */
async function visibleInstruction(tx: Transaction, actor: Actor, id: string) {
  const [found] = await tx
    .select({
      author: { id: users.id, name: users.displayName },
      unitId: users.departmentId,
      handledId: instructionHandlings.instructionId,
      taskId: instructions.taskId,
    })
    .from(instructions)
    .innerJoin(users, eq(users.id, instructions.authorId))
    .leftJoin(instructionHandlings, eq(instructionHandlings.instructionId, instructions.id))
    .where(eq(instructions.id, id));
  if (!found) throw new Refused(refuse("not_found"));
  const { author, unitId, handledId, taskId } = found;
  const [task] = taskId
    ? await selectTasks(tx, and(eq(tasks.id, taskId), visibleTo(actor)))
    : [undefined];
  if (taskId && !task) throw new Refused(refuse("not_found"));
  const about = instructionSubject(task ?? null, unitId);
  return { author, about, isHandled: handledId !== null, task };
}
