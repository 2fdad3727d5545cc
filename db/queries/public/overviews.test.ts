import { afterAll, beforeAll, expect, test } from "vitest";
import { keptDay } from "@/db/testing/kept-health.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { addDays } from "@/lib/domain/calendar/days";
import { summarise } from "@/lib/domain/public/overview.fixture";
import { overviewsOfPlans } from "./overviews";
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
