import type { Day } from "@/lib/domain/calendar/days";
import { deadlineWithin } from "@/lib/domain/calendar/deadlines";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import type { SplitInput } from "./inputs";

/** AIR-01 → AIR-01.1 → AIR-01.1.1 → AIR-01.1.1.1, and no deeper (省、市、县, and who does it). */
const deepest = 3;

type Parent = { code: string; dueOn: Day | null; today: Day; isCollective: boolean };

/** Why a part may not be split off like this, or null: one unit leads it, and it is due by its parent's day. */
export function splitRefusal({ dueOn }: Pick<SplitInput, "dueOn">, parent: Parent): Refusal | null {
  if (parent.code.split(".").length > deepest) return refuse("split_too_deep");
  if (parent.isCollective) return refuse("lead_is_collective", { field: "leadId" });
  if (dueOn === null) {
    return parent.dueOn === null ? null : refuse("deadline_required", { field: "dueOn" });
  }
  if (dueOn < parent.today) return refuse("deadline_past", { field: "dueOn" });
  return deadlineWithin(dueOn, parent.dueOn, "dueOn");
}

type Shown = {
  code: string;
  parentCode: string | null;
  isSplitOff: boolean;
  lastPublishedOn: Day | null;
};

/**
 * Those of these tasks that the public sees. A part that a unit split off is in the unit's own words: it is public once
 * an approved report stands under it, and only with whatever it is part of.
 */
export function shownToPublic<Task extends Shown>(tasks: readonly Task[]): Task[] {
  const byCode = new Map(tasks.map((task) => [task.code, task]));
  const isShown = (task: Task): boolean => {
    if (task.isSplitOff && task.lastPublishedOn === null) return false;
    const whole = byCode.get(task.parentCode ?? "");
    return whole === undefined || isShown(whole);
  };
  return tasks.filter(isShown);
}

/** The code of a new part: one more than the highest of its siblings, whatever has become of them. */
export function nextChildCode(parentCode: string, siblings: readonly string[]): string {
  const numbers = siblings.map((code) => Number(code.slice(parentCode.length + 1)) || 0);
  return `${parentCode}.${Math.max(0, ...numbers) + 1}`;
}
