import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issueStartLink } from "@/db/mutations/people/start-links";
import { startLinkAccount } from "@/db/queries/people/start-links";
import { spentPoints } from "@/db/schema/budgets";
import { startLinks, users } from "@/db/schema/people";
import { answeredRequests } from "@/db/schema/requests";
import { startCodeOf } from "@/db/start-code";
import { firstPassword, newAccount } from "@/db/testing/new-account.fixture";
import { recorded } from "@/db/testing/recorded.fixture";
import { refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { currentTime } from "@/lib/clock";
import { publicBudgets } from "@/lib/domain/budgets";
import { startLinkDays } from "@/lib/domain/people/start-links";
import { enter, request } from "./account.fixture";
import { findActor } from "./actor";
import { signIn } from "./sign-in";
import { lookAtStart, start } from "./start";

let db: Awaited<ReturnType<typeof testDatabase>>;
let admin: Awaited<ReturnType<typeof enter>>["actor"];
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "x".repeat(32);
  process.env.DEMO = "on";
  db = await testDatabase();
  const { username } = await newAccount(db.superuser, { role: "system_admin" });
  admin = (await enter(username)).actor;
});
afterAll(() => db.close());

const issue = async (userId: string, key = randomUUID(), now?: Date) =>
  issueStartLink(admin, { key, userId, mails: false }, now ?? (await currentTime()));
const look = async (code: string, ip = "10.2.0.1") =>
  lookAtStart({ id: "test", ip }, { code }, await currentTime());
const choose = async (code: string, password = "Selbst-Gewaehlt-1", now?: Date) =>
  start(request, { code, password }, now ?? (await currentTime()));
const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";

test("a code names its person as often as it is looked at, and lets them choose a password once", async () => {
  const { id, username } = await newAccount(db.superuser);
  const before = await enter(username);
  const { code } = await issue(id);
  const account = { name: "王伟", username, unit: "省生态环境厅" };
  expect(await look(code.toLowerCase().replaceAll("-", " "))).toEqual(account);
  expect(await look(code)).toEqual(account);
  // Until then everything stays as it was.
  expect(await findActor(before.sessionId, request)).not.toBeNull();

  expect(await choose(code)).toEqual({ username });
  expect(await findActor(before.sessionId, request)).toBeNull();
  expect(await signIn({ username, password: firstPassword }, request)).toHaveProperty("refusal");
  const { mustChangePassword } = await enter(username, "Selbst-Gewaehlt-1");
  expect(mustChangePassword).toBe(false);
  expect(await codeOf(look(code))).toBe("start_code_used");
  expect(await codeOf(choose(code))).toBe("start_code_used");
});

test("whoever is locked out after a forgotten password gets in with the new one", async () => {
  const { id, username } = await newAccount(db.superuser);
  for (let i = 0; i < 5; i++) await signIn({ username, password: "vergessen" }, request);
  await choose((await issue(id)).code);
  expect(await enter(username, "Selbst-Gewaehlt-1")).toBeTruthy();
});

test("used twice at once it works once", async () => {
  const { id } = await newAccount(db.superuser);
  const { code } = await issue(id);
  const outcomes = await Promise.all(
    [1, 2, 3, 4].map((i) => codeOf(choose(code, `Fenster-Nummer-${i}`))),
  );
  expect(outcomes.filter((each) => each === "done")).toHaveLength(1);
  const others = outcomes.filter((each) => each !== "done");
  expect(others.every((each) => each === "start_code_used")).toBe(true);
});

test("it ends after its week, and when a newer one is given; each says so", async () => {
  const { id } = await newAccount(db.superuser);
  const old = new Date((await currentTime()).getTime() - startLinkDays * 86_400_000);
  const first = await issue(id, randomUUID(), old);
  expect(await codeOf(look(first.code))).toBe("start_code_expired");
  const second = await issue(id);
  expect(await codeOf(look(first.code))).toBe("start_code_replaced");
  const [one, two] = await Promise.all([issue(id), issue(id)]);
  expect(await codeOf(look(second.code))).toBe("start_code_replaced");
  const states = [await codeOf(look(one.code)), await codeOf(look(two.code))];
  expect(states.sort()).toEqual(["done", "start_code_replaced"]);
});

test("the rules for passwords and the last five hold here too, and use nothing up", async () => {
  const { id, username } = await newAccount(db.superuser);
  const { code } = await issue(id);
  expect(await codeOf(choose(code, "short"))).toBe("password_short");
  expect(await codeOf(choose(code, `${username}-9-Aa`))).toBe("password_around_name");
  expect(await codeOf(choose(code, firstPassword))).toBe("password_reused");
  expect(await codeOf(choose(code))).toBe("done");
});

test("a code that nobody was given opens nothing, and too many of them shut their address out of a right one", async () => {
  await db.owner.delete(spentPoints);
  const { id } = await newAccount(db.superuser);
  const { code } = await issue(id);
  expect(await codeOf(look("2222"))).toBe("start_code_mistyped");
  const strange = () => startCodeOf(randomUUID());
  const tries = [];
  for (let i = 0; i <= publicBudgets.start.each; i++)
    tries.push(await codeOf(look(strange(), "10.2.0.9")));
  expect(new Set(tries.slice(0, -1))).toEqual(new Set(["start_code_unknown"]));
  expect(tries.at(-1)).toBe("start_codes_too_many");
  expect(await codeOf(look(code, "10.2.0.9"))).toBe("start_codes_too_many");
  // What was right elsewhere has spent nothing.
  for (let i = 0; i <= publicBudgets.start.each; i++) await look(code);
});

test("the system administrator gives one to others and not to themselves; everybody else finds nobody", async () => {
  const { id, username } = await newAccount(db.superuser);
  const official = (await enter((await newAccount(db.superuser)).username)).actor;
  const input = { key: randomUUID(), userId: id, mails: false };
  const now = await currentTime();
  expect(await codeOf(issueStartLink(official, input, now))).toBe("not_allowed");
  expect(await startLinkAccount(official, username, now)).toBeUndefined();
  expect(await startLinkAccount(admin, username, now)).toMatchObject({ id, openUntil: null });
  expect(await codeOf(issue(admin.id))).toBe("start_link_self");
  expect(await codeOf(issue(randomUUID()))).toBe("not_found");
  const [demo] = await db.owner.select().from(users).where(eq(users.isDemo, true));
  expect(await codeOf(issue(demo?.id ?? ""))).toBe("demo_password_fixed");
  await recorded(db.owner, (tx) =>
    tx.update(users).set({ disabledAt: now }).where(eq(users.id, id)),
  );
  expect(await codeOf(issue(id))).toBe("not_found");
});

test("nothing that is kept tells a code", async () => {
  const { id } = await newAccount(db.superuser);
  const key = randomUUID();
  const { code } = await issue(id, key);
  const [link] = await db.owner.select().from(startLinks).where(eq(startLinks.userId, id));
  const [answered] = await db.owner
    .select()
    .from(answeredRequests)
    .where(eq(answeredRequests.key, key));
  const kept = JSON.stringify([link, answered]);
  expect(kept).not.toContain(code);
  expect(kept).not.toContain(code.replaceAll("-", ""));
  expect((await issue(id, key)).code).toBe(code);
});
