import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { endOtherSessions } from "@/db/mutations/people/sessions";
import { countOtherSessions } from "@/db/queries/people/people";
import { auditEvents } from "@/db/schema/audit";
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
  expect(await countOtherSessions(actor, kept, new Date(0))).toBe(2);

  expect(await endOtherSessions(actor, kept, await currentTime())).toEqual({ count: 2 });
  expect(await findActor(first, request)).toBeNull();
  expect(await findActor(second, request)).toBeNull();
  expect(await findActor(kept, request)).not.toBeNull();
  expect(await findActor(neighbour, request)).not.toBeNull();
  expect(await countOtherSessions(actor, kept, new Date(0))).toBe(0);

  expect(await endOtherSessions(actor, kept, await currentTime())).toEqual({ count: 0 });
  const events = await db.owner
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.type, "session.others_ended"));
  expect(events).toHaveLength(1);
});
