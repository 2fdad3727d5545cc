import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadSiteSettings } from "@/db/queries/site-settings";
import { company } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import { fitOf, folded, wordsOf } from "@/lib/domain/search-words";
import { readSynonyms } from "@/lib/domain/synonyms";
import { readFilters } from "@/lib/domain/tasks/ledger-filters";
import type { WorkTask } from "@/lib/domain/tasks/work-task";
import { wholeLedger } from "./ledger";
import { hasWords } from "./task-search";
import { ledgerChoices, listTasks } from "./work-tasks";

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
let cast: (username: string) => Actor;
let all: WorkTask[];
let synonyms: string;
beforeAll(async () => {
  db = await testDatabase();
  cast = await company();
  all = await listTasks(cast("supervisor-1"), today);
  ({ synonyms } = (await loadSiteSettings()).settings);
});
afterAll(() => db.close());

const find = async (words: string, username = "supervisor-1") =>
  (
    await wholeLedger(cast(username), today, {
      filters: { ...readFilters({}), q: words },
      order: "document",
    })
  ).map(({ code }) => code);
const plainly = (typed: string) => {
  const words = wordsOf(typed, readSynonyms(synonyms));
  return all
    .flatMap((task) => {
      const { code, title, quote, scope } = task;
      const fit = fitOf(words, folded(`${code} ${title} ${quote} ${scope ?? ""}`));
      return fit === null ? [] : [{ code, fit }];
    })
    .sort((a, b) => b.fit - a.fit)
    .map(({ code }) => code);
};

test("any two characters that stand in a task find it, and nothing else does", async () => {
  const texts = all.map(({ title, quote }) => title + quote);
  const pair = fc.tuple(fc.constantFrom(...texts), fc.nat()).map(([text, at]) =>
    [...text]
      .slice(at % [...text].length)
      .slice(0, 2)
      .join(""),
  );
  await fc.assert(
    fc.asyncProperty(pair, async (words) => {
      expect(await find(words)).toEqual(plainly(words));
    }),
    { numRuns: 60 },
  );
});

test.each([
  ...[
    "散乱污",
    "秸秆禁烧",
    "供暖",
    "鍋爐",
    "AIR-5",
    "ＡＩＲ－05",
    "大气污染防治",
    "VOCs治理 机动车",
  ],
  "省",
  "AIR-05",
  "air-05.1",
  "生态 挥发",
  "",
  "100%",
  "_",
  "\\",
  "'; drop table tasks; --",
  "　",
])("%j finds what a plain look finds", async (words) => {
  expect(await find(words)).toEqual(plainly(words));
});

test("a unit's full name finds what it leads and takes part in, before what only speaks of it", async () => {
  const name = "省生态环境厅";
  const own = all.filter(({ lead, cooperating }) =>
    [lead, ...cooperating.map((unit) => unit.name)].includes(name),
  );
  const found = await find(name);
  expect(found.slice(0, own.length).sort()).toEqual(own.map(({ code }) => code).sort());
  expect(found.length).toBeGreaterThan(1);
});

test("a search shows nobody what they may not see", async () => {
  const own = await find("", "ecology-official");
  expect(own.length).toBeLessThan(all.length);
  for (const code of await find("省", "ecology-official")) expect(own).toContain(code);
});

test("the index of pairs answers", async () => {
  const plan = await db.owner.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    return tx.execute(
      sql`explain select code from tasks where ${hasWords([{ word: ["大气污染防治", "空气污染防治"], unitIds: [] }])}`,
    );
  });
  expect(JSON.stringify([...plan])).toContain("tasks_search");
});

test("the choices are the plans and lead units of what is seen", async () => {
  const distinct = (values: (string | null)[]) =>
    [...new Set(values.filter((each) => each))].sort();
  for (const name of ["supervisor-1", "ecology-official", "yingze-fire-rescue-official"]) {
    const seen = await listTasks(cast(name), today);
    const { plans, units } = await ledgerChoices(cast(name));
    expect([name, plans.map(({ value }) => value).sort()]).toEqual([
      name,
      distinct(seen.map((each) => each.planSlug)),
    ]);
    expect([name, units.map(({ value }) => value).sort()]).toEqual([
      name,
      distinct(seen.map((each) => each.leadCode)),
    ]);
  }
  const { plans } = await ledgerChoices(cast("supervisor-1"));
  const last = plans.at(-1)?.value;
  const chosen = await ledgerChoices(cast("supervisor-1"), last);
  expect(chosen.plans[0]?.value).toBe(last);
  expect(chosen.plans).toHaveLength(plans.length);
});
