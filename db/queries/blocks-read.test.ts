import { afterAll, beforeAll, expect, test } from "vitest";
import { assignmentBoard } from "@/db/queries/assignments/board";
import { inbox } from "@/db/queries/inbox/inbox";
import { releasesPage } from "@/db/queries/releases";
import { ledgerPage } from "@/db/queries/tasks/ledger";
import { ledgerChoices } from "@/db/queries/tasks/work-tasks";
import { growBy } from "@/db/testing/copied-seed.fixture";
import { blocksOf } from "@/db/testing/query-count.fixture";
import { company } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { readBoardFilters } from "@/lib/domain/assignments/board";
import type { Actor } from "@/lib/domain/people/roles";
import { readFilters, readOrder } from "@/lib/domain/tasks/ledger-filters";

// What grows with the number of tasks is read from indexes, which have little of each, and not from the tasks themselves.

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
let cast: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase();
  cast = await company();
  await growBy(39, db);
}, 120_000);
afterAll(() => db.close());

const ledger = (address: string) => (who: Actor) => {
  const query = Object.fromEntries(new URLSearchParams(address));
  return ledgerPage(who, today, { filters: readFilters(query), order: readOrder(query) }, "1");
};

/** What each reads with forty times the seed, at the most. */
const pages: [page: string, who: string, most: number, load: (who: Actor) => Promise<unknown>][] = [
  ["the inbox", "ecology-official", 8800, (who) => inbox(who, today)],
  ["the inbox", "ecology-head", 10_600, (who) => inbox(who, today)],
  ["the inbox", "supervisor-1", 11_700, (who) => inbox(who, today)],
  ["the inbox", "director", 7500, (who) => inbox(who, today)],
  ["the ledger", "ecology-official", 4000, ledger("")],
  ["what words find", "supervisor-1", 6000, ledger("q=锅炉")],
  ["the worst of the ledger", "supervisor-1", 10_000, ledger("sort=light")],
  ["what a ledger is narrowed to", "ecology-official", 4000, (who) => ledgerChoices(who)],
  [
    "what is to be assigned",
    "system-admin",
    2000,
    (who) => assignmentBoard(who, readBoardFilters({}), 1, today),
  ],
  ["releases", "supervisor-1", 1200, (who) => releasesPage(who, today, 1)],
];

test.each(pages)("%s of %s: no more than %s blocks", async (_page, name, most, load) => {
  const found = await blocksOf(() => load(cast(name)));
  expect(found).toBeLessThan(most);
});
