import type { Day } from "@/lib/domain/calendar/days";
import { awaitsExtension, type Due, isDueSoon, isOverdue } from "@/lib/domain/calendar/deadlines";
import { type PaceThresholds, paceOf } from "./pace";
import type { TaskStatus } from "./tasks";

/** 未启动, 正常推进, 滞后或临期, 严重滞后或逾期, 已办结, 已挂起或终止. There is no national standard of 预警灯. */
export const lights = ["grey", "green", "yellow", "red", "blue", "paused"] as const;
export type Light = (typeof lights)[number];

/** The lights in the order in which they ask for attention. */
export const worstFirst: readonly Light[] = ["red", "yellow", "grey", "green", "paused", "blue"];

/** Whether a light says that a task is late, or will be (滞后或临期, 严重滞后或逾期). */
export const isLate = (light: Light) => light === "red" || light === "yellow";

export const lightReasons = [
  "completed",
  "suspended",
  "cancelled",
  "exempted",
  "overdue",
  "far_behind_pace",
  "behind_pace",
  "extension_in_review",
  "due_soon",
  "report_missing",
  "completion_in_review",
  "not_assigned",
  "not_received",
  "on_track",
] as const;
export type LightReason = (typeof lightReasons)[number];

export type LightThresholds = PaceThresholds & { dueSoonDays: number };

export const defaultLightThresholds: LightThresholds = {
  dueSoonDays: 7,
  behindPoints: 10,
  farBehindPoints: 30,
};

/**
 * `windowStart` is where the document's window begins (6月上旬 → 06-01), `startedOn` the 签收; `percent` what the schedule is
 * held against, of a parent what its parts come to.
 */
export type LitTask = Due & {
  status: TaskStatus;
  startedOn: Day | null;
  windowStart: Day | null;
  percent: number | null;
  reportOwed: boolean;
};

/**
 * The light of a task by itself and the first reason for it, worst first. A task is overdue even
 * when nobody has received it; one without a date can only lack a report (应报未报).
 */
export function lightOf(
  task: LitTask,
  today: Day,
  thresholds: LightThresholds = defaultLightThresholds,
): { light: Light; reason: LightReason } {
  if (task.status === "completed") return { light: "blue", reason: "completed" };
  // What is parked or called off is neither late nor on its way: 挂起停止计时.
  if (task.status === "suspended" || task.status === "cancelled" || task.status === "exempted")
    return { light: "paused", reason: task.status };
  if (isOverdue(task, today)) return { light: "red", reason: "overdue" };
  if (task.sentOn) return { light: "green", reason: "completion_in_review" };
  if (task.status === "unassigned") return { light: "grey", reason: "not_assigned" };
  if (task.status === "assigned") return { light: "grey", reason: "not_received" };

  const work = { ...task, startedOn: task.windowStart ?? task.startedOn };
  const rating = paceOf(work, today, thresholds)?.rating;
  if (rating === "far_behind") return { light: "red", reason: "far_behind_pace" };
  if (rating === "behind") return { light: "yellow", reason: "behind_pace" };
  if (awaitsExtension(task, today)) return { light: "yellow", reason: "extension_in_review" };
  if (task.percent !== 100 && isDueSoon(task, today, thresholds.dueSoonDays)) {
    return { light: "yellow", reason: "due_soon" };
  }
  if (task.reportOwed) return { light: "yellow", reason: "report_missing" };
  return { light: "green", reason: "on_track" };
}

/** A shape for each light, as a path in a square of 16: the colour alone must never have to say it. */
export const lightShapes: Record<Light, string> = {
  grey: "M2 8a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M5 8h6",
  green: "M3 3l11 5l-11 5z",
  blue: "M2 8l4 5l8 -10l-8 6z",
  yellow: "M8 2l6.5 12h-13z",
  red: "M5 2h6l3 3v6l-3 3h-6l-3 -3v-6z",
  paused: "M3 3h3v10h-3zM10 3h3v10h-3z",
};

/** The colours of app/globals.css, for what is drawn outside a page. */
export const lightColours: Record<
  Light,
  { fill: string; edge: string; text: string; tint: string }
> = {
  grey: { fill: "#b1b4b6", edge: "#505a5f", text: "#505a5f", tint: "#f0f1f2" },
  green: { fill: "#4c8dca", edge: "#4c8dca", text: "#0b4f8a", tint: "#e3eef8" },
  blue: { fill: "#004d40", edge: "#004d40", text: "#00594c", tint: "#ddf1ec" },
  yellow: { fill: "#f2a900", edge: "#7a4b00", text: "#7a4b00", tint: "#fff0cc" },
  red: { fill: "#d4351c", edge: "#d4351c", text: "#a3161a", tint: "#fbe4e2" },
  paused: { fill: "#f0f1f2", edge: "#505a5f", text: "#505a5f", tint: "#f0f1f2" },
};
