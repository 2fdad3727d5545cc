import type { Day } from "@/lib/domain/calendar/days";
import type { Period } from "@/lib/domain/calendar/periods";
import { type Permission, refusalFor, type Subject } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { type Refusal, refuse } from "@/lib/domain/refusals";

export const taskKinds = ["goal", "measure", "subtask", "requirement", "principle"] as const;
export type TaskKind = (typeof taskKinds)[number];

/**
 * 待交办 → 待签收 → 推进中 (⇄ 已挂起) → 已办结, 已撤销 or 免予办理. Overdue, due soon and behind are derived from dates,
 * never a status.
 */
export const taskStatuses = [
  "unassigned",
  "assigned",
  "active",
  "suspended",
  "completed",
  "cancelled",
  "exempted",
] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** Nothing moves any more, but for 重新督办. A parent waits for all its sub-tasks to be here. */
export const closedStatuses = [
  "completed",
  "cancelled",
  "exempted",
] as const satisfies TaskStatus[];
export function isClosed(status: TaskStatus): boolean {
  return (closedStatuses as readonly TaskStatus[]).includes(status);
}

/** Somebody is waited for: to receive it, to report, or to decide on what was sent. */
export const taskStatusesWithObligations = [
  "assigned",
  "active",
  "suspended",
] as const satisfies TaskStatus[];

/** Where the owner comes from: the document's own words, our proposal (拟定，待确认), or an admin's confirmation. */
export const ownerBases = ["source", "proposed", "confirmed"] as const;
export type OwnerBasis = (typeof ownerBases)[number];

/** A principle is shown where the document states it, and is not tracked. */
export function isTracked(kind: TaskKind): boolean {
  return kind !== "principle";
}

/** The day its clock stopped: 办结, 终止 or, for the time being, 挂起. Null while it runs. */
export function clockStoppedOn(task: {
  completedOn: Day | null;
  closedOn: Day | null;
  suspendedOn: Day | null;
}): Day | null {
  return task.completedOn ?? task.closedOn ?? task.suspendedOn;
}

/** The report of the lead unit that is in review: what it is, when it was sent, and the period it speaks for. */
export type ReportSent = { kind: "progress" | "completion"; sentOn: Day; period: Period };

/** The day on which the completion that is in review was sent; null where none is. */
export function completionSentOn(report: ReportSent | null): Day | null {
  return report?.kind === "completion" ? report.sentOn : null;
}

export type TaskState = Subject & {
  kind: TaskKind;
  status: TaskStatus;
  struckOffOn: Day | null;
  parentStatus: TaskStatus | null;
  /** The persons who wrote, signed, approved or released its completion. */
  declarerIds: readonly string[];
  /** Its plan has been ended: none of its tasks is opened again. */
  isPlanOver?: boolean;
};

type ActRule = { permission: Permission; from: readonly TaskStatus[] };

/** What can be done to a task itself. What goes through review is in submissions.ts. */
export const taskActs = {
  /** A unit may be changed until it has received the task; afterwards only an adjustment moves it. */
  assign: { permission: "task.assign", from: ["unassigned", "assigned"] },
  /** 分解到各单位: a part for each of many units (各市), while the task itself waits or is under way. */
  distribute: { permission: "task.assign", from: ["unassigned", "assigned", "active"] },
  receive: { permission: "task.receive", from: ["assigned"] },
  split: { permission: "task.split", from: ["active"] },
  chase: { permission: "task.chase", from: ["assigned", "active"] },
  /** 销号: somebody who did not declare it done verifies that it is. */
  strike_off: { permission: "task.strike_off", from: ["completed"] },
  /** 重新督办 */
  reopen: { permission: "task.reopen", from: closedStatuses },
} as const satisfies Record<string, ActRule>;
export type TaskAct = keyof typeof taskActs;
export const taskActNames = Object.keys(taskActs) as TaskAct[];

/** Why this person may not do this to the task now, or null. */
export function taskActRefusal(actor: Actor, act: TaskAct, task: TaskState): Refusal | null {
  const { permission, from }: ActRule = taskActs[act];
  const refusal = refusalFor(actor, permission, task);
  if (refusal) return refusal;
  if (!isTracked(task.kind)) return refuse("task_not_tracked");
  if (act === "strike_off" && task.struckOffOn) return refuse("task_struck_off");
  if (act === "reopen" && task.isPlanOver) return refuse("plan_over");
  if (act === "reopen" && task.parentStatus && isClosed(task.parentStatus))
    return refuse("parent_closed");
  const refusedNow = statusRefusal(task.status, from);
  if (refusedNow) return refusedNow;
  const isOwn = act === "strike_off" && task.declarerIds.includes(actor.personId);
  return isOwn ? refuse("strike_off_own_decision") : null;
}

/** The buttons a person gets on a task: the rule itself, asked once for each act. */
export function availableActs(actor: Actor, task: TaskState): TaskAct[] {
  return taskActNames.filter((act) => taskActRefusal(actor, act, task) === null);
}

const wrongStatus = {
  unassigned: "task_not_assigned",
  assigned: "task_not_received",
  active: "task_already_received",
  suspended: "task_suspended",
  completed: "task_closed",
  cancelled: "task_closed",
  exempted: "task_closed",
} as const satisfies Record<TaskStatus, string>;

/** Null when the status is among those allowed; else the refusal that says what the status is. */
export function statusRefusal(status: TaskStatus, allowed: readonly TaskStatus[]): Refusal | null {
  if (allowed.includes(status)) return null;
  const notYetDone = allowed.every((each) => isClosed(each));
  return refuse(notYetDone && !isClosed(status) ? "task_not_completed" : wrongStatus[status]);
}
