import { count, eq, isNotNull, ne } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import { contextIndicators, documents, excludedPassages, sourcePages } from "@/db/schema/documents";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { testDatabase } from "@/db/testing/test-database";

let test: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

describe("the page in the database", () => {
  it("has 119 tasks, 118 of them tracked, in six plans", async () => {
    expect(await database().$count(tasks)).toBe(119);
    expect(await database().$count(tasks, ne(tasks.kind, "principle"))).toBe(118);
    const perPlan = await database()
      .select({ slug: plans.slug, count: count() })
      .from(tasks)
      .innerJoin(plans, eq(plans.id, tasks.planId))
      .groupBy(plans.slug, plans.sortOrder)
      .orderBy(plans.sortOrder);
    expect(perPlan.map((plan) => `${plan.slug} ${plan.count}`).join(", ")).toBe(
      "air 49, central 53, safety 10, courier 3, child 3, fire 1",
    );
  });

  it("has every quote at its place in its document, and of the rest in the page", async () => {
    const inDocuments = await database()
      .select({
        quote: tasks.quote,
        start: tasks.quoteStart,
        end: tasks.quoteEnd,
        text: documents.text,
      })
      .from(tasks)
      .innerJoin(documents, eq(documents.id, tasks.documentId));
    const [page] = await database().select().from(sourcePages);
    const onPage = [
      ...(await database().select().from(excludedPassages)),
      ...(await database().select().from(contextIndicators)),
    ].map(({ quote, quoteStart, quoteEnd }) => {
      return { quote, start: quoteStart, end: quoteEnd, text: page?.text ?? "" };
    });
    expect(inDocuments.length + onPage.length).toBe(119 + 8 + 34);
    // The page's columns put line breaks into its sentences.
    const bare = (words: string) => words.replace(/\s+/gu, "");
    const misplaced = [...inDocuments, ...onPage].filter(
      ({ quote, text, start, end }) => bare(text.slice(start, end)) !== bare(quote),
    );
    expect(misplaced).toEqual([]);
  });

  it("opens the history of every task before anything else happens to it", async () => {
    const first = await database()
      .selectDistinctOn([auditEvents.taskId], {
        type: auditEvents.type,
        actorId: auditEvents.actorId,
      })
      .from(auditEvents)
      .where(isNotNull(auditEvents.taskId))
      .orderBy(auditEvents.taskId, auditEvents.recordedAt);
    expect(first).toHaveLength(119);
    for (const event of first) expect(event).toEqual({ type: "task.registered", actorId: null });
  });

  it("leaves a date open where the document gives none, and binds the ones it gives", async () => {
    const dated = await database()
      .select({ code: tasks.code, dueOn: tasks.baselineDueOn })
      .from(tasks)
      .where(eq(tasks.deadlineBasis, "source"))
      .orderBy(tasks.sortOrder);
    expect(dated).toEqual([
      { code: "AIR-00", dueOn: "2024-12-31" },
      { code: "CHI-01.1", dueOn: "2024-04-20" },
      { code: "CHI-01.2", dueOn: "2024-06-10" },
      { code: "FIRE-01", dueOn: "2024-03-25" },
    ]);
  });
});
