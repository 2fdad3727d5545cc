import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { groupBy } from "@/lib/domain/group-by";
import { type ComparedList, comparedLists } from "@/lib/domain/public/comparison";
import type { PublicTask } from "@/lib/domain/public/public-task";
import type { Light } from "@/lib/domain/tasks/lights";
import { comparePublic } from "./compare";
import { publicTasks } from "./public";

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const severity: Partial<Record<Light, number>> = { yellow: 1, red: 2 };
const worse = (a: PublicTask, b: PublicTask) =>
  (severity[a.health.light] ?? 0) > (severity[b.health.light] ?? 0);

/** The lists said once more, of a task as it was shown on both days. */
const rules: Record<ComparedList, (was: PublicTask | undefined, is: PublicTask) => boolean> = {
  done: (was, is) => was !== undefined && is.status === "completed" && was.status !== "completed",
  slipped: (was, is) => was !== undefined && worse(is, was),
  moved: (was, is) => was?.deadline.dueOn != null && is.deadline.dueOn !== was.deadline.dueOn,
  corrected: (was, is) =>
    (was?.status === "completed" && is.status !== "completed") ||
    (was?.health.percent != null && (is.health.percent ?? 0) < was.health.percent),
  parked: (was, is) =>
    was !== undefined && is.health.light === "paused" && was.health.light !== "paused",
  advanced: (was, is) => was !== undefined && (is.health.percent ?? 0) > (was.health.percent ?? 0),
  added: (was) => was === undefined,
};

test.each([
  ["2024-04-01", "2024-06-12", null],
  ["2024-05-13", "2024-06-12", null],
  ["2024-05-13", "2024-06-12", "air"],
  ["2024-06-01", "2024-06-02", "central"],
  ["2020-01-01", "2024-06-12", "air"],
])(
  "from %s to %s, of %s: each list is what became of its tasks, counted whole",
  async (from, to, planSlug) => {
    const wanted = planSlug === null ? {} : { planSlug };
    const before = new Map((await publicTasks(from, wanted)).map((task) => [task.code, task]));
    const after = (await publicTasks(to, wanted)).filter(({ isTracked }) => isTracked);
    const span = { from, to, planSlug };
    const limit = 12;
    const first = await comparePublic(span, { limit }, { limit: 100 });
    const { lists: second, byPlan: others } = await comparePublic(
      span,
      { limit, offset: limit },
      { limit: 2, offset: 1 },
    );
    const comparison = first.lists;
    for (const list of comparedLists) {
      const meant = after.filter((task) => rules[list](before.get(task.code), task));
      const { count, changes } = comparison[list];
      expect([list, count]).toEqual([list, meant.length]);
      const parts = [...changes, ...second[list].changes];
      expect([list, parts.map(({ code, title }) => [code, title])]).toEqual([
        list,
        meant.slice(0, 2 * limit).map(({ code, title }) => [code, title]),
      ]);
      for (const change of changes) {
        const [was, is] = [before.get(change.code), after.find(({ code }) => code === change.code)];
        expect(change.after).toEqual({
          ...{ light: is?.health.light, percent: is?.health.percent, dueOn: is?.deadline.dueOn },
        });
        expect(change.before?.light).toBe(was?.health.light);
        expect(change.before?.percent).toBe(was?.health.percent);
      }
    }
    const changed = after.filter((task) =>
      comparedLists.some((list) => rules[list](before.get(task.code), task)),
    );
    const byPlan = [...groupBy(changed, ({ plan }) => plan.slug)].map(([slug, own]) => [
      slug,
      own.length,
    ]);
    const numbersOf = ({ plans }: typeof others) => plans.map(({ slug, tasks }) => [slug, tasks]);
    expect(numbersOf(first.byPlan)).toEqual(byPlan);
    expect(numbersOf(others)).toEqual(byPlan.slice(1, 3));
    expect([first.byPlan.count, others.count]).toEqual([byPlan.length, byPlan.length]);
  },
);
