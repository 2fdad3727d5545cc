import { type Refusal, refuse } from "./refusals";

export const taskKinds = ["goal", "measure", "subtask", "requirement", "principle"] as const;
export type TaskKind = (typeof taskKinds)[number];

/** 待交办 → 待签收 → 推进中 → 已办结. Overdue, due soon and behind are derived from dates, never a status. */
export const taskStatuses = ["unassigned", "assigned", "active", "completed"] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** Where the owner comes from: the document's own words, our proposal (拟定，待确认), or an admin's confirmation. */
export const ownerBases = ["source", "proposed", "confirmed"] as const;
export type OwnerBasis = (typeof ownerBases)[number];

/** A principle is shown where the document states it, and is not tracked. */
export function isTracked(kind: TaskKind): boolean {
  return kind !== "principle";
}

type TaskState = { kind: TaskKind; status: TaskStatus };

/** A unit may be changed until it has received the task; afterwards only an adjustment request moves it. */
export function assignRefusal(task: TaskState): Refusal | null {
  if (!isTracked(task.kind)) return refuse("task_not_tracked");
  if (task.status === "unassigned" || task.status === "assigned") return null;
  return refuse("task_not_assignable");
}

export function receiveRefusal(task: TaskState): Refusal | null {
  if (task.status === "assigned") return null;
  return refuse(task.status === "unassigned" ? "task_not_assigned" : "task_already_received");
}

/** Reports are written only while the task is being worked on: after 签收 and before 办结. */
export function reportRefusal(task: TaskState): Refusal | null {
  return task.status === "active" ? null : refuse("task_not_active");
}
