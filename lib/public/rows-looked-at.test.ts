import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { countFound, findCodes } from "@/db/queries/public/find";
import { overviewOfUnit, publicUnits, unitsConcerned } from "@/db/queries/public/overviews";
import { growBy } from "@/db/testing/copied-seed.fixture";
import { checkKeptCounts } from "@/db/testing/kept/kept-counts.fixture";
import { lookedAt } from "@/db/testing/query-count.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { anything, type SearchOrder, searchOrders } from "@/lib/domain/public/public-search";

// What the database looks at for a public page does not grow with the number of tasks either, but for what counts.

const days = ["2024-05-20", "2024-06-12"];
const copies = 19;
let db: Awaited<ReturnType<typeof testDatabase>>;
let small: Map<string, number>;
let large: Map<string, number>;
beforeAll(async () => {
  db = await testDatabase();
  await db.superuser.execute("vacuum analyze");
  small = await lookAll();
  await growBy(copies, db);
  large = await lookAll();
});
afterAll(() => db.close());

const ask = (asOf: string, of: object = {}, search: object = {}) => ({
  ...{ asOf, search: { ...anything, ...search }, concerned: [], ...of },
});

/** What adds up what is kept: as much is kept of twenty times the tasks. */
const sums: [what: string, read: (day: string, unitId: string) => Promise<unknown>][] = [
  ["the units", publicUnits],
  ["the units to choose from", unitsConcerned],
  ["how a unit's tasks stand", overviewOfUnit],
  ["how many tasks there are", (day) => countFound(ask(day))],
  ["how many are red", (day) => countFound(ask(day, {}, { light: ["red"] }))],
  ["how many a unit leads", (day, leads) => countFound(ask(day, { leads, isTracked: true }))],
  ["how many a unit helps with", (day, helps) => countFound(ask(day, { helps }))],
  ["how many concern a unit", (day, id) => countFound(ask(day, { concerned: [[id]] }))],
];

const first = (day: string, order: SearchOrder, of: object = {}) =>
  findCodes(ask(day, of, { order }), { limit: 20, apart: true });
/** What begins a list: a few rows for each that it shows. */
const beginnings: typeof sums = [
  ...searchOrders.map((order): (typeof sums)[number] => [
    `the first by ${order}`,
    (day) => first(day, order),
  ]),
  ["the first red ones", (day) => findCodes(ask(day, {}, { light: ["red"] }), { limit: 20 })],
  ["the worst of a unit", (day, leads) => first(day, "light", { leads, isTracked: true })],
];
const mostRows = 400;

async function lookAll() {
  const found = new Map<string, number>();
  const [unit] = await database().$client`select id from departments where code = 'ecology'`;
  for (const day of days)
    for (const [what, read] of [...sums, ...beginnings])
      found.set(`${what} on ${day}`, await lookedAt(() => read(day, unit?.id)));
  return found;
}

test.each(sums)("%s: as many rows with twenty times the tasks", (what) => {
  for (const day of days) {
    expect(small.get(`${what} on ${day}`)).toBeGreaterThan(0);
    expect([day, large.get(`${what} on ${day}`)]).toEqual([day, small.get(`${what} on ${day}`)]);
  }
});

test.each(beginnings)("%s: no more rows than a list takes", (what) => {
  for (const day of days)
    expect([day, large.get(`${what} on ${day}`)]).toSatisfy(([, rows]) => rows < mostRows);
});

test("what is kept is right with all of them", checkKeptCounts);
