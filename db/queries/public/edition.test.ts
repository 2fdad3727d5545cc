import { afterAll, beforeAll, expect, test } from "vitest";
import { unitsOn } from "@/db/queries/people/units";
import { testDatabase } from "@/db/testing/test-database";
import { unitsUnder } from "@/lib/domain/public/public-match";
import { mostSought, placeOfTask } from "./edition";
import { publicTasks } from "./public";

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test("a task is to be seen on what is above it, in its plan and document, and with whom it concerns and what they are part of", async () => {
  const [tasks, units] = await Promise.all([publicTasks(today), unitsOn(today)]);
  const byCode = new Map(tasks.map((task) => [task.code, task]));
  const above = (code: string): string[] => {
    const parent = byCode.get(code)?.parentCode;
    return parent ? [parent, ...above(parent)] : [];
  };
  let withDistrict = 0;
  for (const { code, plan, document, leadCode, cooperating } of tasks) {
    const place = await placeOfTask(code);
    expect(place).toMatchObject({ plan: plan.slug, document: document.slug, above: above(code) });
    const concerned = [...cooperating.map((unit) => unit.code), ...(leadCode ? [leadCode] : [])];
    expect(place?.units).toEqual(expect.arrayContaining(concerned));
    const own = [...units.values()];
    const over = own.filter((unit) => {
      const under = unitsUnder(unit.code, own);
      return concerned.some((each) => under.has(each));
    });
    expect(new Set(place?.units)).toEqual(new Set(over.map((unit) => unit.code)));
    if (over.length > concerned.length) withDistrict += 1;
  }
  expect(withDistrict).toBeGreaterThan(0);
});

test("of what is not there nothing is to be seen", async () => {
  expect(await placeOfTask("NONE-01")).toBeNull();
});

test("what people look for first is the plans under way, the units that lead and the top tasks, so many of each", async () => {
  const all = await mostSought({ plans: 1_000, units: 1_000, tasks: 1_000 });
  const tasks = await publicTasks(today);
  expect(all.tasks).toEqual(tasks.flatMap(({ code, parentCode }) => (parentCode ? [] : [code])));
  expect(new Set(all.units)).toEqual(new Set(tasks.flatMap(({ leadCode }) => leadCode ?? [])));
  const some = await mostSought({ plans: 1, units: 2, tasks: 3 });
  expect(some).toEqual({
    plans: all.plans.slice(0, 1),
    units: all.units.slice(0, 2),
    tasks: all.tasks.slice(0, 3),
  });
});
