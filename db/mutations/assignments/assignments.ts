import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type LockedTask, lockTask } from "@/db/mutations/locks";
import { runOnceTold } from "@/db/mutations/new-gaps";
import { recordEvent } from "@/db/mutations/record-event";
import { voidSubmissions } from "@/db/mutations/submissions/submission-moves";
import { setCooperators } from "@/db/mutations/tasks/cooperators";
import {
  openObjectionRefusal,
  parentDueOnOf,
  taskState,
  updateTask,
} from "@/db/mutations/tasks/task-state";
import { runOnce } from "@/db/mutations/transaction";
import { partDaysOf } from "@/db/queries/assignments/moved-by";
import { cooperatingIdsOf } from "@/db/queries/tasks/cooperators";
import { departments } from "@/db/schema/people";
import type {
  AssignInBatchInput,
  AssignInput,
  TaskAtVersion,
} from "@/lib/domain/assignments/inputs";
import type { AssignmentRecord } from "@/lib/domain/audit/audit-events";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import { isWithin } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, type Refusal, Refused, refuse } from "@/lib/domain/refusals";
import {
  type Assignment,
  type AssignmentChoice,
  applyAssignment,
  assignmentChanges,
  assignmentRefusal,
  choiceInBatch,
  unitsRelieved,
} from "@/lib/domain/tasks/assignment";
import { taskActRefusal } from "@/lib/domain/tasks/tasks";

/**
 * Hands a task to one lead unit (交办), with its cooperating units, date and reporting cycle. Refuses anybody but an admin,
 * a task already received, a stale page, and what `assignmentRefusal` refuses. A first date becomes the baseline.
 */
export function assignTask(actor: Actor, input: AssignInput, now: Date) {
  const { leadId, cooperatingIds, dueOn, cycle, reportDay } = input;
  return assignOnce(actor, input, now, () => ({
    ...{ leadId, cooperatingIds, dueOn, cycle, reportDay },
  }));
}

/**
 * One task of 批量交办: as its proposal stands, but for the unit, day or cycle that the batch asks for. Refuses what
 * `assignTask` refuses.
 */
export function assignInBatch(actor: Actor, input: AssignInBatchInput, now: Date) {
  return assignOnce(actor, input, now, (before) => choiceInBatch(before, input));
}

function assignOnce(
  actor: Actor,
  input: TaskAtVersion,
  now: Date,
  choose: (before: Assignment) => AssignmentChoice,
) {
  const assign = (tx: Transaction) => assignWithin(tx, actor, input, now, choose);
  return runOnceTold(actor, input, now, assign, input.code);
}

/** One assignment as part of a transaction. Refuses what `assignTask` refuses. */
export async function assignWithin(
  tx: Transaction,
  actor: Actor,
  { code, version }: Pick<TaskAtVersion, "code" | "version">,
  now: Date,
  choose: (before: Assignment) => AssignmentChoice,
) {
  const task = await lockTask(tx, { code });
  insist(taskActRefusal(actor, "assign", await taskState(tx, task)));
  insist(await openObjectionRefusal(tx, task));
  if (task.version !== version) throw new Refused(refuse("task_changed"));

  const before = await presentAssignment(tx, task);
  const choice = choose(before);
  insist(beyondRefusal(actor, before, choice));
  const units = await unitsNamed(tx, before, choice);
  const facts = {
    isCollective: (id: string) => units.get(id)?.kind === "collective",
    parentDueOn: await parentDueOnOf(tx, task),
    parts: await partDaysOf(tx, task.id),
    today: dayIn(now),
  };
  insist(assignmentRefusal(before, choice, facts));
  const after = applyAssignment(before, choice);

  for (const departmentId of unitsRelieved(before, after))
    await voidSubmissions(tx, actor, task, { cause: "lead_changed", departmentId }, now);
  await writeAssignment(tx, actor, task, after, now);
  const event = {
    type: "task.assigned",
    before: withNames(before, units),
    after: withNames(after, units),
    changed: assignmentChanges(before, after),
  } as const;
  await recordEvent(tx, actor, event, { task }, now);
  return { code: task.code };
}

/** Whoever is bound to a branch chooses units of it; cooperating ones from elsewhere only stay. Any other is `unit_unknown`. */
function beyondRefusal(actor: Actor, before: Assignment, choice: AssignmentChoice): Refusal | null {
  if (!isWithin(actor, choice.leadId ?? before.leadId))
    return refuse("unit_unknown", { field: "leadId" });
  const isNew = (id: string) => !before.cooperatingIds.includes(id);
  return choice.cooperatingIds.some((id) => isNew(id) && !isWithin(actor, id))
    ? refuse("unit_unknown", { field: "cooperatingIds" })
    : null;
}

type Units = Map<string, { name: string; kind: string; closedOn: Day | null }>;

async function presentAssignment(tx: Transaction, task: LockedTask): Promise<Assignment> {
  return {
    leadId: task.leadDepartmentId,
    cooperatingIds: await cooperatingIdsOf(tx, task.id),
    ownerBasis: task.ownerBasis,
    dueOn: task.dueOn,
    deadlineBasis: task.deadlineBasis,
    cycle: task.reportingCycle,
    reportDay: task.reportDay,
  };
}

async function unitsNamed(
  tx: Transaction,
  before: Assignment,
  choice: AssignmentChoice,
): Promise<Units> {
  const lead = (id: string | null) => (id === null ? [] : [id]);
  const chosen = [...lead(choice.leadId), ...choice.cooperatingIds];
  const ids = [...chosen, ...lead(before.leadId), ...before.cooperatingIds];
  const rows = ids.length
    ? await tx.select().from(departments).where(inArray(departments.id, ids))
    : [];
  const units: Units = new Map(rows.map((unit) => [unit.id, unit]));
  if (chosen.some((id) => !units.has(id))) throw new Refused(refuse("unit_unknown"));
  if (chosen.some((id) => units.get(id)?.closedOn)) throw new Refused(refuse("unit_closed"));
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
  await updateTask(tx, task, {
    status: "assigned",
    assignedAt: now,
    leadDepartmentId: after.leadId,
    ownerBasis: after.ownerBasis,
    dueOn: after.dueOn,
    baselineDueOn: task.baselineDueOn ?? after.dueOn,
    deadlineBasis: after.deadlineBasis,
    reportingCycle: after.cycle,
    reportDay: after.reportDay,
    isDemo: actor.isDemo,
  });
  await setCooperators(tx, task.id, after.cooperatingIds);
}

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
    await updateTask(tx, task, {
      status: "active",
      receivedAt: now,
      receivedById: actor.id,
    });
    await recordEvent(tx, actor, { type: "task.received" }, { task }, now);
    return { code: task.code };
  });
}
