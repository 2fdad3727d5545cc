import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plans } from "@/db/schema/plans";
import { testDatabase } from "@/db/testing/test-database";
import { addDays, endOfDay } from "@/lib/domain/calendar/days";
import { countOutline, listOutline } from "./plan-tasks";
import { countPlans, pageOfPlans, plansAfter, publicPlan } from "./plans";
import { publicPlans, publicTasks } from "./public";

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const slugsOf = (listed: { slug: string }[]) => listed.map(({ slug }) => slug);
const page = async (first: string[], offset = 0, limit = 100) =>
  slugsOf(await pageOfPlans(today, { limit, offset, first }));

test("plans come as the office puts them, then as they stand; one that is gone is passed over", async () => {
  const all = slugsOf(await publicPlans(today));
  const [a = "", b = "", c = "", ...rest] = all;
  expect(await page([])).toEqual(all);
  expect(await page([c, "gone", a])).toEqual([c, a, b, ...rest]);
  expect(await page([c], 1, 2)).toEqual([a, b]);
  expect(await countPlans(today)).toBe(all.length);
  expect(await plansAfter(today, b, 1)).toMatchObject([{ slug: c }]);
  expect(slugsOf(await plansAfter(today, null, 100))).toEqual(all);
  expect(await plansAfter(today, "gone", 100)).toEqual([]);
});

test("one that has been archived comes last from that day on", async () => {
  const all = slugsOf(await publicPlans(today));
  const [first = "", ...rest] = all;
  const archivedAt = new Date(endOfDay(addDays(today, -1)).getTime() + 1000);
  await db.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.update(plans).set({ archivedAt }).where(eq(plans.slug, first));
  });
  expect(await page([first])).toEqual([...rest, first]);
  const before = await pageOfPlans(addDays(today, -1), { limit: 100, first: [] });
  expect(slugsOf(before)).toEqual(all);
  expect(await publicPlan(first, today)).toMatchObject({ archivedOn: today });
  expect(await publicPlan("gone", today)).toBeNull();
});

test("a plan's page lists its tasks and what is right below them, in their order", async () => {
  for (const { slug } of await publicPlans(today)) {
    const own = await publicTasks(today, { planSlug: slug });
    const parentOf = new Map(own.map(({ code, parentCode }) => [code, parentCode]));
    const meant = own.filter(({ parentCode }) => !parentCode || !parentOf.get(parentCode));
    const codes = meant.map(({ code }) => code);
    expect(await countOutline(today, { slug })).toBe(codes.length);
    const listed = [
      ...(await listOutline(today, { slug }, { limit: 5 })),
      ...(await listOutline(today, { slug }, { limit: 500, offset: 5 })),
    ];
    expect(listed.map(({ code }) => code)).toEqual(codes);
    for (const { code, parentCode } of listed) expect(parentCode).toBe(parentOf.get(code));
    const measures = await listOutline(today, { slug, kind: "measure" }, { limit: 500 });
    expect(measures.map(({ code }) => code)).toEqual(
      meant.flatMap(({ code, kind }) => (kind === "measure" ? [code] : [])),
    );
  }
});
