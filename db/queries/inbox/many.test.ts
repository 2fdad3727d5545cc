import { afterAll, beforeAll, expect, test } from "vitest";
import { countGaps } from "@/db/queries/gaps/gaps";
import { growBy } from "@/db/testing/copied-seed.fixture";
import { checkKeptWaiting } from "@/db/testing/kept/kept-waiting.fixture";
import { company } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { sectionLength } from "@/lib/domain/inbox";
import { mostCounted } from "@/lib/domain/paging";
import type { Actor } from "@/lib/domain/people/roles";
import { inbox, inboxSection, nextWaiting } from "./inbox";

// Where more waits than anybody counts, a section says so, and its list ends there.

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
let cast: (username: string) => Actor;
let gaps: number;
beforeAll(async () => {
  db = await testDatabase();
  cast = await company();
  await checkKeptWaiting();
  gaps = await countGaps(cast("director"));
  await growBy(19, db);
}, 120_000);
afterAll(() => db.close());

test("a section counts no further than its list goes, and what has fewer is counted whole", async () => {
  const admin = cast("system-admin");
  const parts = await inbox(admin, today);
  const part = (name: string) => parts.find(({ section }) => section === name);
  expect(part("to_assign")).toMatchObject({ count: mostCounted, more: "yes" });
  expect(part("to_assign")?.items).toHaveLength(sectionLength);
  expect(part("waiting_receipt")).toMatchObject({ count: 120, more: "no" });
  const last = await inboxSection(admin, today, "to_assign", "99");
  expect(last).toMatchObject({ count: mostCounted, more: "yes", page: mostCounted / 50 });
  expect(last?.items).toHaveLength(50);
  expect(await nextWaiting(admin, today, "to_assign")).toMatchObject({ more: "yes" });
});

test("what is nearest is listed, however much more there is", async () => {
  const { items = [] } = (await inboxSection(cast("system-admin"), today, "to_assign", "1")) ?? {};
  const days = items.map(({ task }) => task.dueOn ?? "9999");
  expect(days).toEqual(days.toSorted());
});

test("twenty times what waits makes no gap more where none of it lacks anybody", async () => {
  expect(await countGaps(cast("director"))).toBe(gaps);
  await checkKeptWaiting();
});
