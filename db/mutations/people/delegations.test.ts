import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "@/db/client";
import { listDelegations, liveDelegationsOf } from "@/db/queries/people/delegations";
import { staffOn } from "@/db/queries/people/staff";
import { auditEvents } from "@/db/schema/audit";
import { delegations } from "@/db/schema/delegations";
import { users } from "@/db/schema/people";
import { company, now, refusalOf } from "@/db/testing/scenario.fixture";
import { setAccounts } from "@/db/testing/set-accounts.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { addDays } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import { updateEmail } from "./accounts";
import { endDelegation, grantDelegation } from "./delegations";

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
let cast: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase();
  cast = await company();
});
beforeEach(async () => {
  await db.owner.execute(sql`truncate delegations`);
  await setAccounts(db.superuser, { disabledAt: null });
});
afterAll(() => db.close());

const wish = (principal: Actor, deputy: Actor, startsOn = today, endsOn = addDays(today, 6)) => ({
  key: randomUUID(),
  principalId: principal.id,
  deputyId: deputy.id,
  startsOn,
  endsOn,
  reason: "外出学习",
});
/** As a person signs in with it, and as the reminders know it of everybody: the two are one. */
async function namesOf(deputy: Actor, day: string) {
  const lent = await liveDelegationsOf(database(), deputy.id, day);
  const known = (await staffOn(database(), day)).find(({ id }) => id === deputy.id);
  expect(known?.standsInFor).toEqual(lent);
  return lent.map(({ name }) => name);
}

test("a right is lent from its first day through its last, and ended early at once", async () => {
  const [head, official] = [cast("ecology-head"), cast("ecology-official")];
  await grantDelegation(head, wish(head, official, addDays(today, 1), addDays(today, 2)), now);
  expect(await namesOf(official, today)).toEqual([]);
  expect(await namesOf(official, addDays(today, 1))).toEqual([head.name]);
  expect(await namesOf(official, addDays(today, 2))).toEqual([head.name]);
  expect(await namesOf(official, addDays(today, 3))).toEqual([]);

  const [listed] = await listDelegations(official, today);
  if (!listed) throw new Error("The delegation is not listed");
  const input = { key: randomUUID(), delegationId: listed.id };
  expect(await refusalOf(endDelegation(official, input, now))).toMatchObject({ code: "not_found" });
  await endDelegation(cast("security-admin"), { ...input, key: randomUUID() }, now);
  await endDelegation(head, { ...input, key: randomUUID() }, now);
  expect(await namesOf(official, addDays(today, 1))).toEqual([]);
  const told = await db.owner
    .select({ type: auditEvents.type })
    .from(auditEvents)
    .where(sql`${auditEvents.type} like 'delegation.%'`);
  expect(told.map(({ type }) => type).sort()).toEqual(["delegation.ended", "delegation.granted"]);
});

test("what a rule refuses is not written", async () => {
  const [head, official] = [cast("ecology-head"), cast("ecology-official")];
  const refused = (actor: Actor, input: ReturnType<typeof wish>) =>
    refusalOf(grantDelegation(actor, input, now));
  expect(await refused(official, wish(head, official))).toMatchObject({ code: "not_allowed" });
  expect(await refused(cast("energy-head"), wish(head, official))).toMatchObject({
    code: "not_allowed",
  });
  expect(await refused(head, wish(head, cast("energy-official")))).toMatchObject({
    code: "deputy_other_unit",
  });
  expect(await refused(head, wish(head, official, addDays(today, -1)))).toMatchObject({
    code: "deputy_dates",
  });
  expect(await database().select().from(delegations)).toEqual([]);
});

test("a disabled principal, or one who left the unit, lends nothing", async () => {
  const [head, official] = [cast("ecology-head"), cast("ecology-official")];
  await grantDelegation(cast("security-admin"), wish(head, official), now);
  expect(await namesOf(official, today)).toEqual([head.name]);
  await setAccounts(db.superuser, { disabledAt: now }, eq(users.id, head.id));
  expect(await namesOf(official, today)).toEqual([]);
  const moved = { disabledAt: null, departmentId: cast("energy-head").departmentId };
  await setAccounts(db.superuser, moved, eq(users.id, head.id));
  expect(await namesOf(official, today)).toEqual([]);
  await setAccounts(db.superuser, { departmentId: head.departmentId }, eq(users.id, head.id));
});

test("of two grants at once that would make a chain one is refused", async () => {
  const [one, two] = [cast("supervisor-1"), cast("supervisor-2")];
  for (let round = 0; round < 20; round++) {
    const [startsOn, endsOn] = [addDays(today, round * 2), addDays(today, round * 2 + 1)];
    const refusals = await Promise.all([
      refusalOf(grantDelegation(one, wish(one, two, startsOn, endsOn), now)),
      refusalOf(grantDelegation(two, wish(two, one, startsOn, endsOn), now)),
    ]);
    expect(refusals.filter(Boolean)).toMatchObject([{ code: "deputy_chain" }]);
  }
});

test("a mail address is one's own, and is not told in the history", async () => {
  const auditor = cast("auditor");
  await updateEmail(auditor, { key: randomUUID(), email: "shenji@example.cn" }, now);
  const [row] = await db.owner.select().from(users).where(eq(users.id, auditor.id));
  expect(row?.email).toBe("shenji@example.cn");
  const [event] = await db.owner
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.type, "account.updated"));
  expect(new TextDecoder().decode(event?.entry)).not.toContain("example.cn");
});
