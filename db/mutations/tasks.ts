import { eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { departments } from "@/db/schema/people";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import {
  type Assignment,
  applyAssignment,
  assignmentChanges,
  assignmentRefusal,
} from "@/lib/domain/assignment";
import type { AssignmentRecord } from "@/lib/domain/audit-events";
import { dayIn } from "@/lib/domain/days";
import type { AssignInput, ReceiveInput } from "@/lib/domain/inputs";
import { refusalFor } from "@/lib/domain/permissions";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import type { Actor } from "@/lib/domain/roles";
import { assignRefusal, receiveRefusal } from "@/lib/domain/tasks";
import { type LockedTask, lockTask } from "./locks";
import { recordEvent } from "./record-event";
import { runOnce } from "./transaction";

/**
 * Hands a task to one lead unit (交办), with its cooperating units, date and reporting cycle. Refuses anybody but an admin,
 * a task already received, a stale page, and what `assignmentRefusal` refuses. A first date becomes the baseline.
 */
export function assignTask(actor: Actor, input: AssignInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const task = await lockTask(tx, { code: input.code });
    insist(refusalFor(actor, "task.assign", task));
    insist(assignRefusal(task));
    if (task.version !== input.version) throw new Refused(refuse("task_changed"));

    const before = await presentAssignment(tx, task);
    const units = await unitsNamed(tx, before, input);
    const isCollective = (id: string) => units.get(id)?.kind === "collective";
    insist(assignmentRefusal(before, input, isCollective, dayIn(now)));
    const { leadId, cooperatingIds, dueOn, cycle } = input;
    const after = applyAssignment(before, { leadId, cooperatingIds, dueOn, cycle });

    await writeAssignment(tx, actor, task, after, now);
    await recordEvent(
      tx,
      actor,
      {
        type: "task.assigned",
        before: withNames(before, units),
        after: withNames(after, units),
        changed: assignmentChanges(before, after),
      },
      { task },
      now,
    );
    return { code: task.code };
  });
}

/** 签收: the lead unit takes the task on, and its clock starts. Refuses other units, and a task not waiting for receipt. */
export function receiveTask(actor: Actor, input: ReceiveInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const task = await lockTask(tx, { code: input.code });
    insist(refusalFor(actor, "task.receive", task));
    insist(receiveRefusal(task));
    if (task.version !== input.version) throw new Refused(refuse("task_changed"));
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

type Units = Map<string, { name: string; kind: string }>;

async function presentAssignment(tx: Transaction, task: LockedTask): Promise<Assignment> {
  const cooperators = await tx
    .select({ id: taskCooperators.departmentId })
    .from(taskCooperators)
    .where(eq(taskCooperators.taskId, task.id))
    .orderBy(taskCooperators.sortOrder);
  return {
    leadId: task.leadDepartmentId,
    cooperatingIds: cooperators.map(({ id }) => id),
    ownerBasis: task.ownerBasis,
    dueOn: task.dueOn,
    deadlineBasis: task.deadlineBasis,
    cycle: task.reportingCycle,
  };
}

async function unitsNamed(tx: Transaction, before: Assignment, input: AssignInput): Promise<Units> {
  const lead = (id: string | null) => (id === null ? [] : [id]);
  const chosen = [...lead(input.leadId), ...input.cooperatingIds];
  const ids = [...chosen, ...lead(before.leadId), ...before.cooperatingIds];
  const rows = ids.length
    ? await tx.select().from(departments).where(inArray(departments.id, ids))
    : [];
  const units: Units = new Map(rows.map(({ id, name, kind }) => [id, { name, kind }]));
  if (chosen.some((id) => !units.has(id))) throw new Refused(refuse("unit_unknown"));
  return units;
}

function withNames(assignment: Assignment, units: Units): AssignmentRecord {
  const name = (id: string) => units.get(id)?.name ?? id;
  return {
    ...assignment,
    lead: assignment.leadId && name(assignment.leadId),
    cooperating: assignment.cooperatingIds.map(name),
  };
}

async function writeAssignment(
  tx: Transaction,
  actor: Actor,
  task: LockedTask,
  after: Assignment,
  now: Date,
) {
  await tx
    .update(tasks)
    .set({
      status: "assigned",
      assignedAt: now,
      leadDepartmentId: after.leadId,
      ownerBasis: after.ownerBasis,
      dueOn: after.dueOn,
      baselineDueOn: task.baselineDueOn ?? after.dueOn,
      deadlineBasis: after.deadlineBasis,
      reportingCycle: after.cycle,
      isDemo: actor.isDemo,
      version: sql`${tasks.version} + 1`,
    })
    .where(eq(tasks.id, task.id));
  await tx.delete(taskCooperators).where(eq(taskCooperators.taskId, task.id));
  const cooperating = [...new Set(after.cooperatingIds)].map((departmentId, sortOrder) => ({
    taskId: task.id,
    departmentId,
    sortOrder,
  }));
  if (cooperating.length) await tx.insert(taskCooperators).values(cooperating);
}
