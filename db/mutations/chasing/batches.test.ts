import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { morningOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { remindEverybody } from "./remind";

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
});
afterAll(() => db.close());

test("read in small parts a run tells the same, one message a person", async () => {
  const day = morningOf("2024-07-15");
  const tellings = async (size?: number) => {
    const undo = new Error("undo");
    let told: unknown;
    const run = database().transaction.bind(database());
    const spy = vi.spyOn(database(), "transaction").mockImplementationOnce((work) =>
      run(async (tx) => {
        await work(tx);
        const said =
          await tx.execute(sql`select user_id, sentence, task_id, params from notifications
          where created_at = ${day.toISOString()}::timestamptz order by user_id, sentence, task_id, params::text`);
        told = [...said];
        throw undo;
      }),
    );
    await expect(remindEverybody(day, size)).rejects.toBe(undo);
    spy.mockRestore();
    return told;
  };
  const whole = await tellings();
  expect((whole as unknown[]).length).toBeGreaterThan(20);
  expect(await tellings(7)).toEqual(whole);
});
