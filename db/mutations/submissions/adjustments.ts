import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { moveDueDay } from "@/db/mutations/tasks/due-moves";
import { parentDueOnOf, tasksAround, updateTask } from "@/db/mutations/tasks/task-state";
import { unitById, unitName } from "@/db/queries/people/people";
import { openChildrenOf } from "@/db/queries/submissions/reporting-task";
import { cooperatorsOf } from "@/db/queries/tasks/cooperators";
import { submissions } from "@/db/schema/submissions";
import { taskCooperators } from "@/db/schema/tasks";
import { dayIn, daysBetween } from "@/lib/domain/calendar/days";
import { dayGivenBack } from "@/lib/domain/calendar/deadlines";
import { withStop } from "@/lib/domain/calendar/periods";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { clockRefusal } from "@/lib/domain/submissions/adjustments";
import { type Approved, voidSubmissions } from "./submission-moves";

type Adjustment = Approved<"adjustment">;

/** Does what an approved adjustment asks for: another lead, another scope, 挂起 or back, 撤销 or 免予办理. */
export async function applyAdjustment(tx: Transaction, adjustment: Adjustment): Promise<void> {
  switch (adjustment.content.change) {
    case "lead":
      return changeLead(tx, adjustment);
    case "scope":
      return changeScope(tx, adjustment);
    case "suspend":
      return suspend(tx, adjustment);
    case "resume":
      return resume(tx, adjustment);
    case "cancel":
      return close(tx, adjustment, "cancelled");
    case "exempt":
      return close(tx, adjustment, "exempted");
  }
}

async function changeLead(tx: Transaction, adjustment: Adjustment) {
  const { actor, task, submission, content, now } = adjustment;
  const { leadId, reason } = content;
  if (leadId === null) throw new Error("A change of lead without a unit was sent");
  if ((await unitById(tx, leadId))?.closedOn) throw new Refused(refuse("unit_closed"));
  await updateTask(tx, task, {
    status: "assigned",
    assignedAt: now,
    receivedAt: null,
    receivedById: null,
    leadDepartmentId: leadId,
    ownerBasis: "confirmed",
  });
  const cooperators = (await cooperatorsOf(tx, [task.id])).get(task.id) ?? [];
  // The new lead cannot cooperate with itself.
  const remaining = cooperators.filter(({ id }) => id !== leadId);
  await tx
    .delete(taskCooperators)
    .where(and(eq(taskCooperators.taskId, task.id), eq(taskCooperators.departmentId, leadId)));
  const names = (units: typeof cooperators) => units.map(({ name }) => name);
  const before = {
    lead: await unitName(tx, submission.departmentId),
    cooperating: names(cooperators),
  };
  const after = { lead: await unitName(tx, leadId), cooperating: names(remaining) };
  const event = { type: "task.lead_changed", before, after, reason } as const;
  await recordEvent(tx, actor, event, { task, submissionId: submission.id }, now);
  // What the old lead was writing, and what the new one wrote as a cooperating unit, has no author any more.
  for (const departmentId of [submission.departmentId, leadId]) {
    const which = { cause: "lead_changed", departmentId, exceptId: submission.id } as const;
    await voidSubmissions(tx, actor, task, which, now);
  }
}

async function changeScope(tx: Transaction, adjustment: Adjustment) {
  const { actor, task, submission, content, now } = adjustment;
  await updateTask(tx, task, { scope: content.scope });
  const [before, after] = [{ scope: task.scope }, { scope: content.scope }];
  const event = { type: "task.scope_changed", before, after } as const;
  await recordEvent(tx, actor, event, { task, submissionId: submission.id }, now);
}

async function suspend(tx: Transaction, adjustment: Adjustment) {
  const { actor, task, submission, content, now } = adjustment;
  insist(clockRefusal(content.change, await tasksAround(tx, task)));
  await updateTask(tx, task, { status: "suspended", suspendedOn: dayIn(now) });
  const event = { type: "task.suspended", reason: content.reason } as const;
  await recordEvent(tx, actor, event, { task, submissionId: submission.id }, now);
}

/** The clock stood still: the days it stood are given back, as far as the task above leaves room. */
async function resume(tx: Transaction, adjustment: Adjustment) {
  const { actor, task, submission, content, now } = adjustment;
  insist(clockRefusal(content.change, await tasksAround(tx, task)));
  const days = daysBetween(task.suspendedOn ?? dayIn(now), dayIn(now));
  await updateTask(tx, task, {
    status: "active",
    suspendedOn: null,
    stops: withStop(task.stops, task.suspendedOn, dayIn(now)),
  });
  await restartSteps(tx, task.id, now);
  const subject = { task, submissionId: submission.id };
  await recordEvent(tx, actor, { type: "task.resumed", days }, subject, now);
  if (task.dueOn === null) return;
  const toDueOn = dayGivenBack(task.dueOn, days, await parentDueOnOf(tx, task));
  if (toDueOn <= task.dueOn) return;
  const { departmentId, id: submissionId } = submission;
  const { reason } = content;
  const move = { cause: "suspension", toDueOn, reason, departmentId, submissionId } as const;
  await moveDueDay(tx, actor, task, move, now);
}

/** What could not be decided meanwhile has its whole time again. */
async function restartSteps(tx: Transaction, taskId: string, now: Date) {
  await tx
    .update(submissions)
    .set({ stepSince: now })
    .where(and(eq(submissions.taskId, taskId), eq(submissions.status, "in_review")));
}

async function close(tx: Transaction, adjustment: Adjustment, status: "cancelled" | "exempted") {
  const { actor, task, submission, content, now } = adjustment;
  if ((await openChildrenOf(tx, task.id)) > 0) throw new Refused(refuse("children_open"));
  await updateTask(tx, task, {
    status,
    closedOn: dayIn(now),
    suspendedOn: null,
    stops: withStop(task.stops, task.suspendedOn, dayIn(now)),
  });
  const event = { type: `task.${status}`, reason: content.reason } as const;
  await recordEvent(tx, actor, event, { task, submissionId: submission.id }, now);
  await voidSubmissions(tx, actor, task, { cause: "task_closed", exceptId: submission.id }, now);
}
