import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { nameOfChange, type PublicChange } from "@/lib/domain/public/public-changes";
import { type ChangeFilter, newestChanges, pageOfChanges } from "./change-pages";
import { publicTasks } from "./public";
import { changesOfTasks } from "./public-changes";

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

async function pageByPage(day: string, filter: ChangeFilter, limit: number) {
  const changes: PublicChange[] = [];
  for (let after: string | null = null; ; ) {
    const page = await pageOfChanges(day, filter, { limit, after });
    if (!page) throw new Error(`there is no ${after}`);
    expect(page.changes.length).toBeLessThan(limit + 4);
    changes.push(...page.changes);
    after = page.next;
    if (after === null) return changes;
    expect(page.changes.length).toBeGreaterThanOrEqual(limit);
    expect(after).toBe(nameOfChange(page.changes.at(-1) as PublicChange));
  }
}

const shownOf = async (
  day: string,
  isMeant: (task: { plan: string; units: string[] }) => boolean,
) => {
  const shown = await publicTasks(day);
  const meant = shown.filter(({ plan, leadCode, cooperating }) =>
    isMeant({ plan: plan.slug, units: [leadCode ?? "", ...cooperating.map(({ code }) => code)] }),
  );
  return changesOfTasks(
    meant.map(({ code }) => code),
    day,
  );
};

test.each(["2024-05-20", today])("on %s the pages together are all that is told", async (day) => {
  const all = await shownOf(day, () => true);
  expect(all.length).toBeGreaterThan(200);
  expect(new Set(all.map(nameOfChange)).size).toBe(all.length);
  expect(await pageByPage(day, {}, 37)).toEqual(all);
  expect(await pageByPage(day, { planSlug: "air" }, 10)).toEqual(
    await shownOf(day, ({ plan }) => plan === "air"),
  );
  expect(await pageByPage(day, { unitCode: "ecology" }, 10)).toEqual(
    await shownOf(day, ({ units }) => units.includes("ecology")),
  );
  expect(await pageByPage(day, { since: "2024-05-10" }, 10)).toEqual(
    all.filter((change) => change.day >= "2024-05-10"),
  );
  expect(await newestChanges(day, 8)).toEqual(all.slice(0, 8));
});

test("a page after what there is not is no page", async () => {
  for (const after of ["AIR-01", "AIR-01/report/2024-01-01T00:00:00.000Z", "/", "'"])
    expect(await pageOfChanges(today, {}, { limit: 5, after })).toBeNull();
});
