import { randomUUID } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { writeInstruction } from "@/db/mutations/instructions";
import { createAccount } from "@/db/mutations/people/managed-accounts";
import { bindBranch, grantRole } from "@/db/mutations/people/roles";
import { editUnit } from "@/db/mutations/people/units";
import { assignmentBoard } from "@/db/queries/assignments/board";
import { partsPlan } from "@/db/queries/assignments/parts";
import { instructionDetail, listInstructions, planToInstruct } from "@/db/queries/instructions";
import { accountsWithin } from "@/db/queries/people/branches";
import { findPostUnits, listPeople, managedPerson } from "@/db/queries/people/directory";
import { accountRights, listRights } from "@/db/queries/people/rights";
import { startLinkAccount } from "@/db/queries/people/start-links";
import { findUnits } from "@/db/queries/people/unit-options";
import { loadUnitPage } from "@/db/queries/people/unit-page";
import { listUnits } from "@/db/queries/people/unit-tree";
import { unitsNamedLike } from "@/db/queries/registrations/drafted";
import { selectTasks } from "@/db/queries/tasks/task-rows";
import { departments, users } from "@/db/schema/people";
import { isAccountWithin } from "@/lib/domain/people/granting";
import type { Actor } from "@/lib/domain/people/roles";
import { company, now, refusalOf, today } from "./scenario.fixture";
import { setAccounts } from "./set-accounts.fixture";
import { testDatabase } from "./test-database";
import { factsOf, makeUnit, unitRow } from "./unit-inputs.fixture";

// A city's own office: its administrators keep its units and people, its leader's words are its own, and of the rest of the
// tree they see nothing.

const bound = ["supervisor-2", "leader", "system-admin", "security-admin"];
let db: Awaited<ReturnType<typeof testDatabase>>;
let cast: (username: string) => Actor;
let ids: readonly string[];
let below: Awaited<ReturnType<typeof makeUnit>>;
beforeAll(async () => {
  db = await testDatabase();
  const root = await unitRow("ecology");
  below = await makeUnit((await company())("system-admin"), "ecology", "试验分局");
  await setAccounts(db.superuser, { branchId: root.id }, inArray(users.username, bound));
  // The city's leader sits in the city.
  await setAccounts(db.superuser, { departmentId: below.id }, eq(users.username, "leader"));
  cast = await company();
  ids = cast("system-admin").branchIds ?? [];
});
afterAll(() => db.close());

const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const everybody = { q: "", unit: "", role: "", state: "" } as const;
const outside = () => unitRow("energy");

test("its system administrator finds and keeps the units of the branch, from its head down", async () => {
  const admin = cast("system-admin");
  const top = { underId: null, words: "", withClosed: true, page: 1 };
  const names = async (asked: object) =>
    (await listUnits(admin, { ...top, ...asked })).units.map(({ code }) => code);
  expect(await names({})).toEqual(["ecology"]);
  expect(await names({ words: "能源局" })).toEqual([]);
  expect(await names({ words: "试验分局" })).toEqual([below.code]);
  expect(await loadUnitPage(admin, "energy")).toBeNull();
  const page = await loadUnitPage(admin, below.code);
  expect(page?.way.at(-1)).toMatchObject({ code: "ecology", isKept: true });
  const [found] = await findUnits(database(), admin, { words: "能源局", isSingle: true });
  expect(found).toBeUndefined();
  expect(await findPostUnits(admin, "能源局")).toEqual([]);
  expect(await findPostUnits(admin, "试验分局")).toHaveLength(1);
});

test("and gives no unit of it the place of another's in the official order", async () => {
  const { sortOrder } = await outside();
  const facts = { ...(await factsOf(below.code)), sortOrder };
  expect(await codeOf(editUnit(cast("system-admin"), facts, now))).toBe("unit_beyond_branch");
});

test("its people are those of its units whose rights reach no farther: in SQL as in the rule", async () => {
  const admin = cast("system-admin");
  const listed = await listPeople(admin, everybody, 1, today);
  const all = await db.owner.select().from(users);
  const theirs = all.filter(({ roleGrantedById, ...account }) =>
    isAccountWithin(admin, { ...account, isGranted: roleGrantedById !== null }),
  );
  expect(theirs.length).toBeGreaterThan(0);
  expect(listed.count).toBe(theirs.length);
  const inSql = await db.owner.select().from(users).where(accountsWithin(admin));
  expect(inSql.map(({ id }) => id).sort()).toEqual(theirs.map(({ id }) => id).sort());
  const [one, other] = [cast("ecology-official"), cast("energy-official")];
  expect(await managedPerson(admin, one.id, today)).toMatchObject({ id: one.id });
  expect(await managedPerson(admin, other.id, today)).toBeNull();
  expect(await startLinkAccount(admin, "ecology-official", now)).toMatchObject({ id: one.id });
  expect(await startLinkAccount(admin, "energy-official", now)).toBeUndefined();
});

