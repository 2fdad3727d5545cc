import { randomUUID } from "node:crypto";
import type { Transaction } from "@/db/client";
import { bulkInsert } from "@/db/mutations/bulk-insert";
import { type LockedTask, lockTask } from "@/db/mutations/locks";
import { runOnceTold } from "@/db/mutations/new-gaps";
import { recordEvent } from "@/db/mutations/record-event";
import { taskState, updateTask } from "@/db/mutations/tasks/task-state";
import { partsPlan } from "@/db/queries/assignments/parts";
import { tasks } from "@/db/schema/tasks";
import type { DistributeInput } from "@/lib/domain/assignments/inputs";
import { type PlannedPart, planRefusal } from "@/lib/domain/assignments/splits";
import type { AuditEvent } from "@/lib/domain/audit/audit-events";
import { dayIn } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { type Assignment, assignmentChanges } from "@/lib/domain/tasks/assignment";
import { taskActRefusal } from "@/lib/domain/tasks/tasks";
import { placeAfterParts } from "./splits";

/**
 * 分解到各单位 (各市): gives each of the units a part of its own, to be received like any task; those that have one already
 * get no second. One transaction for all, however many. Refuses anybody but an admin, a stale page, a collective whose
 * members nobody has said, and what `planRefusal` refuses. Returns how many parts were made.
 */
export function distributeTask(actor: Actor, input: DistributeInput, now: Date) {
  const work = async (tx: Transaction) => {
    const whole = await lockTask(tx, { code: input.code });
    insist(taskActRefusal(actor, "distribute", await taskState(tx, whole)));
    if (whole.version !== input.version) throw new Refused(refuse("task_changed"));

    const plan = await partsPlan(tx, actor, whole, input.unitIds);
    if (!plan.ok) throw new Refused(plan.refusal);
    const facts = { code: whole.code, dueOn: whole.dueOn, today: dayIn(now) };
    insist(planRefusal(plan, input, facts));

    const made = plan.parts.map((part) => ({ ...part, id: randomUUID() }));
    await insertParts(tx, actor, whole, made, input, now);
    await updateTask(tx, whole, {});
    const parts = made.map(({ code, unit }) => ({ code, lead: unit.name }));
    const told = { type: "task.distributed", after: { parts, dueOn: input.dueOn } } as const;
    await recordEvent(tx, actor, told, { task: whole }, now);
    for (const part of made) await recordPart(tx, actor, whole, part, input, now);
    return { code: whole.code, count: made.length };
  };
  return runOnceTold(actor, input, now, work, input.code);
}

type Made = PlannedPart & { id: string };
type Terms = Pick<DistributeInput, "dueOn" | "cycle" | "reportDay">;

/** The document's own day stays the document's; any other, a catch-up day among them, is `assigned`. */
function daysOf(whole: LockedTask, dueOn: Terms["dueOn"]) {
  const isWhole = dueOn !== null && dueOn === whole.dueOn && whole.deadlineBasis === "source";
  if (isWhole) {
    const { deadlineKind, deadlineVerbatim, deadlineBasis, windowStart } = whole;
    return { deadlineKind, deadlineVerbatim, deadlineBasis, windowStart };
  }
  return dueOn === null
    ? { deadlineKind: "ongoing" as const, deadlineBasis: null }
    : { deadlineKind: "date" as const, deadlineBasis: "assigned" as const };
}

async function insertParts(
  tx: Transaction,
  actor: Actor,
  whole: LockedTask,
  made: Made[],
  { dueOn, cycle, reportDay }: Terms,
  now: Date,
) {
  const { planId, documentId, quote, quoteStart, quoteEnd, reference, scope } = whole;
  const sortOrder = await placeAfterParts(tx, whole);
  await bulkInsert(
    tx,
    tasks,
    made.map(({ id, code, title, unit }) => ({
      ...{ planId, documentId, quote, quoteStart, quoteEnd, reference, scope, sortOrder },
      ...{ id, code, title, dueOn, baselineDueOn: dueOn },
      ...daysOf(whole, dueOn),
      parentId: whole.id,
      kind: "subtask" as const,
      status: "assigned" as const,
      ownerBasis: "confirmed" as const,
      leadDepartmentId: unit.id,
      assignedAt: now,
      isDemo: actor.isDemo,
      reportingCycle: cycle,
      reportDay,
    })),
  );
}

const nothing: Assignment = {
  ...{ leadId: null, cooperatingIds: [], ownerBasis: null, dueOn: null, deadlineBasis: null },
  ...{ cycle: "none", reportDay: null },
};

async function recordPart(
  tx: Transaction,
  actor: Actor,
  whole: LockedTask,
  { id, code, unit }: Made,
  { dueOn, cycle, reportDay }: Terms,
  now: Date,
) {
  const { deadlineBasis } = daysOf(whole, dueOn);
  const after: Assignment = {
    ...{ leadId: unit.id, cooperatingIds: [], ownerBasis: "confirmed", dueOn, deadlineBasis },
    ...{ cycle, reportDay },
  };
  const event: AuditEvent = {
    type: "task.assigned",
    before: { ...nothing, lead: null, cooperating: [] },
    after: { ...after, lead: unit.name, cooperating: [] },
    changed: assignmentChanges(nothing, after),
  };
  await recordEvent(tx, actor, event, { task: { id, code } }, now);
}
