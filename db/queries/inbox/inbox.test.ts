import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { grantDelegation } from "@/db/mutations/people/delegations";
import { liveDelegationsOf } from "@/db/queries/people/delegations";
import { openSubmissions } from "@/db/queries/submissions/open-submissions";
import { reportsToWrite } from "@/db/queries/submissions/reporting-task";
import { wholeLedger } from "@/db/queries/tasks/ledger";
import { listTasks } from "@/db/queries/tasks/work-tasks";
import { readCast } from "@/db/seed/demo-reads";
import { company, now } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { addDays } from "@/lib/domain/calendar/days";
import { type InboxSection, sectionLength } from "@/lib/domain/inbox";
import { type Actor, isUnitRole } from "@/lib/domain/people/roles";
import { slotOf } from "@/lib/domain/submissions/submission-kinds";
import { heldBy } from "@/lib/domain/submissions/submissions";
import { readFilters } from "@/lib/domain/tasks/ledger-filters";
import { isTracked, taskActRefusal } from "@/lib/domain/tasks/tasks";
import { inbox, inboxSection, nextWaiting } from "./inbox";

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
let cast: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase();
  cast = await company();
});
afterAll(() => db.close());

const whole = 1000;
async function itemsOf(actor: Actor, section: InboxSection, day = today) {
  const sections = await inbox(actor, day, whole);
  return sections.find((each) => each.section === section)?.items ?? [];
}
const codesOf = async (actor: Actor, section: InboxSection, day = today) =>
  (await itemsOf(actor, section, day)).map(({ task }) => task.code);

test("for everybody, what the database finds is what the rules say, and each number is that of the list behind it", async () => {
  for (const [, actor] of await readCast())
    for (const day of [today, addDays(today, 40)]) {
      const [tasks, open, sections] = await Promise.all([
        listTasks(actor, day),
        openSubmissions(actor),
        inbox(actor, day, whole),
      ]);
      const idsIn = (...names: InboxSection[]) =>
        sections
          .filter(({ section }) => names.includes(section))
          .flatMap(({ items }) => items.map(({ id }) => id))
          .sort();
      const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
      const codes = (rows: readonly { code: string }[]) => rows.map(({ code }) => code).sort();
      const may = (act: "assign" | "strike_off" | "receive") =>
        tasks.filter((task) => taskActRefusal(actor, act, task) === null);
      const contested = open.filter(
        ({ kind, status }) => kind === "objection" && status === "in_review",
      );
      const isContested = ({ code }: { code: string }) =>
        contested.some(({ taskCode }) => taskCode === code);
      expect(idsIn("to_strike_off")).toEqual(codes(may("strike_off")));
      expect(idsIn("to_assign")).toEqual(
        codes(may("assign").filter(({ status }) => status === "unassigned")),
      );
      expect(idsIn("to_receive")).toEqual(
        codes(may("receive").filter((task) => !isContested(task))),
      );
      const theirs = open.filter(({ transitions }) => transitions.includes("approve"));
      expect(idsIn("to_decide", "to_rule")).toEqual(idsOf(theirs));
      if (isUnitRole(actor)) {
        const own = open.filter(({ departmentId }) => departmentId === actor.departmentId);
        const at = (status: string) => own.filter((each) => each.status === status);
        const waits = (each: (typeof own)[number]) => {
          const task = tasks.find(({ code }) => code === each.taskCode);
          if (!task) throw new Error(`No task ${each.taskCode}`);
          return (
            heldBy({ ...each, taskStatus: task.status }) !== null &&
            taskActRefusal(actor, "receive", task) !== null
          );
        };
        const goOn = (status: string) => at(status).filter((each) => !waits(each));
        expect(idsIn("drafts")).toEqual(idsOf(goOn("draft")));
        expect(idsIn("returned")).toEqual(idsOf(goOn("returned")));
        expect(idsIn("held")).toEqual(idsOf(own.filter(waits)));
        expect(idsIn("in_review")).toEqual(
          idsOf(at("in_review").filter(({ transitions }) => !transitions.includes("approve"))),
        );
        const ids = tasks.map(({ id }) => id);
        const asked = (await reportsToWrite(actor, day, ids)).filter(
          ({ kind, taskCode }) =>
            !own.some((each) => each.taskCode === taskCode && slotOf(kind).includes(each.kind)),
        );
        expect(idsIn("to_report")).toEqual(
          asked.map(({ kind, taskCode }) => `${kind}:${taskCode}`).sort(),
        );
        const elsewhere = [...own, ...asked.filter(({ kind }) => kind === "progress")];
        expect(idsIn("in_hand", "late")).toEqual(
          codes(
            tasks.filter(
              ({ code, leadId, status, health, kind, completedOn }) =>
                isTracked(kind) &&
                leadId === actor.departmentId &&
                completedOn === null &&
                (health.daysLate > 0 ||
                  (status === "active" && !elsewhere.some(({ taskCode }) => taskCode === code))),
            ),
          ),
        );
      }
      for (const { count, items } of sections) {
        expect(new Set(items.map(({ id }) => id)).size).toBe(count);
        expect(items).toHaveLength(count);
      }
    }
});

test("a section is read a page at a time, in one order, with the number of all of it", async () => {
  const admin = cast("system-admin");
  const all = await itemsOf(admin, "to_assign");
  expect(all.length).toBeGreaterThan(50);
  const short = (await inbox(admin, today)).find(({ section }) => section === "to_assign");
  expect(short?.count).toBe(all.length);
  expect(short?.items).toEqual(all.slice(0, sectionLength));
  const second = await inboxSection(admin, today, "to_assign", "2");
  expect(second).toMatchObject({ count: all.length, page: 2 });
  expect(second?.items).toEqual(all.slice(50, 100));
  const beyond = await inboxSection(admin, today, "to_assign", "99");
  expect(beyond?.page).toBe(beyond?.pages);
  expect(beyond?.items.at(-1)).toEqual(all.at(-1));
  expect(await inboxSection(admin, today, "to_decide", "1")).toBeNull();
});

test("what is nearest comes first: overdue before what is due, and what waits for others last", async () => {
  const head = cast("ecology-head");
  const day = addDays(today, 40);
  const sections = (await inbox(head, day, whole)).map(({ section }) => section);
  expect(sections.slice(-2)).toEqual(["in_hand", "in_review"]);
  for (const section of ["late", "in_hand"] as const) {
    const days = (await itemsOf(head, section, day)).map(({ task }) => task.dueOn ?? "9999");
    expect(days).toEqual(days.toSorted());
  }
});

test("after an act the next is the first of its section, with how many are left, else of the next that counts", async () => {
  const admin = cast("system-admin");
  const [first] = await itemsOf(admin, "to_assign");
  const { length: count } = await itemsOf(admin, "to_assign");
  const next = { section: "to_assign", count, item: { id: first?.id } };
  expect(await nextWaiting(admin, today, "to_assign")).toMatchObject(next);
  expect(await nextWaiting(admin, today, "to_decide")).toMatchObject(next);
});

test("an auditor has nothing to do", async () => {
  expect(await inbox(cast("auditor"), today)).toEqual([]);
  expect(await nextWaiting(cast("auditor"), today, "to_decide")).toBeNull();
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
