import type { ListedTask } from "@/lib/public/public-tasks";
import type { Words } from "@/lib/words";

/** The due day or window of a task; what has none says so. */
export function dueText({ windowStart, dueOn }: ListedTask["deadline"], { say, day }: Words) {
  if (dueOn === null) return say("formats.noDue");
  if (windowStart === null || windowStart === dueOn) return day(dueOn);
  return say("formats.window", { start: day(windowStart), end: day(dueOn) });
}
