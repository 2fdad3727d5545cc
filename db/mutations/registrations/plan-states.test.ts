import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { newestChanges } from "@/db/queries/public/change-pages";
import { publicPlans, publicTasks } from "@/db/queries/public/public";
import { publicDocument } from "@/db/queries/public/public-documents";
import { listPlanStates, planState } from "@/db/queries/registrations/plan-states";
import { listRegistrations } from "@/db/queries/registrations/registrations";
import { plans } from "@/db/schema/plans";
import { registrations } from "@/db/schema/registrations";
import { tasks } from "@/db/schema/tasks";
import * as draft from "@/db/testing/registrations.fixture";
import { now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import { startRegistration } from "./drafts";
import { archivePlan, endPlan, proposeRegistration } from "./registrations";

const today = "2024-06-12";
const _canary = "金丝雀围挡";
let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let supervisor: Actor;
let director: Actor;
beforeAll(async () => {
  db = await testDatabase();
  world = await (await worldMaker(db.owner))(1);
  supervisor = someone(world, "supervisor");
  director = someone(world, "director");
});
afterAll(() => db.close());

const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const _anew = <Seen extends object>(seen: Seen) => ({ ...seen, key: randomUUID() });
const _put = (task: ReturnType<typeof draft.typedTask>) => ({ type: "put" as const, task });

async function _everythingPublic(): Promise<string> {
  const [shown, listed, changes] = await Promise.all([
    publicTasks(today),
    publicPlans(today),
    newestChanges(today, 500),
  ]);
  const read = await Promise.all(listed.map(({ documentSlug }) => publicDocument(documentSlug)));
  return JSON.stringify([shown, listed, changes, read]);
}

describe("the end of a plan", () => {
  test("comes when nothing is open; then nothing of it opens again, and it stays to be read", async () => {
    const { plan, task } = await draft.published(supervisor, director, "结束", now);
    const seen = () => ({ key: randomUUID(), slug: plan.slug, version: plan.version, note: "" });
    expect(await refusalOf(endPlan(director, seen(), now))).toMatchObject({
      code: "plan_tasks_open",
      params: { count: 1, codes: task.code },
    });
    const close = (status: "cancelled" | "unassigned") =>
      db.owner.transaction(async (tx) => {
        await tx
          .update(tasks)
          .set(
            status === "cancelled"
              ? { status, closedOn: today, leadDepartmentId: world.units.lead, assignedAt: now }
              : { status, closedOn: null, assignedAt: null },
          )
          .where(eq(tasks.id, task.id));
        await recordEvent(tx, null, { type: "task.cancelled", reason: "试验" }, { task }, now);
      });
    await close("cancelled");
    await endPlan(director, seen(), now);
    await expect(close("unassigned")).rejects.toMatchObject({ cause: { code: "23514" } });
    const adding = { key: randomUUID(), document: null, plan: null, planSlug: plan.slug };
    expect(await codeOf(startRegistration(supervisor, adding, now))).toBe("plan_over");
    await archivePlan(director, { ...seen(), version: plan.version + 1 }, now);
    const shown = (await publicPlans(today)).find(({ slug }) => slug === plan.slug);
    expect(shown?.archivedOn).toBe(today);
    expect(await publicTasks(today, { planSlug: plan.slug })).toHaveLength(1);
  });
});

describe("the database itself refuses", () => {
  const app = () => database();
  const refused = (code: string) => ({ cause: { code } });

  test("a registration confirmed by its only writer, by no director, or changed afterwards", async () => {
    const seen = await draft.draftOf(director, "库", [draft.typedTask()], now);
    const proposed = await proposeRegistration(director, seen, now);
    const { plan, task } = await draft.published(supervisor, director, "库二", now);
    const confirm = (byId: string) =>
      app()
        .update(registrations)
        .set({
          status: "confirmed",
          confirmedById: byId,
          confirmedAt: now,
          planId: plan.id,
          documentId: plan.documentId,
        })
        .where(eq(registrations.id, proposed.id));
    await expect(confirm(director.id)).rejects.toMatchObject(refused("23514"));
    await expect(confirm(supervisor.id)).rejects.toMatchObject(refused("23514"));
    const rewritten = app()
      .update(registrations)
      .set({ tasks: [] })
      .where(eq(registrations.id, task.registrationId ?? ""));
    await expect(rewritten).rejects.toMatchObject(refused("23514"));
  });

  test("a quote that its document does not say there, a plan without an event, and a plan unpublished", async () => {
    const { plan, task } = await draft.published(supervisor, director, "库三", now);
    const { id: _, code: _c, ...copied } = task;
    const misquoted = app().transaction(async (tx) => {
      const [made] = await tx
        .insert(tasks)
        .values({ ...copied, code: `${task.code}9`, quote: "别的话" })
        .returning();
      if (made) await recordEvent(tx, null, { type: "task.received" }, { task: made }, now);
    });
    // At the commit, so the error is the database's own.
    await expect(misquoted).rejects.toMatchObject({ code: "23514" });
    const { id: _i, ...another } = plan;
    const silent = app()
      .insert(plans)
      .values({ ...another, slug: "silent" });
    await expect(silent).rejects.toMatchObject(refused("23000"));
    const hidden = app().update(plans).set({ publishedAt: null }).where(eq(plans.id, plan.id));
    await expect(hidden).rejects.toMatchObject(refused("23514"));
  });
});

test("pages of registrations and plans hold twenty rows, however many there are", async () => {
  await db.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`insert into registrations (contributor_ids, plan, created_at, changed_at)
      select array[${supervisor.id}::uuid], jsonb_build_object('title', 'x', 'prefix', 'Q' || n), now(), now() from generate_series(1, 500) n`);
    await tx.execute(sql`insert into plans (slug, document_id, title, short_title, summary, sort_order)
      select 'many-' || n, (select id from documents limit 1), 'x', 'x', 'x', 1000 + n from generate_series(1, 500) n`);
  });
  const listed = await listRegistrations(supervisor, { page: 3, status: null });
  expect(listed.rows).toHaveLength(20);
  expect(listed.pages).toBeGreaterThan(25);
  const states = await listPlanStates(supervisor, 2);
  expect([states.rows.length, states.page]).toEqual([20, 2]);
  expect([listed.total > 500, states.total > 500]).toEqual([true, true]);
});

test("a plan's open tasks are read page by page, as many as the list of plans says", async () => {
  const { rows } = await listPlanStates(supervisor, 1);
  const largest = rows.toSorted((a, b) => b.open - a.open)[0];
  const pageOf = (page: number) => planState(supervisor, largest?.slug ?? "", page);
  const found = await pageOf(1);
  expect(found?.pages).toBeGreaterThan(1);
  const codes = new Set<string>();
  for (let page = 1; page <= (found?.pages ?? 0); page++)
    for (const { code } of (await pageOf(page))?.open ?? []) codes.add(code);
  expect([found?.openCount, codes.size]).toEqual([largest?.open, largest?.open]);
});
