import { PostgresJsSession } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import * as story from "@/db/testing/test-world-scenarios.fixture";

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
beforeAll(async () => {
  db = await testDatabase();
  world = await (await worldMaker(db.owner))(1);
});
afterAll(() => db.close());

type Statement = { sql: string; params: unknown[] };

/** What a change asks of the database, in order. */
async function statementsOf(change: () => Promise<unknown>): Promise<Statement[]> {
  const asked = vi.spyOn(PostgresJsSession.prototype, "prepareQuery");
  try {
    await change();
    return asked.mock.calls.map(([query]) => query);
  } finally {
    asked.mockRestore();
  }
}

/** What others may have, and is waited for. */
const waits = /for (?:no key )?update|for share|pg_advisory_xact_lock/i;
const looks = ({ params }: Statement) => params.includes("tell_of_gaps");

type Change = [name: string, change: () => Promise<unknown>];

/** Changes that gaps may come or go with, one after the other. */
const changes: Change[] = [
  ["a task is assigned", () => story.assign(world)],
  ["an objection is sent", () => story.send(world, "objection")],
];

test("the look for gaps, which is one job of everybody's, is queued when nothing is waited for any more", async () => {
  for (const [name, change] of changes) {
    const statements = await statementsOf(change);
    const last = statements.findLastIndex(({ sql }) => waits.test(sql));
    expect([name, last]).toEqual([name, expect.toSatisfy((at: number) => at > 0)]);
    expect([name, statements.findIndex(looks)]).toEqual([
      name,
      expect.toSatisfy((at: number) => at > last),
    ]);
  }
});
