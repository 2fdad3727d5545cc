import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unitsOn } from "@/db/queries/people/units";
import { loadSiteSettings } from "@/db/queries/site-settings";
import { testDatabase } from "@/db/testing/test-database";
import { type Day, yearOf } from "@/lib/domain/calendar/days";
import { isDueSoon } from "@/lib/domain/calendar/deadlines";
import { summarise } from "@/lib/domain/public/overview.fixture";
import { concerns, unitsUnder } from "@/lib/domain/public/public-match";
import {
  anything,
  dueChoices,
  type Search,
  searchOrders,
  soonDays,
} from "@/lib/domain/public/public-search";
import type { PublicTask } from "@/lib/domain/public/public-task";
import { fitOf, folded, nearParts, wordsOf } from "@/lib/domain/search-words";
import { readSynonyms, type Synonyms } from "@/lib/domain/synonyms";
import { lights, worstFirst } from "@/lib/domain/tasks/lights";
import { rollUpUpdates } from "@/lib/domain/tasks/task-tree";
import { isClosed } from "@/lib/domain/tasks/tasks";
import { countFound, findCodes, nearestCodes } from "./find";
import { overviewOfUnit, publicUnits, unitsConcerned } from "./overviews";
import { publicPlaces } from "./places";
import { publicTasks } from "./public";

const today = "2024-06-12";
const days = ["2024-04-15", "2024-05-20", "2024-06-11", today];
let db: Awaited<ReturnType<typeof testDatabase>>;
let synonyms: Synonyms;
beforeAll(async () => {
  db = await testDatabase();
  synonyms = readSynonyms((await loadSiteSettings()).settings.synonyms);
});
afterAll(() => db.close());

const wordsIn = ({ code, title, quote }: PublicTask) => folded(`${code} ${title} ${quote}`);
/** How well a task fits the words of a search; null where one is missing. */
const fitTo = (task: PublicTask, q: string) => fitOf(wordsOf(q, synonyms), wordsIn(task));

/** The search said once more, over the tasks as they are shown. */
function isMeant(task: PublicTask, search: Search, asOf: Day): boolean {
  const { dueOn } = task.deadline;
  const { q, plan, light, due, from, to } = search;
  const isMoving = task.status !== "suspended" && !isClosed(task.status);
  const { sentOn } = task.health;
  return [
    fitTo(task, q) !== null,
    !plan || task.plan.slug === plan,
    light.length === 0 || (task.isTracked && light.includes(task.health.light)),
    !from || (dueOn !== null && from <= dueOn),
    !to || (dueOn !== null && dueOn <= to),
    due !== "overdue" || (isMoving && task.health.daysLate > 0),
    due !== "soon" || (isMoving && isDueSoon({ dueOn, completedOn: null, sentOn }, asOf, soonDays)),
    due !== "year" || (dueOn !== null && yearOf(dueOn) === yearOf(asOf)),
    due !== "none" || (task.isTracked && dueOn === null),
  ].every(Boolean);
}

/** Those that are meant, the best first, else as the documents have them. */
const meantOf = (all: readonly PublicTask[], search: Search, asOf: Day) =>
  all
    .filter((task) => isMeant(task, search, asOf))
    .sort((a, b) => (fitTo(b, search.q) ?? 0) - (fitTo(a, search.q) ?? 0));

const codesOf = (tasks: readonly { code: string }[]) => tasks.map(({ code }) => code);
const find = (asOf: Day, search: Partial<Search>, concerned: string[][] = []) =>
  findCodes({ asOf, search: { ...anything, ...search }, concerned });

const asking = (q: string) => ({ q });
const searches: Partial<Search>[] = [
  {},
  ...lights.map((light) => ({ light: [light] })),
  ...dueChoices.map((due) => ({ due })),
  { light: ["red", "yellow"], plan: "air" },
  { from: "2024-06-30" },
  { to: "2024-06-30" },
  ...["能源", "ａｉｒ－０５", "生态 挥发", "省", "100%", "_", "'; drop table tasks; --"].map(
    asking,
  ),
  ...["AIR-5", "秸秆禁烧", "供暖", "冬季供暖", "鍋爐", "大气污染防治", "PM2.5 雾霾"].map(asking),
  { q: "治理", plan: "air", due: "year", light: ["green"] },
];

