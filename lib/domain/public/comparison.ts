import type { Day } from "@/lib/domain/calendar/days";
import type { Light } from "@/lib/domain/tasks/lights";

/** How a task stood on a day. */
export type TaskSnapshot = { percent: number | null; light: Light; dueOn: Day | null };
export type Change = {
  code: string;
  title: string;
  before: TaskSnapshot | null;
  after: TaskSnapshot;
};

/**
 * What became of tasks between two days: done; its light worse; its due day another; taken back (done and open again, or a percentage that is lower
 * than it was said to be); suspended, cancelled or exempted; its percentage higher; or new.
 */
export const comparedLists = [
  ...(["done", "slipped", "moved", "corrected", "parked", "advanced", "added"] as const),
];
export type ComparedList = (typeof comparedLists)[number];

/** How many there are of each, and the first of them. */
export type Comparison = Record<ComparedList, { count: number; changes: Change[] }>;

/** The address of a comparison, of all plans or of one. */
export function comparisonPath(asked: { from: Day; to: Day; plan: string | null }): string {
  const query = new URLSearchParams({ from: asked.from, to: asked.to });
  if (asked.plan !== null) query.set("plan", asked.plan);
  return `/compare?${query}`;
}

/** How a task has come along since an earlier day: the points gained, null where there is nothing to compare. */
export function trendOf(
  before: TaskSnapshot | null,
  after: TaskSnapshot,
): { points: number; from: Light } | null {
  if (before === null || after.percent === null) return null;
  return { points: after.percent - (before.percent ?? 0), from: before.light };
}
