import { randomUUID } from "node:crypto";
import { and, desc, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { announce } from "@/db/mutations/notifications/announce";
import { grantDelegation } from "@/db/mutations/people/delegations";
import { setLiaison } from "@/db/mutations/people/managed-accounts";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { nameHandlers } from "@/db/mutations/tasks/handlers";
import { heldBy } from "@/db/queries/assignments/hand-over";
import { taskHistory } from "@/db/queries/audit";
import { liveDelegationsOf } from "@/db/queries/people/delegations";
import { managedPerson } from "@/db/queries/people/directory";
import { getTask } from "@/db/queries/tasks/work-tasks";
import { auditEvents } from "@/db/schema/audit";
import { notifications, outbox } from "@/db/schema/notifications";
import { sessions, unitLiaisons, users } from "@/db/schema/people";
import { seenAccount } from "@/db/testing/people-inputs.fixture";
import { now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { setAccounts } from "@/db/testing/set-accounts.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { onTask, someone, takeOn, writing } from "@/db/testing/test-world-scenarios.fixture";
import { type HandOver, kindsHeld, nothingSaid } from "@/lib/domain/assignments/hand-over";
import { addDays } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import { leaveAccount, transferAccount } from "./departures";

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
let world: World;
let admin: Actor;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  makeWorld = await worldMaker(db.owner);
});
beforeEach(async () => {
  world = await makeWorld(0);
  admin = someone(world, "system_admin");
});
afterAll(() => db.close());

const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const leaving = async ({ id }: Actor, handOver: Partial<HandOver> = {}) => ({
  ...(await seenAccount(id)),
  handOver: { ...nothingSaid, ...handOver },
});
const task = async () => {
  const found = await getTask(someone(world, "supervisor"), world.code, today);
  if (!found) throw new Error("The world has lost its task");
  return found;
};
const name = async (handler: Actor | null, head: Actor | null) =>
  nameHandlers(
    someone(world, "official"),
    {
      ...(await onTask(world.code)),
      handlerId: handler?.id ?? "",
      headInChargeId: head?.id ?? "",
    },
    now,
  );
const held = async (person: Actor) =>
  kindsHeld(await heldBy(database(), { ...person, branchId: null }));

/** A head who handles the task and is in charge of it, wrote a draft, is a liaison, and lends the right to sign. */
async function everythingOpen() {
  const [leaver, successor] = [someone(world, "head"), someone(world, "head", "lead", 1)];
  await takeOn(world);
  await name(leaver, leaver);
  const { key: _, ...draft } = writing(world.code, "extension");
  await saveDraft(leaver, draft, now);
  const unitId = world.units.countersigning;
  await setLiaison(admin, { key: randomUUID(), userId: leaver.id, unitId, isLiaison: true }, now);
  const term = { startsOn: today, endsOn: addDays(today, 5), reason: "外出" };
  const deputyId = someone(world, "official").id;
  await grantDelegation(
    leaver,
    { key: randomUUID(), principalId: leaver.id, deputyId, ...term },
    now,
  );
  await db.owner
    .insert(sessions)
    .values({ id: randomUUID(), userId: leaver.id, startedAt: now, seenAt: now });
  return { leaver, successor };
}