describe.each(days)("on %s", (asOf) => {
  test("SQL finds and counts what the search says", async () => {
    const all = await publicTasks(asOf);
    for (const search of searches) {
      const meant = meantOf(all, { ...anything, ...search }, asOf);
      expect([search, await find(asOf, search)]).toEqual([search, codesOf(meant)]);
      const asked = { asOf, search: { ...anything, ...search }, concerned: [] };
      expect(await countFound(asked)).toBe(meant.length);
    }
  });

  test("a unit is found by what it leads and takes part in, a city with its districts; their numbers are those lists", async () => {
    const [all, units, counted] = [
      await publicTasks(asOf),
      await unitsOn(asOf),
      await publicUnits(asOf),
    ];
    const tracked = all.filter(({ isTracked }) => isTracked);
    const concerned = await unitsConcerned(asOf);
    expect([...units].flatMap(([id, { code }]) => (concerned.has(id) ? [code] : []))).toEqual(
      codesOf(counted),
    );
    for (const [id, { code }] of units) {
      const own = all.filter((task) => concerns(task, (each) => each === code));
      expect([code, await find(asOf, {}, [[id]])]).toEqual([code, codesOf(own)]);
      const leads = tracked.filter(({ leadCode }) => leadCode === code);
      const cooperates = tracked.filter((task) =>
        task.cooperating.some((each) => each.code === code),
      );
      const found = counted.find((each) => each.code === code);
      expect([code, found?.leads ?? 0, found?.cooperates ?? 0]).toEqual([
        ...[code, leads.length, cooperates.length],
      ]);
      const asked = { asOf, search: anything, concerned: [], isTracked: true };
      expect(await findCodes({ ...asked, leads: id })).toEqual(codesOf(leads));
      expect(await findCodes({ ...asked, helps: id })).toEqual(codesOf(cooperates));
      const overview = summarise(leads.map(({ health }) => health.light));
      expect(await overviewOfUnit(asOf, id)).toEqual(overview);
      expect(found?.overview ?? summarise([])).toEqual(overview);
    }
    const under = unitsUnder("taiyuan", [...units.values()]);
    const ids = [...units].flatMap(([id, { code }]) => (under.has(code) ? [id] : []));
    expect(await find(asOf, {}, [ids])).toEqual(
      codesOf(all.filter((task) => concerns(task, (code) => under.has(code)))),
    );
  });

  test("where nothing is found, those come nearest that share most pairs with what was asked", async () => {
    const all = await publicTasks(asOf);
    for (const q of ["秸秆还田补贴", "供暖补贴 登月", "清洁能源飞船", "登月", "abc"]) {
      const asked = { asOf, search: { ...anything, q }, concerned: [] };
      expect([q, await countFound(asked)]).toEqual([q, 0]);
      const parts = nearParts(wordsOf(q, synonyms));
      const shared = (task: PublicTask) =>
        parts.filter((part) => wordsIn(task).includes(part)).length;
      const near = all
        .filter((task) => shared(task) > 0)
        .sort((a, b) => shared(b) - shared(a))
        .slice(0, 10);
      expect([q, await nearestCodes(asked, 10)]).toEqual([q, codesOf(near)]);
    }
    const search = { ...anything, q: "秸秆还田补贴", plan: "fire" };
    expect(await nearestCodes({ asOf, search, concerned: [] }, 10)).toEqual([]);
  });

  test("a unit's name finds what concerns it", async () => {
    const name = "省生态环境厅";
    const [all, units] = [await publicTasks(asOf), await unitsOn(asOf)];
    const code = [...units.values()].find((unit) => unit.name === name)?.code;
    const own = all.filter((task) => concerns(task, (each) => each === code));
    expect(own.length).toBeGreaterThan(0);
    const others = all.filter((task) => !own.includes(task) && fitTo(task, name) !== null);
    const found = await find(asOf, { q: name });
    expect(found.slice(0, own.length)).toEqual(codesOf(own));
    expect(found.slice(own.length).sort()).toEqual(codesOf(others).sort());
  });

  test.each(searchOrders)("by %s, part after part is all of it, each once", async (order) => {
    const all = await find(asOf, { order });
    const asked = { asOf, search: { ...anything, order }, concerned: [] };
    const found: string[] = [];
    for (let part = await findCodes(asked, { limit: 23 }); part.length > 0; ) {
      found.push(...part);
      part = await findCodes(asked, { limit: 23, after: part.at(-1) });
    }
    expect(found).toEqual(all);
  });

  test("what comes after a task that is not found itself, comes after its place", async () => {
    const all = await find(asOf, {});
    const red = await find(asOf, { light: ["red"] });
    const other = all.findIndex((code) => !red.includes(code));
    const search = { ...anything, light: ["red" as const] };
    expect(await findCodes({ asOf, search, concerned: [] }, { after: all[other] })).toEqual(
      red.filter((code) => all.indexOf(code) > other),
    );
  });

  test("each order puts first what comes first, ties in the order of the documents", async () => {
    const all = await publicTasks(asOf);
    const updates = rollUpUpdates(
      all.map(({ code, parentCode, health }) => ({
        ...{ code, parentCode, isDemo: false, approvedOn: null },
        updatedOn: health.lastPublishedOn,
      })),
    );
    const newest = ({ code }: PublicTask) => updates.get(code)?.updatedOn ?? "";
    const rank: Record<(typeof searchOrders)[number], (task: PublicTask) => number | string> = {
      document: () => 0,
      due: ({ deadline: { dueOn } }) => dueOn ?? "9999",
      // The latest first: as far back as it can be from the end of time.
      updated: (task) => (newest(task) ? 9e7 - Number(newest(task).replaceAll("-", "")) : 9e7),
      light: ({ isTracked, health }) => (isTracked ? worstFirst.indexOf(health.light) : 99),
    };
    for (const order of searchOrders) {
      const sorted = all.toSorted((a, b) => {
        const [first, second] = [rank[order](a), rank[order](b)];
        return first === second ? 0 : first < second ? -1 : 1;
      });
      expect([order, await find(asOf, { order })]).toEqual([order, codesOf(sorted)]);
    }
    const places = await publicPlaces(asOf);
    expect(codesOf(places).sort()).toEqual(codesOf(all).sort());
    for (const { code, updatedOn } of places)
      expect([code, updatedOn ?? ""]).toEqual([code, updates.get(code)?.updatedOn ?? ""]);
  });
});

test("any two characters that stand in a task find it", async () => {
  const all = await publicTasks(today);
  const pair = fc.tuple(fc.constantFrom(...all), fc.nat()).map(([{ title, quote }, at]) => {
    const text = [...(title + quote)];
    return text
      .slice(at % text.length)
      .slice(0, 2)
      .join("");
  });
  await fc.assert(
    fc.asyncProperty(pair, async (q) => {
      const meant = meantOf(all, { ...anything, q }, today);
      expect([q, await find(today, { q })]).toEqual([q, codesOf(meant)]);
    }),
    { numRuns: 40 },
  );
});
