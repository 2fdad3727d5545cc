import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from "vitest";
import { endSession } from "@/db/mutations/people/sessions";
import { sessions, signInAttempts, users } from "@/db/schema/people";
import { testDatabase } from "@/db/testing/test-database";
import { currentTime, steadyTime } from "@/lib/clock";
import { findActor } from "./actor";
import { signIn } from "./sign-in";

const request = { id: "test", ip: "10.0.0.9" };
const right = { username: "ecology-official", password: inject("testServer").demoPassword };
const wrong = { ...right, password: "不是这个密码" };
let db: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "x".repeat(32);
  process.env.DEMO = "on";
  db = await testDatabase();
});
beforeEach(() => db.owner.delete(signInAttempts));
afterAll(() => db.close());

async function open(input = right) {
  const result = await signIn(input, request);
  if ("refusal" in result) throw new Error(result.refusal);
  return result.sessionId;
}

test("the right password opens a session that names its person", async () => {
  const actor = await findActor(await open(), request);
  expect(actor).toMatchObject({ role: "official", departmentName: "省生态环境厅", isDemo: true });
});

test("a user name is the same in capitals and with blanks around it", async () => {
  expect(await open({ ...right, username: " Ecology-Official " })).toBeTruthy();
});

test("a wrong password and an unknown name get the same answer", async () => {
  const refused = { refusal: "sign_in_failed" };
  expect(await signIn(wrong, request)).toEqual(refused);
  expect(await signIn({ ...wrong, username: "nobody" }, request)).toEqual(refused);
  expect(await signIn({ username: ["x"], password: null }, request)).toEqual(refused);
});

test("five failures lock the account, for the right password too, and nobody else", async () => {
  const tries = [];
  for (let i = 0; i < 6; i++) tries.push(await signIn(wrong, request));
  expect(tries.map((result) => "refusal" in result && result.refusal)).toEqual([
    ...Array(4).fill("sign_in_failed"),
    "sign_in_locked",
    "sign_in_locked",
  ]);
  expect(await signIn(right, request)).toEqual({ refusal: "sign_in_locked" });
  expect(await open({ ...right, username: "energy-official" })).toBeTruthy();
});

test("twenty guesses at once are twenty: the right one behind five wrong ones opens nothing", async () => {
  const guesses = [...Array(19).fill(wrong), right];
  const results = await Promise.all(guesses.map((guess) => signIn(guess, request)));
  expect(results.at(-1)).toEqual({ refusal: "sign_in_locked" });
});

test("failures from nowhere known lock the account and not the whole site", async () => {
  const unknown = { id: "test", ip: null };
  for (let i = 0; i < 31; i++) await signIn({ ...wrong, username: `nobody-${i}` }, unknown);
  expect(await signIn(right, unknown)).toHaveProperty("sessionId");
});

test("thirty failures lock an address, whoever comes from it", async () => {
  for (let i = 0; i < 30; i++) await signIn({ ...wrong, username: `nobody-${i}` }, request);
  expect(await signIn(right, request)).toEqual({ refusal: "sign_in_locked" });
  expect(await signIn(right, { id: "test", ip: "10.0.0.10" })).toHaveProperty("sessionId");
});

test("a session ends when it is ended, when idle for 30 minutes, and after 12 hours", async () => {
  const age = async (id: string, startedMinutes: number, seenMinutes: number) => {
    const at = (minutes: number) => new Date(steadyTime().getTime() - minutes * 60_000);
    await db.owner
      .update(sessions)
      .set({ startedAt: at(startedMinutes), seenAt: at(seenMinutes) })
      .where(eq(sessions.id, id));
    return findActor(id, request);
  };
  const id = await open();
  expect(await age(id, 29, 29)).not.toBeNull();
  expect(await age(id, 31, 31)).toBeNull();
  expect(await age(id, 719, 1)).not.toBeNull();
  expect(await age(id, 721, 1)).toBeNull();

  const other = await open();
  const actor = await findActor(other, request);
  if (!actor) throw new Error("The session is not there");
  await endSession(actor, other, await currentTime());
  expect(await findActor(other, request)).toBeNull();
});

test("to set the clock neither ends a session nor makes it longer", async () => {
  const id = await open();
  const seen = async () =>
    (await db.owner.select().from(sessions).where(eq(sessions.id, id)))[0]?.seenAt.getTime();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 13 * 60 * 60_000 });
  expect(await findActor(id, request)).not.toBeNull();
  const whileAhead = await open();
  vi.setSystemTime(Date.now() - 16 * 60 * 60_000);
  expect(await findActor(id, request)).not.toBeNull();
  expect(await seen()).toBeLessThanOrEqual(steadyTime().getTime());

  const long = { startedAt: new Date(steadyTime().getTime() - 13 * 60 * 60_000) };
  await db.owner.update(sessions).set(long).where(eq(sessions.id, whileAhead));
  expect(await findActor(whileAhead, request)).toBeNull();
  const idle = { seenAt: new Date(steadyTime().getTime() - 31 * 60_000) };
  await db.owner.update(sessions).set(idle).where(eq(sessions.id, id));
  expect(await findActor(id, request)).toBeNull();
  vi.useRealTimers();
});

test("a session that was used after now is over: the clock was set back while the site was down", async () => {
  const id = await open();
  const ahead = { seenAt: new Date(steadyTime().getTime() + 2 * 60_000) };
  await db.owner.update(sessions).set(ahead).where(eq(sessions.id, id));
  expect(await findActor(id, request)).toBeNull();
});

test("a disabled account is out at once, and a demo account is nobody's outside the demo", async () => {
  const id = await open();
  const { env } = await import("@/lib/env");
  env().DEMO = "off";
  expect(await findActor(id, request)).toBeNull();
  expect(await signIn(right, request)).toEqual({ refusal: "sign_in_failed" });
  env().DEMO = "on";
  await db.owner
    .update(users)
    .set({ disabledAt: sql`now()` })
    .where(eq(users.username, right.username));
  expect(await findActor(id, request)).toBeNull();
  expect(await signIn(right, request)).toEqual({ refusal: "sign_in_failed" });
});
