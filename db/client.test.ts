import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { database } from "./client";

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

// Without patches/postgres+3.4.9.patch the process dies here of an uncaught exception (porsager/postgres #1066, #1154).
test("a backend that dies inside a transaction fails that transaction and nothing else", async () => {
  const doomed = Array.from({ length: 5 }, () =>
    database().transaction(async (tx) => {
      const [backend] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await db.superuser.execute(sql`select pg_terminate_backend(${backend?.pid})`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await tx.execute(sql`select 1`);
    }),
  );
  const outcomes = await Promise.allSettled(doomed);
  expect(outcomes.map(({ status }) => status)).toEqual(Array(5).fill("rejected"));
  expect(await database().execute(sql`select 1 as alive`)).toEqual([{ alive: 1 }]);
});
