import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { newestChanges, pageOfChanges } from "@/db/queries/public/change-pages";
import { comparePublic } from "@/db/queries/public/compare";
import { countFound, findCodes } from "@/db/queries/public/find";
import {
  overviewOfPlan,
  overviewOfUnit,
  publicUnits,
  unitsConcerned,
} from "@/db/queries/public/overviews";
import { countOutline, listOutline } from "@/db/queries/public/plan-tasks";
import { countPlans, plansAfter, publicPlan } from "@/db/queries/public/plans";
import { publicTasks } from "@/db/queries/public/public";
import { changesOfTasks } from "@/db/queries/public/public-changes";
import { publicTitles } from "@/db/queries/public/titles";
import { growBy } from "@/db/testing/copied-seed.fixture";
import { type Asked, asked } from "@/db/testing/query-count.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { addDays } from "@/lib/domain/calendar/days";
import { anything } from "@/lib/domain/public/public-search";
import { listCountedPlans } from "./counted-plans";

// What a public page asks the database and what comes back does not grow with the number of tasks: only counts scan, and
// what scans gives as much whatever there is.

const today = "2024-06-12";
const past = "2024-05-20";
/** Enough that no list of a page holds all; quick. */
const copies = 4;
let small: AskedFor;
let large: AskedFor;
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
  small = await countAll();
  await growBy(copies, db);
  large = await countAll();
});
afterAll(() => db.close());

type AskedFor = Map<string, Asked>;

const ask = (asOf: string, of: object) => ({ asOf, search: anything, concerned: [], ...of });

/** What public pages ask, by the page. Of lists so little that the seed fills it. */
const reads: [page: string, read: (day: string, unitId: string) => Promise<unknown>][] = [
  ["the first plans", (day) => listCountedPlans(day, { limit: 5, first: ["air"] })],
  ["how many plans", countPlans],
  ["a plan", (day) => publicPlan("air", day)],
  ["how a plan stands", (day) => overviewOfPlan(day, "air")],
  ["a plan's tasks", (day) => listOutline(day, { slug: "air" }, { limit: 20 })],
  ["how many tasks a plan has", (day) => countOutline(day, { slug: "air" })],
  ["a plan's health", (day) => publicTasks(day, { planSlug: "air" })],
  ["a task", (day) => publicTasks(day, { codes: ["AIR-05.1"] })],
  ["a task's way", (day) => changesOfTasks(["AIR-05.1"], day)],
  ["a task's title", (day) => publicTitles(day, ["AIR-05.1"])],
  ["a unit's tasks", (day, leads) => findCodes(ask(day, { leads }), { limit: 20 })],
  ["how many tasks a unit has", (day, leads) => countFound(ask(day, { leads }))],
  ["how a unit's tasks stand", overviewOfUnit],
  ["the units", publicUnits],
  ["the units to choose from", unitsConcerned],
  ["plans as data", (day) => plansAfter(day, "air", 3)],
  ["tasks as data", (day) => findCodes(ask(day, {}), { limit: 50, after: "AIR-05.1" })],
];

/** Lists that the seed does not fill, or whose tasks rest on more or fewer rows: these have a bound, and ask as often. */
const told: [page: string, read: (day: string) => Promise<unknown>, mostRows: number][] = [
  ["the newest changes", (day) => newestChanges(day, 8), 400],
  ["a plan's", (day) => newestChanges(day, 6, { planSlug: "air" }), 400],
  ["a unit's", (day) => newestChanges(day, 20, { unitCode: "ecology" }), 800],
  [
    "two days",
    (day) => comparePublic({ ...days(day), planSlug: null }, { limit: 8 }, { limit: 3 }),
    160,
  ],
  ["a page of all", (day) => pageOfChanges(day, {}, { limit: 40 }), 1500],
];

const days = (day: string) => ({ from: addDays(day, -30), to: day });

async function countAll(): Promise<AskedFor> {
  const found: AskedFor = new Map();
  const [unit] = await database().$client`select id from departments where code = 'ecology'`;
  for (const day of [past, today])
    for (const [page, read] of [...reads, ...told])
      found.set(`${page} on ${day}`, await asked(() => read(day, unit?.id)));
  return found;
}

test.each(reads)("%s: as many queries and rows with five times the tasks", (page) => {
  for (const day of [past, today]) {
    const before = small.get(`${page} on ${day}`);
    expect(before?.queries).toBeGreaterThan(0);
    expect([day, large.get(`${page} on ${day}`)]).toEqual([day, before]);
  }
});

test.each(told)("%s: no more queries, and rows within a bound", (page, _, mostRows) => {
  for (const day of [past, today]) {
    const [before, after] = [small, large].map((each) => each.get(`${page} on ${day}`));
    expect(after?.queries).toBeLessThanOrEqual(before?.queries ?? 0);
    expect(after?.rows).toBeLessThanOrEqual(mostRows);
  }
});
