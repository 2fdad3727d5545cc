import type { Day } from "@/lib/domain/calendar/days";
import type { Light } from "@/lib/domain/tasks/lights";
import type { TaskKind, TaskStatus } from "@/lib/domain/tasks/tasks";
import { isChased } from "./obligations";

export type NoticeLight = "yellow" | "red";

/** A 督办单: why and since when, and until when. */
export type LightNotice = {
  id: string;
  light: NoticeLight;
  reason: string;
  issuedOn: Day;
  liftedOn: Day | null;
};

/**
 * What becomes of a task's 督办单 (三色督查单) under its own light: one stands while the task is chased and its light is
 * yellow or red, and the other colour takes its place. Both are null when nothing changes.
 */
export function noticeMoves(
  inForce: NoticeLight | null,
  task: { kind: TaskKind; status: TaskStatus; light: Light },
): { lift: NoticeLight | null; issue: NoticeLight | null } {
  const { light } = task;
  const wanted = isChased(task) && (light === "yellow" || light === "red") ? light : null;
  return inForce === wanted ? { lift: null, issue: null } : { lift: inForce, issue: wanted };
}
