import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from "vitest";
import { endSession, recordCountedRefusals } from "@/db/mutations/people/sessions";
import { auditEvents } from "@/db/schema/audit";
import { knownDevices, refusedSignIns, sessions, signInAttempts, users } from "@/db/schema/people";
import { setAccounts } from "@/db/testing/set-accounts.fixture";
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
  const guesses = Array.from({ length: 19 }, () => signIn(wrong, request));
  // Once one is told so, five were counted, though not all of them are looked at yet.
  const isLocked = async (guess: (typeof guesses)[number]) => {
    expect(await guess).toEqual({ refusal: "sign_in_locked" });
  };
  await Promise.any(guesses.map(isLocked));
  expect(await signIn(right, request)).toEqual({ refusal: "sign_in_locked" });
  const told = (await Promise.all(guesses)).filter(
    (result) => "refusal" in result && result.refusal === "sign_in_failed",
  );
  expect(told).toHaveLength(4);
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

const from = (ip: string, device: string | null = null) => ({ id: "test", ip, device });
const entered = async (...args: Parameters<typeof signIn>) =>
  "sessionId" in (await signIn(...args));
const unhurried = async () => {};

test("five wrong tries shut the owner out neither elsewhere nor on a computer that the account knows", async () => {
  const home = await signIn(right, from("10.0.0.20"));
  const device = "device" in home ? home.device : "";
  for (let i = 0; i < 8; i++) await signIn(wrong, from("10.0.0.9"));
  expect(await signIn(right, from("10.0.0.9"))).toEqual({ refusal: "sign_in_locked" });
  expect(await entered(right, from("10.0.0.21"))).toBe(true);
  expect(await entered(right, from("10.0.0.9", device))).toBe(true);
  const stolen = { ...right, username: "energy-official" };
  for (let i = 0; i < 5; i++) await signIn({ ...stolen, password: "错" }, from("10.0.0.9", device));
  expect(await signIn(stolen, from("10.0.0.9", device))).toEqual({ refusal: "sign_in_locked" });
});

test("a known computer has five tries of its own, and no other can spend them", async () => {
  const home = await signIn(right, from("10.0.0.20"));
  const device = "device" in home ? home.device : "";
  for (let i = 0; i < 4; i++) await signIn(wrong, from("10.0.0.9", "x".repeat(43)));
  for (let i = 0; i < 4; i++) await signIn(wrong, from("10.0.0.20", device));
  expect(await entered(right, from("10.0.0.20", device))).toBe(true);
  for (let i = 0; i < 5; i++) await signIn(wrong, from("10.0.0.20", device));
  expect(await signIn(right, from("10.0.0.20", device))).toEqual({ refusal: "sign_in_locked" });
  expect(await entered(right, from("10.0.0.20"))).toBe(true);
});

test("165 requests over every account shut out nobody who comes from anywhere else", async () => {
  const people = await db.owner.select({ username: users.username }).from(users);
  const names = people.map(({ username }) => username).slice(0, 33);
  for (const username of names)
    await Promise.all(
      Array(5)
        .fill(0)
        .map(() => signIn({ ...wrong, username }, from("10.0.0.9"))),
    );
  for (const username of ["system-admin", "supervisor-1", "ecology-head"])
    expect([username, await entered({ ...right, username }, from("10.0.0.30"))]).toEqual([
      username,
      true,
    ]);
});

test("many addresses make an account wait, a little longer each time and never long; names that nobody has alike", async () => {
  const waits = async (username: string) => {
    const waited: number[] = [];
    for (let i = 0; i < 12; i++)
      await signIn({ ...wrong, username }, from(`10.0.1.${i}`), async (ms) => waited.push(ms));
    return waited;
  };
  const expected = [0, 0, 0, 0, 0, 0, 500, 1000, 2000, 4000, 5000, 5000];
  expect(await waits(right.username)).toEqual(expected);
  expect(await waits("nobody")).toEqual(expected);
  expect(await entered(right, from("10.0.2.1"), unhurried)).toBe(true);
});

test("one line of IPv6 is one address, whatever it calls itself", async () => {
  for (let i = 0; i < 5; i++) await signIn(wrong, from(`2001:db8:0:7::${i + 1}`));
  expect(await signIn(right, from("2001:db8:0:7::99"))).toEqual({ refusal: "sign_in_locked" });
  expect(await entered(right, from("2001:db8:0:8::1"))).toBe(true);
});

test("guessing fills neither the history nor the tables: what nobody bears is one counted event, the rest is told five times", async () => {
  await db.owner.delete(refusedSignIns);
  const before = await db.owner.$count(auditEvents);
  const told = async () => (await db.owner.$count(auditEvents)) - before;
  for (let i = 0; i < 60; i++)
    await signIn({ ...wrong, username: `nobody-${i}` }, from("10.0.0.9"));
  expect(await told()).toBe(0);
  expect(await db.owner.$count(signInAttempts)).toBeLessThan(70);
  for (let i = 0; i < 12; i++) await signIn(wrong, from(`10.0.1.${i}`), unhurried);
  expect(await told()).toBe(5);
  await recordCountedRefusals(new Date());
  await recordCountedRefusals(new Date());
  const events = await db.owner
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.type, "session.refusals_counted"));
  const counted = events.map(({ entry }) => JSON.parse(new TextDecoder().decode(entry)).event);
  expect(counted.map(({ username, times }) => [username, times]).sort()).toEqual([
    [null, 30],
    [right.username, 7],
  ]);
});

test("an account is known on ten computers, and the one unused for longest gives way", async () => {
  const account = { ...right, username: "supervisor-2" };
  const tokens = Array.from({ length: 11 }, (_, i) => String(i).padStart(43, "x"));
  for (const token of tokens) await signIn(account, from("10.0.0.40", token));
  const [person] = await db.owner.select().from(users).where(eq(users.username, account.username));
  expect(await db.owner.$count(knownDevices, eq(knownDevices.userId, person?.id ?? ""))).toBe(10);
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
  const isTheirs = eq(users.username, right.username);
  await setAccounts(db.superuser, { disabledAt: sql`now()` }, isTheirs);
  expect(await findActor(id, request)).toBeNull();
  expect(await signIn(right, request)).toEqual({ refusal: "sign_in_failed" });
});

test("an account that waits for its role opens nothing, and is out at once when it waits again", async () => {
  const account = { ...right, username: "housing-construction-official" };
  const id = await open(account);
  expect(await findActor(id, request)).not.toBeNull();
  const isTheirs = eq(users.username, account.username);
  await setAccounts(db.superuser, { roleGrantedById: null }, isTheirs);
  expect(await findActor(id, request)).toBeNull();
  expect(await signIn(account, request)).toEqual({ refusal: "sign_in_failed" });
});
