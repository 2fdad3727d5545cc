import type { Day } from "@/lib/domain/calendar/days";
import type { Light } from "@/lib/domain/tasks/lights";

/** How a task stood on a day. */
export type TaskSnapshot = { percent: number | null; light: Light; dueOn: Day | null };
export type Change = {
  code: string;
  title: string;
  titleEn: string | null;
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

type Asked = { from: Day; to: Day; plan: string | null; list?: ComparedList | null; page?: number };

/** The address of a comparison, of all plans or of one; of a page of one of its lists, or of its plans. */
export function comparisonPath({ from, to, plan, list, page = 1 }: Asked): string {
  const query = new URLSearchParams({ from, to });
  if (plan !== null) query.set("plan", plan);
  if (list) query.set("list", list);
  if (page > 1) query.set("page", String(page));
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