test("an account is made in an open unit of the branch, bound to it and granted by its security administrator", async () => {
  const security = cast("security-admin");
  const about = { name: "李明", post: "", email: "", phone: "", role: "director" as const };
  const wish = (unitId: string) => ({
    ...{ key: randomUUID(), username: `u${randomUUID().slice(0, 8)}`, unitId },
    ...about,
  });
  const closed = await makeUnit(cast("system-admin"), "ecology");
  const system = (await company())("system-admin");
  expect(await codeOf(createAccount(system, wish((await outside()).id), now))).toBe("unit_unknown");
  await db.superuser.transaction(async (tx) => {
    await tx.execute("set local session_replication_role = replica");
    await tx.update(departments).set({ closedOn: today }).where(eq(departments.id, closed.id));
  });
  expect(await codeOf(createAccount(system, wish(closed.id), now))).toBe("unit_closed");
  const made = wish(below.id);
  const { userId } = await createAccount(system, made, now);
  const press = () => ({ key: randomUUID(), userId });
  expect(await codeOf(grantRole(security, press(), now))).toBe("role_needs_branch");
  const bindTo = (unit: string) => codeOf(bindBranch(security, { ...press(), unit }, now));
  expect(await bindTo("energy")).toBe("unit_unknown");
  expect(await bindTo("")).toBe("role_needs_branch");
  expect(await bindTo(below.code)).toBe("done");
  expect(await codeOf(grantRole(security, press(), now))).toBe("done");
  expect(await accountRights(security, made.username, now)).toMatchObject({ branch: below.name });
  expect(await accountRights(security, "energy-official", now)).toBeNull();
  const units = (await listRights(security, { words: "" }, { limit: 500, offset: 0 })).accounts;
  const named = await db.owner
    .select()
    .from(departments)
    .where(inArray(departments.id, [...ids, closed.id]));
  expect(units.filter(({ unit }) => !named.some(({ name }) => name === unit))).toEqual([]);
});

test("the board shows what it may assign, and the parts go to units of the branch", async () => {
  const admin = cast("system-admin");
  const board = await assignmentBoard(admin, { plan: "", unit: "", lacks: "" }, 1, today);
  expect(board.rows.length).toBeGreaterThan(0);
  expect(board.rows.filter(({ leadId }) => !leadId || !ids.includes(leadId))).toEqual([]);
  const [whole] = board.rows;
  if (!whole) throw new Error("The board is empty");
  const plan = (unitId: string) => partsPlan(database(), admin, whole, [unitId]);
  expect(await plan((await outside()).id)).toMatchObject({ refusal: { code: "unit_unknown" } });
  expect(await plan(below.id)).toMatchObject({ ok: true });
});

test("its leader writes of what the branch takes part in, and of nothing else its own office reads", async () => {
  const [leader, own, province] = [cast("leader"), cast("supervisor-2"), cast("supervisor-1")];
  const tasks = await selectTasks(db.owner);
  const takesPart = ({ leadId, cooperatingIds }: (typeof tasks)[number]) =>
    [leadId, ...cooperatingIds].some((id) => id !== null && ids.includes(id));
  const write = (about: { code?: string; planSlug?: string }) =>
    writeInstruction(
      leader,
      {
        ...{ key: randomUUID(), code: null, planSlug: null, addressee: "office", ...about },
        ...{ text: "请抓紧。", sharesWords: false, dueOn: null },
      },
      now,
    );
  const [theirs, others] = [tasks.find(takesPart), tasks.find((task) => !takesPart(task))];
  expect(await codeOf(write({ code: others?.code }))).toBe("not_found");
  const planless = tasks.filter(
    ({ planSlug }) => !tasks.some((each) => each.planSlug === planSlug && takesPart(each)),
  );
  for (const { planSlug } of planless.slice(0, 1)) {
    expect(await codeOf(write({ planSlug }))).toBe("not_found");
    expect(await planToInstruct(database(), leader, planSlug)).toBeUndefined();
  }
  const written = await Promise.all([
    write({ code: theirs?.code }),
    write({ planSlug: theirs?.planSlug }),
    write({}),
  ]);
  const read = async (actor: Actor) =>
    (await listInstructions(actor, today, { limit: 50, offset: 0 })).map(({ id }) => id);
  for (const actor of [leader, own, province])
    expect(await read(actor)).toEqual(expect.arrayContaining(written.map(({ id }) => id)));
  // What the leader of another place wrote is not there.
  await setAccounts(db.superuser, { departmentId: (await outside()).id }, eq(users.id, leader.id));
  const [ofTask, ofPlan, ofNothing] = written.map(({ id }) => id);
  const stays = (await read(own)).filter((id) => written.some((each) => each.id === id));
  expect(stays).toEqual([ofTask]);
  for (const id of [ofPlan, ofNothing])
    expect(await instructionDetail(own, id ?? "", today)).toBeNull();
  expect(await instructionDetail(province, ofNothing ?? "", today)).not.toBeNull();
});

test("a drafted task's units are found by what else they are called", async () => {
  const facts = { ...(await factsOf(below.code)), aliases: ["能源办"] };
  expect(await codeOf(editUnit(cast("system-admin"), facts, now))).toBe("done");
  expect(await unitsNamedLike(cast("director"), "能源办")).toContain(below.name);
});