describe("whoever leaves with everything open", () => {
  test("leaves nothing without somebody, unless 暂无 is said of each kind", async () => {
    const { leaver, successor } = await everythingOpen();
    expect(await held(leaver)).toEqual(["handled", "in_charge", "drafts", "liaisons"]);
    const refused = async (handOver: Partial<HandOver>) =>
      refusalOf(leaveAccount(admin, await leaving(leaver, handOver), now));
    expect(await refused({})).toEqual({ code: "hand_over_open", field: "handled" });
    const some = { handled: successor.id, in_charge: "nobody" };
    expect(await refused(some)).toEqual({ code: "hand_over_open", field: "drafts" });
    const stranger = someone(world, "head", "other").id;
    expect(await refused({ handled: stranger })).toEqual({
      code: "person_unknown",
      field: "handled",
    });
    expect((await managedPerson(admin, leaver.id, today))?.state).not.toBe("left");
    expect((await task()).handler).toMatchObject({ id: leaver.id, counts: true });
  });

  test("is taken over without a task being assigned anew, and every right ends at once", async () => {
    const { leaver, successor } = await everythingOpen();
    const before = await task();
    const { id } = successor;
    const choice = { handled: id, in_charge: id, drafts: id, liaisons: id };
    await leaveAccount(admin, await leaving(leaver, choice), now);

    const after = await task();
    expect(after).toMatchObject({
      status: before.status,
      assignedAt: before.assignedAt,
      receivedAt: before.receivedAt,
      handler: { id, counts: true },
      headInCharge: { id, counts: true },
    });
    const [row] = await database().select().from(users).where(eq(users.id, leaver.id));
    expect(row).toMatchObject({ leftOn: today, email: null, phone: null });
    const open = and(eq(sessions.userId, leaver.id), isNull(sessions.endedAt));
    expect(await database().$count(sessions, open)).toBe(0);
    expect(await liveDelegationsOf(database(), someone(world, "official").id, today)).toEqual([]);
    expect(await database().$count(unitLiaisons, eq(unitLiaisons.userId, id))).toBe(1);
    expect(await database().$count(unitLiaisons, eq(unitLiaisons.userId, leaver.id))).toBe(0);

    const told = (await taskHistory(someone(world, "head", "lead", 1), world.code)).map(
      ({ event }) => event,
    );
    expect(told).toContainEqual({
      type: "submission.handed_over",
      kind: "extension",
      from: { id: leaver.id, name: leaver.name },
      to: { id, name: successor.name },
    });
    expect(told.filter(({ type }) => type === "task.handlers_named")).toHaveLength(2);
  });

  test("the successor is told", async () => {
    const { leaver, successor } = await everythingOpen();
    const { id } = successor;
    const choice = { handled: id, in_charge: id, drafts: id, liaisons: "nobody" as const };
    await leaveAccount(admin, await leaving(leaver, choice), now);
    const [posted] = await database()
      .select({ id: outbox.id })
      .from(outbox)
      .innerJoin(auditEvents, eq(auditEvents.id, outbox.eventId))
      .where(eq(auditEvents.type, "account.left"))
      .orderBy(desc(auditEvents.sequence))
      .limit(1);
    await announce(posted?.id ?? "", now);
    const theirs = and(eq(notifications.userId, id), eq(notifications.sentence, "work_taken_over"));
    expect(await database().$count(notifications, theirs)).toBe(1);
  });

  test("and with 暂无 the task still names them, and they count no more", async () => {
    const { leaver } = await everythingOpen();
    const nobody = "nobody" as const;
    const choice = { handled: nobody, in_charge: nobody, drafts: nobody, liaisons: nobody };
    await leaveAccount(admin, await leaving(leaver, choice), now);
    expect(await task()).toMatchObject({
      handler: { id: leaver.id, counts: false },
      headInCharge: { id: leaver.id, counts: false },
    });
  });
});

describe("whoever goes to another unit", () => {
  const to = (unitId: string, role: "official" | "head", post = "") => ({ unitId, role, post });

  test("keeps the role and nothing else; sessions and delegations end", async () => {
    const { leaver, successor } = await everythingOpen();
    const { id } = successor;
    const move = to(world.units.other, "head", "副市长");
    const choice = { handled: id, in_charge: id, drafts: id };
    await transferAccount(admin, { ...(await leaving(leaver, choice)), ...move }, now);
    const [row] = await database().select().from(users).where(eq(users.id, leaver.id));
    expect(row).toMatchObject({ departmentId: world.units.other, post: "副市长", leftOn: null });
    expect(await liveDelegationsOf(database(), someone(world, "official").id, today)).toEqual([]);
    const open = and(eq(sessions.userId, leaver.id), isNull(sessions.endedAt));
    expect(await database().$count(sessions, open)).toBe(0);
    // A liaison may be of any unit, and stays.
    expect(await database().$count(unitLiaisons, eq(unitLiaisons.userId, leaver.id))).toBe(1);
    expect((await task()).handler).toMatchObject({ id, counts: true });
  });

  test("has another role granted anew, but not another post", async () => {
    const official = someone(world, "official", "other");
    const grantor = someone(world, "security_admin").id;
    await setAccounts(db.superuser, { roleGrantedById: grantor }, eq(users.id, official.id));
    const grantOf = async () => {
      const [row] = await database().select().from(users).where(eq(users.id, official.id));
      return row?.roleGrantedById ?? null;
    };
    const unit = world.units.other;
    await transferAccount(
      admin,
      { ...(await leaving(official)), ...to(unit, "official", "科长") },
      now,
    );
    expect(await grantOf()).not.toBeNull();
    const same = { ...(await leaving(official)), ...to(unit, "official", "科长") };
    expect(await codeOf(transferAccount(admin, same, now))).toBe("post_unchanged");
    await transferAccount(
      admin,
      { ...(await leaving(official)), ...to(unit, "head", "科长") },
      now,
    );
    expect(await grantOf()).toBeNull();
  });

  test("is moved by a system administrator, from a fresh page, and never by themselves", async () => {
    const official = someone(world, "official", "other");
    const input = { ...(await leaving(official)), ...to(world.units.lead, "official") };
    for (const role of ["security_admin", "director", "head"] as const)
      expect(await codeOf(transferAccount(someone(world, role), input, now))).toBe("not_allowed");
    const missing = { ...input, userId: randomUUID() };
    expect(await codeOf(transferAccount(admin, missing, now))).toBe("not_found");
    expect(await codeOf(transferAccount(admin, { ...input, version: 9 }, now))).toBe(
      "account_changed",
    );
    const own = { ...(await leaving(admin)), ...to(world.units.lead, "official") };
    expect(await codeOf(transferAccount(admin, own, now))).toBe("account_own");
    expect(await codeOf(leaveAccount(admin, await leaving(admin), now))).toBe("account_own");
    await leaveAccount(admin, await leaving(official), now);
    expect(await codeOf(leaveAccount(admin, await leaving(official), now))).toBe("account_left");
  });
});
