import { afterAll, beforeAll, expect, test } from "vitest";
import { publicTasks } from "@/db/queries/public/public";
import { growBy } from "@/db/testing/copied-seed.fixture";
import { gatherIn } from "@/db/testing/gathered-plan.fixture";
import { type Asked, asked } from "@/db/testing/query-count.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { overviewOf } from "@/lib/domain/public/overview";
import { planSheet } from "@/lib/formats/one-page/plan-sheet";
import { planPicture } from "@/lib/formats/picture/share-picture";
import { countPlan } from "@/lib/public/plan-counts";

const today = "2024-06-12";
const copies = 20;
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  process.env.PUBLIC_URL = "https://dc.example.gov.cn";
  process.env.NEXTAUTH_SECRET ??= "test-only-secret-of-at-least-32-characters";
  db = await testDatabase();
});
afterAll(() => db.close());

const drawn: Record<string, () => Promise<unknown>> = {
  sheet: () => planSheet("air", today),
  picture: () => planPicture("air", today),
};

/** As many rows as two pages of tasks with a few parts each, and the codes of what is late. */
const mostRows = 1400;

test("what is drawn of a plan is counted as its tasks stand, and reads no more where it is twenty times as long", async () => {
  const [before, seed] = [await askAll(), await countPlan("air", today)];
  await growBy(copies, db);
  await gatherIn(db.superuser, "air");
  const grown = await countPlan("air", today);
  expect(grown.told.total).toBe(seed.told.total * (copies + 1));
  expect(await countPlan("air", today)).toEqual(await countByRule());
  for (const [name, { queries, rows }] of await askAll()) {
    expect([name, queries]).toEqual([name, expect.toSatisfy(isAtMost(before.get(name)?.queries))]);
    expect([name, rows]).toEqual([name, expect.toSatisfy(isAtMost(mostRows))]);
  }
  const { rows } = await asked(() => publicTasks(today, { planSlug: "air" }));
  expect(rows).toBeGreaterThan(mostRows);
}, 120_000);

const isAtMost =
  (bound = 0) =>
  (count: number) =>
    count <= bound;

async function askAll(): Promise<Map<string, Asked>> {
  const found = new Map<string, Asked>();
  for (const [name, draw] of Object.entries(drawn)) found.set(name, await asked(draw));
  return found;
}

/** The same of every task, by the rule. */
async function countByRule() {
  const tasks = (await publicTasks(today, { planSlug: "air" })).filter((each) => each.isTracked);
  const overview = (those: typeof tasks) =>
    overviewOf(those.map(({ health }) => ({ light: health.light, count: 1 })));
  const isDemo = tasks.some(({ health }) => health.isDemo);
  const told = overview(tasks.filter(({ kind }) => kind === "measure"));
  return { told, areMeasures: true, all: overview(tasks), isDemo };
}
