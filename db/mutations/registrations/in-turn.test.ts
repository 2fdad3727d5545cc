import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { spendOwn } from "@/db/mutations/budgets";
import { holdGaps, recordEvent } from "@/db/mutations/record-event";
import { checkKeptCounts } from "@/db/testing/kept/kept-counts.fixture";
import * as draft from "@/db/testing/registrations.fixture";
import { now } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import { publishRegistration } from "./registrations";

// Whoever writes how tasks stand has turns with everybody who does: it is the last thing that they wait for.

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
beforeAll(async () => {
  db = await testDatabase();
  world = await (await worldMaker(db.owner))(1);
});
afterAll(() => db.close());

test("whoever publishes has their turn before they take what another in turn may ask for", async () => {
  const [supervisor, director] = [someone(world, "supervisor"), someone(world, "director")];
  const seen = await draft.confirmed(supervisor, director, "轮流", now);
  let published: Promise<unknown> = Promise.resolve();
  await database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('kept_counts', 0))`);
    published = publishRegistration(director, seen, now);
    await waitingInTurn();
    await spendOwn(tx, director, "change", {});
  });
  await published;
  await checkKeptCounts();
});

test("a part of a transaction holds the look for gaps back as the whole does", async () => {
  const director = someone(world, "director");
  const account = { id: director.id, name: director.name, username: "x" };
  const event = { type: "role.granted", account, role: "official", branch: null } as const;
  const asked = await database().transaction(async (tx) => {
    holdGaps(tx);
    await tx.transaction(async (inner) => {
      holdGaps(inner, tx);
      await recordEvent(inner, director, event, {}, now);
    });
    // Only who changed a row of the queue has locked it.
    return db.superuser.execute(
      sql`select 1 from graphile_worker._private_jobs where key = 'tell_of_gaps' for update nowait`,
    );
  });
  expect(asked.length).toBeLessThanOrEqual(1);
});

async function waitingInTurn() {
  const isTurn = sql`locktype = 'advisory' and not granted
    and ((classid::bigint << 32) | objid::bigint) = hashtextextended('kept_counts', 0)`;
  await expect
    .poll(
      async () => (await db.superuser.execute(sql`select from pg_locks where ${isTurn}`)).length,
    )
    .toBeGreaterThan(0);
}
