import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { endOtherSessions, endOwnSession } from "@/db/mutations/people/sessions";
import { ownSessions } from "@/db/queries/people/people";
import { auditEvents } from "@/db/schema/audit";
import { refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { currentTime } from "@/lib/clock";
import { findActor } from "./actor";
import { signIn } from "./sign-in";

const request = { id: "test", ip: null };
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "x".repeat(32);
  process.env.DEMO = "on";
  db = await testDatabase();
});
afterAll(() => db.close());

async function open(username: string) {
  const password = inject("testServer").demoPassword;
  const result = await signIn({ username, password }, request);
  if ("refusal" in result) throw new Error(result.refusal);
  return result.sessionId;
}

test("a person ends their other sign-ins: those are out at once, their own and everybody else's stay", async () => {
  const [first, second, kept] = [
    await open("ecology-official"),
    await open("ecology-official"),
    await open("ecology-official"),
  ];
  const neighbour = await open("ecology-head");
  const actor = await findActor(kept, request);
  if (!actor) throw new Error("The session is not there");
  const listed = await ownSessions(actor, new Date(0));
  expect(listed.map(({ id }) => id).sort()).toEqual([first, second, kept].sort());

  expect(await endOtherSessions(actor, kept, await currentTime())).toEqual({ count: 2 });
  expect(await findActor(first, request)).toBeNull();
  expect(await findActor(second, request)).toBeNull();
  expect(await findActor(kept, request)).not.toBeNull();
  expect(await findActor(neighbour, request)).not.toBeNull();
  expect((await ownSessions(actor, new Date(0))).map(({ id }) => id)).toEqual([kept]);

  expect(await endOtherSessions(actor, kept, await currentTime())).toEqual({ count: 0 });
  const events = await db.owner
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.type, "session.others_ended"));
  expect(events).toHaveLength(1);
});

test("each session is known again by its browser and address, ends by itself, and nobody else's does", async () => {
  const userAgent =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";
  const password = inject("testServer").demoPassword;
  const elsewhere = { id: "test", ip: "10.0.0.7", userAgent };
  const opened = await signIn({ username: "energy-official", password }, elsewhere);
  const kept = await open("energy-official");
  const neighbour = await open("energy-head");
  const actor = await findActor(kept, request);
  if (!actor || "refusal" in opened) throw new Error("The session is not there");
  const other = opened.sessionId;
  const [listed] = (await ownSessions(actor, new Date(0))).filter(({ id }) => id === other);
  expect(listed).toMatchObject({ device: "Chrome · Windows", address: "10.0.0.7" });

  const end = (sessionId: string) =>
    endOwnSession(actor, { key: randomUUID(), sessionId }, new Date());
  expect(await end(other)).toEqual({ count: 1 });
  expect(await end(other)).toEqual({ count: 0 });
  expect(await findActor(other, request)).toBeNull();
  expect(await refusalOf(end(neighbour))).toMatchObject({ code: "not_found" });
  expect(await findActor(neighbour, request)).not.toBeNull();
});
