import type { Day } from "@/lib/domain/calendar/days";
import type { Light } from "@/lib/domain/tasks/lights";
import type { TaskStatus } from "@/lib/domain/tasks/tasks";

/** How a task stood on a day. */
export type TaskSnapshot = {
  code: string;
  title: string;
  status: TaskStatus;
  percent: number | null;
  light: Light;
  dueOn: Day | null;
};
export type Change = {
  code: string;
  title: string;
  before: TaskSnapshot | null;
  after: TaskSnapshot;
};

/** What became of tasks between two days: done, moved, slipped, advanced, taken back, parked, or new. A task may be in several lists. */
export type Comparison = {
  done: Change[];
  /** Its due day is another. */
  moved: Change[];
  /** Its light is worse. */
  slipped: Change[];
  /** Its percentage is higher. */
  advanced: Change[];
  /** Taken back: done and open again, or a percentage that is lower than it was said to be. */
  corrected: Change[];
  /** Suspended, cancelled or exempted. */
  parked: Change[];
  added: Change[];
};

/** From well to ill. What is done, parked or called off is neither. */
const severity: Record<Light, number> = {
  blue: 0,
  paused: 0,
  green: 0,
  grey: 0,
  yellow: 1,
  red: 2,
};

/** Compares how tasks stood on an earlier and on a later day. */
export function compareDays(
  earlier: readonly TaskSnapshot[],
  later: readonly TaskSnapshot[],
): Comparison {
  const before = new Map(earlier.map((task) => [task.code, task]));
  const changes = later.map((after): Change => {
    const { code, title } = after;
    return { code, title, before: before.get(code) ?? null, after };
  });
  const known = (holds: (before: TaskSnapshot, after: TaskSnapshot) => boolean) =>
    changes.filter((change) => change.before !== null && holds(change.before, change.after));
  return {
    done: known((was, is) => is.status === "completed" && was.status !== "completed"),
    moved: known((was, is) => is.dueOn !== was.dueOn && was.dueOn !== null),
    slipped: known((was, is) => severity[is.light] > severity[was.light]),
    advanced: known((was, is) => (is.percent ?? 0) > (was.percent ?? 0)),
    corrected: known(
      (was, is) =>
        (was.status === "completed" && is.status !== "completed") ||
        (was.percent !== null && (is.percent ?? 0) < was.percent),
    ),
    parked: known((was, is) => is.light === "paused" && was.light !== "paused"),
    added: changes.filter((change) => change.before === null),
  };
}

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
