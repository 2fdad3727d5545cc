import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "@/db/client";
import { leaveAccount } from "@/db/mutations/assignments/departures";
import { createAccount } from "@/db/mutations/people/managed-accounts";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { users } from "@/db/schema/people";
import { goOn } from "@/db/seed/go-on";
import { seenAccount } from "@/db/testing/people-inputs.fixture";
import { now, refusalOf } from "@/db/testing/scenario.fixture";
import { setAccounts } from "@/db/testing/set-accounts.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { send, someone, takeOn, writing } from "@/db/testing/test-world-scenarios.fixture";
import type { LeaveInput } from "@/lib/domain/assignments/hand-over";
import { type HandOver, kindsHeld, nothingSaid } from "@/lib/domain/assignments/hand-over";
import type { Actor } from "@/lib/domain/people/roles";
import { heldBy } from "./hand-over";

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
let world: World;
let admin: Actor;
beforeAll(async () => {
  db = await testDatabase();
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
const held = async (person: Actor) =>
  kindsHeld(await heldBy(database(), { ...person, branchId: null }));

test("a draft that a colleague wrote on too is no hand-over, nor a review that another head can make", async () => {
  await takeOn(world);
  const [first, second] = [someone(world, "official"), someone(world, "official", "lead", 1)];
  const { key: _, ...draft } = writing(world.code, "progress");
  const saved = await saveDraft(first, draft, now);
  expect(await held(first)).toEqual(["drafts"]);
  await saveDraft(second, { ...draft, version: saved.version }, now);
  expect(await held(first)).toEqual([]);
  await send(world, "extension");
  expect(await held(someone(world, "head"))).toEqual([]);
});

test("what waits for the only one who may decide is a hand-over", async () => {
  await takeOn(world);
  await send(world, "extension");
  const [only, other] = [someone(world, "head"), someone(world, "head", "lead", 1)];
  await setAccounts(db.superuser, { disabledAt: now }, eq(users.id, other.id));
  const seeds = eq(users.departmentId, world.units.lead);
  const others = await database()
    .select()
    .from(users)
    .where(and(seeds, eq(users.role, "head")));
  const ids = others.map(({ id }) => id).filter((id) => id !== only.id);
  for (const id of ids) await setAccounts(db.superuser, { disabledAt: now }, eq(users.id, id));
  expect(await held(only)).toEqual(["reviews"]);
  const refused = refusalOf(leaveAccount(admin, await leaving(only), now));
  expect(await refused).toEqual({ code: "hand_over_open", field: "reviews" });

  // Somebody made for it may be named for it, though their role still waits to be granted; until then nobody else can.
  const about = { name: "新任", post: "", email: "", phone: "", role: "head" as const };
  const username = `u${randomUUID().slice(0, 8)}`;
  const { userId } = await createAccount(
    admin,
    { key: randomUUID(), ...about, username, unitId: world.units.lead },
    now,
  );
  expect(await held(only)).toEqual(["reviews"]);
  // That the unit has no head until then is said first.
  const leave = (input: LeaveInput) => leaveAccount(admin, input, now);
  const told = goOn(leave, await leaving(only, { reviews: userId }));
  expect(await codeOf(told)).toBe("done");
  const again = and(eq(users.disabledAt, now), isNull(users.leftOn));
  await setAccounts(db.superuser, { disabledAt: null }, again);
});
