import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { endSession } from "@/db/mutations/people/sessions";
import { auditEvents } from "@/db/schema/audit";
import { knownDevices, passwordHistory, signInAttempts, users } from "@/db/schema/people";
import { answeredRequests } from "@/db/schema/requests";
import { firstPassword, newAccount } from "@/db/testing/new-account.fixture";
import { recorded } from "@/db/testing/recorded.fixture";
import { refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { currentTime } from "@/lib/clock";
import { enter, request } from "./account.fixture";
import { findActor, findHolder } from "./actor";
import { changeOwnPassword } from "./own-password";
import { signIn } from "./sign-in";

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "x".repeat(32);
  process.env.DEMO = "on";
  db = await testDatabase();
});
beforeEach(() => db.owner.delete(signInAttempts));
afterAll(() => db.close());

const unhurried = async () => {};
type Entered = Awaited<ReturnType<typeof enter>>;
const change = async (
  { actor, sessionId, device }: Entered,
  { present = firstPassword, password = "Zweite-Losung-2", key = randomUUID(), known = true } = {},
) => {
  const place = { sessionId, device: known ? device : null };
  return changeOwnPassword(
    actor,
    { key, present, password },
    place,
    await currentTime(),
    unhurried,
  );
};
const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";

test("a new password lets in, the old one does not; every other session and device is forgotten, one event tells it", async () => {
  const { id, username } = await newAccount(db.superuser);
  const other = await enter(username);
  const here = await enter(username);
  await change(here);
  expect(await findActor(here.sessionId, request)).not.toBeNull();
  expect(await findActor(other.sessionId, request)).toBeNull();
  const devices = await db.owner.select().from(knownDevices).where(eq(knownDevices.userId, id));
  expect(devices).toHaveLength(1);
  expect(await signIn({ username, password: firstPassword }, request)).toEqual({
    refusal: "sign_in_failed",
  });
  expect(await enter(username, "Zweite-Losung-2")).toBeTruthy();

  const isIt = and(eq(auditEvents.accountId, id), eq(auditEvents.type, "account.password_changed"));
  const events = await db.owner.select().from(auditEvents).where(isIt);
  expect(events).toHaveLength(1);
  const { event } = JSON.parse(new TextDecoder().decode(events[0]?.entry));
  expect(event).toEqual({ type: "account.password_changed" });
});

test("no password and nothing that could be guessed from is kept with the answer", async () => {
  const { id, username } = await newAccount(db.superuser);
  await change(await enter(username));
  const kept = await db.owner
    .select()
    .from(answeredRequests)
    .where(eq(answeredRequests.actorId, id));
  expect(kept.map(({ answer }) => answer)).toEqual([{ ended: 0 }]);
});

test("a wrong present password counts as a failed sign-in, is written down, and locks at the fifth", async () => {
  const { id, username } = await newAccount(db.superuser);
  const here = await enter(username);
  const outcomes = [];
  for (let i = 0; i < 5; i++)
    outcomes.push(await codeOf(change(here, { present: "guess", known: false })));
  expect(outcomes).toEqual([...Array(4).fill("password_wrong"), "sign_in_locked"]);
  expect(await codeOf(change(here, { known: false }))).toBe("sign_in_locked");
  expect(await signIn({ username, password: firstPassword }, request)).toEqual({
    refusal: "sign_in_locked",
  });
  const isIt = and(eq(auditEvents.accountId, id), eq(auditEvents.type, "account.password_refused"));
  expect(await db.owner.$count(auditEvents, isIt)).toBe(5);
  // The browser that the account knows has a budget of its own, as at the door.
  expect(await codeOf(change(here))).toBe("done");
});

test("the rules and the last five are asked here too, the present one among them", async () => {
  const { username } = await newAccount(db.superuser);
  const here = await enter(username);
  expect(await codeOf(change(here, { password: "short" }))).toBe("password_short");
  expect(await codeOf(change(here, { password: `${username}-x-1` }))).toBe("password_around_name");
  expect(await codeOf(change(here, { password: firstPassword }))).toBe("password_reused");
  const used = [firstPassword, ...[2, 3, 4, 5, 6].map((i) => `Losung-Nummer-${i}`)];
  for (const [i, password] of used.entries())
    if (i > 0) await change(here, { present: used[i - 1], password });
  for (const password of used.slice(1))
    expect(await codeOf(change(here, { present: used[5], password }))).toBe("password_reused");
  const isTheirs = eq(passwordHistory.userId, here.actor.id);
  expect(await db.owner.$count(passwordHistory, isTheirs)).toBe(4);
  expect(await codeOf(change(here, { present: used[5], password: firstPassword }))).toBe("done");
});

test("of two tabs at once one changes it, and the other is told", async () => {
  const { username } = await newAccount(db.superuser);
  const here = await enter(username);
  const outcomes = await Promise.all([
    codeOf(change(here, { password: "Losung-im-ersten-Fenster" })),
    codeOf(change(here, { password: "Losung-im-zweiten-Fenster" })),
  ]);
  expect(outcomes.filter((each) => each === "done")).toHaveLength(1);
  expect(["password_changed_elsewhere", "password_wrong"]).toContain(
    outcomes.find((each) => each !== "done"),
  );
});

test("an answer that was lost is given again; about another password it is refused", async () => {
  const { username } = await newAccount(db.superuser);
  const here = await enter(username);
  const key = randomUUID();
  expect(await codeOf(change(here, { key }))).toBe("done");
  expect(await codeOf(change(here, { key }))).toBe("done");
  expect(await codeOf(change(here, { key, password: "Eine-ganz-andere-3" }))).toBe(
    "request_reused",
  );
  expect(await enter(username, "Zweite-Losung-2")).toBeTruthy();
});

test("a session that has ended meanwhile changes nothing", async () => {
  const { username } = await newAccount(db.superuser);
  const here = await enter(username);
  await endSession(here.actor, here.sessionId, await currentTime());
  expect(await codeOf(change(here))).toBe("session_expired");
  expect(await enter(username)).toBeTruthy();
});

test("the demo's accounts keep the password that they share", async () => {
  const { username, id } = await newAccount(db.superuser);
  await recorded(db.owner, (tx) => tx.update(users).set({ isDemo: true }).where(eq(users.id, id)));
  expect(await codeOf(change(await enter(username)))).toBe("demo_password_fixed");
});

describe("whoever has the password that they were given", () => {
  test("is nobody until they have chosen their own, and somebody at once afterwards", async () => {
    const { username } = await newAccount(db.superuser, { mustChange: true });
    const here = await enter(username);
    expect(here.mustChangePassword).toBe(true);
    expect(await findActor(here.sessionId, request)).toBeNull();
    await change(here);
    expect(await findActor(here.sessionId, request)).toMatchObject({ id: here.actor.id });
    expect(await findHolder(here.sessionId, request)).toMatchObject({ mustChangePassword: false });
  });
});

test("the database takes no password without an event in the history", async () => {
  const { id } = await newAccount(db.superuser);
  const silent = database().update(users).set({ passwordHash: "x" }).where(eq(users.id, id));
  await expect(silent).rejects.toMatchObject({ cause: { code: "23000" } });
});
