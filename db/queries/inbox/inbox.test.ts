import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { grantDelegation } from "@/db/mutations/people/delegations";
import { liveDelegationsOf } from "@/db/queries/people/delegations";
import { openSubmissions } from "@/db/queries/submissions/open-submissions";
import { wholeLedger } from "@/db/queries/tasks/ledger";
import { listTasks } from "@/db/queries/tasks/work-tasks";
import { readCast } from "@/db/seed/demo-reads";
import { company, now } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { addDays } from "@/lib/domain/calendar/days";
import type { InboxSection } from "@/lib/domain/inbox";
import type { Actor } from "@/lib/domain/people/roles";
import { readFilters } from "@/lib/domain/tasks/ledger-filters";
import { taskActRefusal } from "@/lib/domain/tasks/tasks";
import { inbox } from "./inbox";

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
let cast: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase();
  cast = await company();
});
afterAll(() => db.close());

async function itemsOf(actor: Actor, section: InboxSection, day = today) {
  return (await inbox(actor, day)).find((each) => each.section === section)?.items ?? [];
}
const codesOf = async (actor: Actor, section: InboxSection, day = today) =>
  (await itemsOf(actor, section, day)).map(({ task }) => task.code);

test("for everybody, each number is that of the list behind it", async () => {
  for (const [, actor] of await readCast()) {
    const [tasks, open, sections] = await Promise.all([
      listTasks(actor, today),
      openSubmissions(actor),
      inbox(actor, today),
    ]);
    const idsIn = (...names: InboxSection[]) =>
      sections
        .filter(({ section }) => names.includes(section))
        .flatMap(({ items }) => items.map(({ id }) => id))
        .sort();
    const may = (act: "assign" | "strike_off") =>
      tasks.filter((task) => taskActRefusal(actor, act, task) === null);
    expect(idsIn("to_strike_off")).toEqual(
      may("strike_off")
        .map(({ code }) => code)
        .sort(),
    );
    expect(idsIn("to_assign")).toEqual(
      may("assign")
        .filter(({ status }) => status === "unassigned")
        .map(({ code }) => code)
        .sort(),
    );
    expect(idsIn("to_decide", "to_rule")).toEqual(
      open
        .filter(({ transitions }) => transitions.includes("approve"))
        .map(({ id }) => id)
        .sort(),
    );
    for (const { items } of sections)
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  }
});

test("an auditor has nothing to do", async () => {
  expect(await inbox(cast("auditor"), today)).toEqual([]);
});

test("what is overdue is what the ledger's filter finds, in the unit's inbox and the supervisor's", async () => {
  const day = addDays(today, 300);
  const supervisor = cast("supervisor-1");
  const search = { filters: readFilters({ due: "overdue" }), order: "document" } as const;
  const late = await wholeLedger(supervisor, day, search);
  expect(late.length).toBeGreaterThan(0);
  expect((await codesOf(supervisor, "late", day)).sort()).toEqual(
    late.map(({ code }) => code).sort(),
  );
  const head = cast("ecology-head");
  expect((await codesOf(head, "late", day)).sort()).toEqual(
    late
      .filter(({ leadId }) => leadId === head.departmentId)
      .map(({ code }) => code)
      .sort(),
  );
});

test("a late receipt is marked by its last day, a report by its due day", async () => {
  const [waiting] = await itemsOf(cast("system-admin"), "waiting_receipt", addDays(today, 30));
  expect(waiting?.receiveBy && waiting.receiveBy < addDays(today, 30)).toBe(true);
  const day = addDays(today, 60);
  const [report] = await itemsOf(cast("ecology-official"), "to_report", day);
  expect(report?.report).toMatchObject({ owed: true, period: { start: expect.any(String) } });
});

test("a deputy finds what waits for the principal, and in whose name", async () => {
  const principals = ["ecology-head", "industry-information-head", "energy-head", "transport-head"];
  for (const username of principals) {
    const [head, official] = [cast(username), cast(username.replace("head", "official"))];
    const waiting = await itemsOf(head, "to_decide");
    const term = { startsOn: today, endsOn: today, reason: "出差" };
    const wish = { key: randomUUID(), principalId: head.id, deputyId: official.id, ...term };
    await grantDelegation(head, wish, now);
    const standsInFor = await liveDelegationsOf(db.owner, official.id, today);
    const lent = await itemsOf({ ...official, standsInFor }, "to_decide");
    for (const { submission } of lent) expect(submission?.onBehalfOf).toBe(head.name);
    const ids = waiting.map(({ id }) => id);
    // What the official wrote is not theirs to decide in anybody's name.
    expect(lent.every(({ id }) => ids.includes(id))).toBe(true);
  }
});
