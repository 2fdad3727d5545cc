import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { instructionHandlings, instructions } from "@/db/schema/instructions";
import { now } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import type { Role } from "@/lib/domain/people/roles";
import { writeInstruction } from "./instructions";
import { recordEvent } from "./record-event";

// What the database itself refuses of a leader's instructions, whoever asks.

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

function write(world: World) {
  const about = { key: randomUUID(), code: world.code, planSlug: null, dueOn: null };
  const words = { addressee: "office" as const, text: "请阅。", sharesWords: false };
  return writeInstruction(someone(world, "leader"), { ...about, ...words }, now);
}
const codeThrown = async (promise: Promise<unknown>) => {
  try {
    await promise;
    return "done";
  } catch (error) {
    // What a transaction is refused at its commit comes as it is.
    const thrown = error as { code?: string; cause?: { code: string } };
    return thrown.cause?.code ?? thrown.code ?? "?";
  }
};

test("the database changes and deletes nothing of it, not even for the owner", async () => {
  const { id } = await write(await makeWorld(1));
  for (const statement of [
    sql`update instructions set text = 'x' where id = ${id}`,
    sql`delete from instructions where id = ${id}`,
    sql`delete from instruction_handlings`,
    sql`truncate instructions cascade`,
  ])
    expect(await codeThrown(db.owner.execute(statement))).toBe("42501");
});

test("the database takes it from leaders alone, and never without an event", async () => {
  const world = await makeWorld(1);
  const row = (authorId: string) => ({
    ...{ authorId, addressee: "office" as const, text: "x", sharesWords: false },
    writtenAt: now,
  });
  const insert = (role: Role, hasEvent: boolean) =>
    codeThrown(
      database().transaction(async (tx) => {
        const author = someone(world, role);
        const [written] = await tx.insert(instructions).values(row(author.id)).returning();
        if (!hasEvent || !written) return;
        const event = { instructionId: written.id, addressee: "office" } as const;
        await recordEvent(tx, author, { type: "instruction.written", ...event }, {}, now);
      }),
    );
  expect(await insert("director", true)).toBe("23514");
  expect(await insert("leader", false)).toBe("23000");
  expect(await insert("leader", true)).toBe("done");
  const { id } = await write(world);
  const handled = database()
    .insert(instructionHandlings)
    .values({
      ...{ instructionId: id, outcome: "noted" as const, words: "x", handledAt: now },
      handledById: someone(world, "director").id,
    });
  expect(await codeThrown(handled)).toBe("23000");
});
