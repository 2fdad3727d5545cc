import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { database } from "./client";
import { tasks } from "./schema/tasks";

// What the database itself refuses, whoever asks: db/migrations/0001_guards.sql.

const insufficientPrivilege = "42501";
const checkViolation = "23514";
const integrityViolation = "23000";

let test: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const appendOnly = [
  "audit_events",
  "revisions",
  "review_decisions",
  "published_reports",
  "answered_requests",
];
const changes = (table: string) => {
  const column = table === "answered_requests" ? "answer" : "id";
  return [
    `update ${table} set ${column} = ${column}`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
  ].map((statement) => sql.raw(statement));
};

describe.each(appendOnly)("%s", (table) => {
  it("cannot be changed, emptied or truncated by the app's role", async () => {
    for (const change of changes(table))
      await expect(database().execute(change)).rejects.toMatchObject({
        cause: {
          code: insufficientPrivilege,
          message: expect.stringContaining("permission denied"),
        },
      });
  });

  it("is kept from the owner too, by triggers", async () => {
    for (const change of changes(table))
      await expect(test.owner.execute(change)).rejects.toMatchObject({
        cause: { code: insufficientPrivilege, message: expect.stringContaining("append-only") },
      });
  });
});

describe("a task", () => {
  const set = (values: Partial<typeof tasks.$inferInsert>) =>
    test.owner.update(tasks).set(values).where(eq(tasks.code, "FIRE-01"));

  it("keeps its baseline", async () => {
    await expect(set({ baselineDueOn: "2024-03-26" })).rejects.toMatchObject({
      cause: { code: checkViolation },
    });
    await expect(set({ baselineDueOn: null })).rejects.toMatchObject({
      cause: { code: checkViolation },
    });
  });

  it.each([{ quote: "另一句话" }, { quoteStart: 0 }, { deadlineVerbatim: "年底前" }])(
    "keeps what the document says of it: %o",
    async (values) => {
      await expect(set(values)).rejects.toMatchObject({ cause: { code: checkViolation } });
    },
  );

  it("cannot be moved without an event: the COMMIT fails", async () => {
    const counted = database().transaction((tx) =>
      tx.update(tasks).set({ version: 99 }).where(eq(tasks.code, "AIR-09")),
    );
    await expect(counted).rejects.toMatchObject({ code: integrityViolation });
    expect(await database().$count(tasks, eq(tasks.version, 99))).toBe(0);
  });

  it("is only in part the app's to write", async () => {
    const retitled = database()
      .update(tasks)
      .set({ title: "新标题" })
      .where(eq(tasks.code, "AIR-09"));
    await expect(retitled).rejects.toMatchObject({ cause: { code: insufficientPrivilege } });
  });
});
