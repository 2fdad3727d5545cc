import { desc, eq, like, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type LockedTask, lockTask } from "@/db/mutations/locks";
import { runOnceTold } from "@/db/mutations/new-gaps";
import { recordEvent } from "@/db/mutations/record-event";
import { taskState } from "@/db/mutations/tasks/task-state";
import { unitById } from "@/db/queries/people/people";
import { tasks } from "@/db/schema/tasks";
import type { SplitInput } from "@/lib/domain/assignments/inputs";
import { nextChildCode, splitRefusal } from "@/lib/domain/assignments/splits";
import { dayIn } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { taskActRefusal } from "@/lib/domain/tasks/tasks";

/**
 * 任务分解: the lead unit splits a part off its task, for itself or for another unit (one lead, due no later than the
 * whole). Another unit has to receive its part; one's own is received with it. Returns the new task's code.
 */
export function splitTask(actor: Actor, input: SplitInput, now: Date) {
  const work = async (tx: Transaction) => {
    const parent = await lockTask(tx, { code: input.code });
    insist(taskActRefusal(actor, "split", await taskState(tx, parent)));
    if (parent.version !== input.version) throw new Refused(refuse("task_changed"));
    if (input.leadId === null) throw new Refused(refuse("lead_required", { field: "leadId" }));
    const lead = await unitById(tx, input.leadId);
    if (!lead) throw new Refused(refuse("unit_unknown", { field: "leadId" }));
    if (lead.closedOn) throw new Refused(refuse("unit_closed", { field: "leadId" }));
    const siblings = await childCodes(tx, parent);
    const { kind } = lead;
    const facts = { code: parent.code, dueOn: parent.dueOn, today: dayIn(now) };
    insist(splitRefusal(input, { ...facts, isCollective: kind === "collective" }));

    insist(publicTextRefusal(input.title, "title") ?? publicTextRefusal(input.scope, "scope"));

    const code = nextChildCode(parent.code, siblings);
    const child = await insertChild(tx, actor, parent, { ...input, code }, now);
    const after = { code, title: input.title, lead: lead.name, dueOn: input.dueOn };
    const event = { type: "task.split", parent: parent.code, after } as const;
    await recordEvent(tx, actor, event, { task: parent }, now);
    await recordEvent(tx, actor, event, { task: child }, now);
    return { code };
  };
  return runOnceTold(actor, input, now, work, input.code);
}

async function childCodes(tx: Transaction, parent: LockedTask): Promise<string[]> {
  const rows = await tx
    .select({ code: tasks.code })
    .from(tasks)
    .where(eq(tasks.parentId, parent.id));
  return rows.map(({ code }) => code);
}

/** Where a new part stands in the order of its document: after all that is already under its whole. */
export async function placeAfterParts(tx: Transaction, whole: LockedTask): Promise<number> {
  const [last] = await tx
    .select({ sortOrder: tasks.sortOrder })
    .from(tasks)
    .where(or(eq(tasks.id, whole.id), like(tasks.code, `${whole.code}.%`)))
    .orderBy(desc(tasks.sortOrder))
    .limit(1);
  return last?.sortOrder ?? whole.sortOrder;
}

async function insertChild(
  tx: Transaction,
  actor: Actor,
  parent: LockedTask,
  part: SplitInput,
  now: Date,
) {
  const { planId, documentId, quote, quoteStart, quoteEnd, reference } = parent;
  const isOwn = part.leadId === actor.departmentId;
  const [child] = await tx
    .insert(tasks)
    .values({
      ...{ planId, documentId, quote, quoteStart, quoteEnd, reference },
      code: part.code,
      parentId: parent.id,
      kind: "subtask",
      title: part.title,
      scope: part.scope || null,
      splitById: actor.departmentId,
      sortOrder: await placeAfterParts(tx, parent),
      status: isOwn ? "active" : "assigned",
      ownerBasis: "confirmed",
      leadDepartmentId: part.leadId,
      assignedAt: now,
      receivedAt: isOwn ? now : null,
      receivedById: isOwn ? actor.id : null,
      isDemo: actor.isDemo,
      deadlineKind: part.dueOn ? "date" : "ongoing",
      deadlineBasis: part.dueOn ? "assigned" : null,
      dueOn: part.dueOn,
      baselineDueOn: part.dueOn,
      reportingCycle: part.cycle,
    })
    .returning();
  if (!child) throw new Error("The part was not inserted");
  return child;
}
