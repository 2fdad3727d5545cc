import { randomUUID } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assignTask } from "@/db/mutations/assignments/assignments";
import { strikeOff } from "@/db/mutations/assignments/strike-off";
import { sendChase } from "@/db/mutations/chasing/chases";
import { postComment } from "@/db/mutations/comments";
import { grantDelegation } from "@/db/mutations/people/delegations";
import { configurePlan } from "@/db/mutations/plans";
import { auditLog } from "@/db/queries/audit";
import { inbox } from "@/db/queries/inbox/inbox";
import { delegationPeople } from "@/db/queries/people/delegations";
import { planWithSettings } from "@/db/queries/plans";
import { releasesPage } from "@/db/queries/releases";
import { openSubmissions } from "@/db/queries/submissions/open-submissions";
import { selectTasks } from "@/db/queries/tasks/task-rows";
import { getTask, listTasks } from "@/db/queries/tasks/work-tasks";
import { departments, users } from "@/db/schema/people";
import { readCast } from "@/db/seed/demo-reads";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { assignment, company, now, refusalOf, today } from "./scenario.fixture";
import { setAccounts } from "./set-accounts.fixture";
import { testDatabase } from "./test-database";

// A city's own office: who is bound to a branch of the tree sees what its units take part in and acts on what they lead.

const bound = [
  "supervisor-2",
  "director",
  "leader",
  "system-admin",
  "security-admin",
  "audit-admin",
];
let db: Awaited<ReturnType<typeof testDatabase>>;
let cast: (username: string) => Actor;
let codes: { led: string; part: string; outside: string };
beforeAll(async () => {
  db = await testDatabase();
  const [branch] = await db.owner.select().from(departments).where(eq(departments.code, "ecology"));
  const isBound = inArray(users.username, bound);
  await setAccounts(db.superuser, { branchId: branch?.id ?? null }, isBound);
  cast = await company();
  const ids = cast("director").branchIds ?? [];
  const all = await selectTasks(db.owner);
  const leads = ({ leadId }: (typeof all)[number]) => leadId !== null && ids.includes(leadId);
  const helps = ({ cooperatingIds }: (typeof all)[number]) =>
    cooperatingIds.some((id) => ids.includes(id));
  const isOpen = ({ status, kind }: (typeof all)[number]) =>
    status === "unassigned" && kind !== "principle";
  const codeOf = (found?: { code: string }) => found?.code ?? "none";
  codes = {
    led: codeOf(all.find((task) => isOpen(task) && leads(task))),
    part: codeOf(all.find((task) => isOpen(task) && !leads(task) && helps(task))),
    outside: codeOf(all.find((task) => isOpen(task) && !leads(task) && !helps(task))),
  };
});
afterAll(() => db.close());

const heard = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";

test("for every account, bound or not, the list in SQL is what can('task.view') allows", async () => {
  const everything = await selectTasks(db.owner);
  for (const [name, actor] of await readCast()) {
    const allowed = everything.filter((task) => can(actor, "task.view", task));
    const listed = await listTasks(actor, today);
    expect([name, listed.map(({ code }) => code)]).toEqual([name, allowed.map(({ code }) => code)]);
    if (bound.slice(0, 4).includes(name)) {
      expect(listed.length).toBeGreaterThan(0);
      expect(listed.length).toBeLessThan(everything.length);
    }
  }
});

test("what a branch has no part in answers as missing, what it only helps in is another's to move", async () => {
  const acts: Record<string, (code: string) => Promise<unknown>> = {
    chase: (code) =>
      sendChase(cast("director"), { key: randomUUID(), code, message: "请速报" }, now),
    strikeOff: (code) =>
      strikeOff(cast("supervisor-2"), { key: randomUUID(), code, version: 0, note: "x" }, now),
    assign: async (code) => assignTask(cast("system-admin"), await assignment(code), now),
  };
  for (const [name, act] of Object.entries(acts)) {
    expect([name, await heard(act(codes.outside))]).toEqual([name, "not_found"]);
    expect([name, await heard(act(codes.part))]).toEqual([name, "other_unit"]);
    expect(["not_found", "other_unit"]).not.toContain(await heard(act(codes.led)));
  }
  for (const name of ["director", "leader", "system-admin", "supervisor-2"]) {
    expect(await getTask(cast(name), codes.outside, today)).toBeNull();
    expect(await getTask(cast(name), codes.part, today)).not.toBeNull();
  }
  const say = (code: string) =>
    heard(
      postComment(cast("director"), { key: randomUUID(), code, body: "阅", mentionedIds: [] }, now),
    );
  expect([await say(codes.outside), await say(codes.part)]).toEqual(["not_found", "done"]);
});

test("a task is not given away to a unit outside the branch", async () => {
  const input = { ...(await assignment(codes.led)), leadId: cast("energy-head").departmentId };
  expect(await heard(assignTask(cast("system-admin"), { ...input, cooperatingIds: [] }, now))).toBe(
    "unit_unknown",
  );
});

test("submissions, releases and inboxes are of the branch", async () => {
  const ids = cast("director").branchIds ?? [];
  for (const name of ["director", "supervisor-2", "leader"]) {
    const visible = new Set((await listTasks(cast(name), today)).map(({ code }) => code));
    const open = await openSubmissions(cast(name));
    const { releases } = await releasesPage(cast(name), today, 1, 1000);
    expect(open.filter(({ taskCode }) => !visible.has(taskCode))).toEqual([]);
    expect(releases.filter(({ code }) => !visible.has(code))).toEqual([]);
    const items = (await inbox(cast(name), today, 1000)).flatMap((section) => section.items);
    if (name === "leader") continue;
    expect(items.filter(({ task }) => !task.leadId || !ids.includes(task.leadId))).toEqual([]);
  }
  const decidedBy = async (name: string) =>
    (await releasesPage(cast(name), today, 1)).counts.decided;
  expect(await decidedBy("supervisor-1")).toBeGreaterThan(await decidedBy("director"));
});

test("people outside the branch are nobody to its administrators, and the log is of the branch", async () => {
  const admin = cast("security-admin");
  const offered = await delegationPeople(admin);
  expect(offered.length).toBeGreaterThan(0);
  expect(offered.filter(({ departmentId }) => !admin.branchIds?.includes(departmentId))).toEqual(
    [],
  );
  const [head, official] = [cast("energy-head"), cast("energy-official")];
  const lent = { key: randomUUID(), principalId: head.id, deputyId: official.id, reason: "出差" };
  const term = { startsOn: today, endsOn: today };
  expect(await heard(grantDelegation(admin, { ...lent, ...term }, now))).toBe("person_unknown");

  const log = await auditLog(cast("audit-admin"), { limit: 500 });
  const ids = admin.branchIds ?? [];
  const units = await db.owner
    .select()
    .from(departments)
    .where(inArray(departments.id, [...ids]));
  const led = (await selectTasks(db.owner)).filter(({ leadId }) => leadId && ids.includes(leadId));
  const isTheirs = ({ actor, subject }: (typeof log)[number]) =>
    units.some(({ name }) => name === actor?.unit) || led.some(({ code }) => code === subject.task);
  expect(log.length).toBeGreaterThan(0);
  expect(log.filter((entry) => !isTheirs(entry))).toEqual([]);
});

test("how a plan of many branches is reviewed is not for the director of one", async () => {
  const plan = await planWithSettings("air");
  if (!plan) throw new Error("The seed has lost the plan");
  const { slug, version, settings } = plan;
  const change = { key: randomUUID(), slug, version, settings };
  expect(await heard(configurePlan(cast("director"), change, now))).toBe("not_allowed");
});
