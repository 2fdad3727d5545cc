import { afterAll, beforeAll, expect, test } from "vitest";
import { keptDay } from "@/db/testing/kept/kept-health.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { addDays } from "@/lib/domain/calendar/days";
import { milestoneStarts, milestonesFrom } from "@/lib/domain/public/milestones";
import { summarise } from "@/lib/domain/public/overview.fixture";
import { anything } from "@/lib/domain/public/public-search";
import type { Light } from "@/lib/domain/tasks/lights";
import { countFound } from "./find";
import { countDue, overviewsOfPlans } from "./overviews";
import { publicTasks } from "./public";

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test.each(["2024-04-15", "2024-05-20", "2024-06-11", today])(
  "each plan's counts on %s are the lights of its tasks",
  async (asOf) => {
    const tracked = (await publicTasks(asOf)).filter(({ isTracked }) => isTracked);
    const slugs = [...new Set(tracked.map(({ plan }) => plan.slug))];
    const overviews = await overviewsOfPlans(asOf, slugs);
    for (const [slug, overview] of overviews)
      expect([slug, overview]).toEqual([
        slug,
        summarise(
          tracked.filter(({ plan }) => plan.slug === slug).map(({ health }) => health.light),
        ),
      ]);
    expect([...overviews.keys()]).toEqual(slugs);
    expect(await overviewsOfPlans(asOf, ["air"], "measure")).toEqual(
      new Map([
        [
          "air",
          summarise(
            tracked.flatMap(({ plan, kind, health }) =>
              plan.slug === "air" && kind === "measure" ? [health.light] : [],
            ),
          ),
        ],
      ]),
    );
  },
);

test.each(["2024-05-20", today])(
  "what is due by month on %s is what the search finds",
  async (asOf) => {
    for (const plan of [undefined, "air"]) {
      const months = milestonesFrom(asOf, await countDue(asOf, milestoneStarts(asOf), plan));
      expect(months.filter(({ count }) => count > 0).length).toBeGreaterThan(1);
      for (const { from, to, count, lights } of months) {
        const search = { ...anything, plan: plan ?? "", from, to };
        const found = (light: Light[]) =>
          countFound({ asOf, search: { ...search, light }, concerned: [] });
        expect([from, await found([])]).toEqual([from, count]);
        for (const each of lights)
          expect([from, each.light, await found([each.light])]).toEqual([
            ...[from, each.light, each.count],
          ]);
      }
    }
  },
);

test("what is kept of every day since the beginning is what was shown on it", async () => {
  for (let day = "2024-03-28"; day <= addDays(today, 40); day = addDays(day, 3)) {
    const shown = await publicTasks(day);
    const kept = await keptDay(day);
    expect([
      day,
      shown.map(({ code }) => [code, kept.get(code)?.publicLight, kept.get(code)?.publicPercent]),
    ]).toEqual([day, shown.map(({ code, health }) => [code, health.light, health.percent])]);
  }
});
