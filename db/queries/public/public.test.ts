import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { readCast, readOpenSubmission } from "@/db/seed/demo-reads";
import { company, now, report, sendReport, takeOn } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import { publicPlans, publicTasks } from "./public";
import { publicDocument } from "./public-documents";
import { publicReports } from "./public-reports";

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
});
afterAll(() => db.close());

async function everythingPublic(): Promise<string> {
  const [tasks, plans] = await Promise.all([publicTasks(today), publicPlans(today)]);
  const reports = await Promise.all(tasks.map(({ code }) => publicReports(code, today)));
  const documents = await Promise.all(
    plans.map(({ documentSlug }) => publicDocument(documentSlug)),
  );
  return JSON.stringify([tasks, plans, reports, documents]);
}

test("a canary in a draft, a report in review, a return and its reason never comes out", async () => {
  const [admin, official] = [actor("system-admin"), actor("ecology-official")];
  await takeOn("AIR-10.1", { admin, official });
  const canary = `canary-${randomUUID()}`;
  const words = { ...report("AIR-10.1").content, progress: canary, problems: canary };
  const { key, ...draft } = report("AIR-10.1", { content: words });
  await saveDraft(official, draft, now);
  expect(await everythingPublic()).not.toContain(canary);

  const open = await readOpenSubmission("AIR-10.1");
  await submitDraft(official, { ...draft, key, version: open?.version ?? 0 }, now);
  expect(await everythingPublic()).not.toContain(canary);

  await takeOn("AIR-10.2", { admin, official });
  const seen = await sendReport("AIR-10.2", official);
  await decideSubmission(
    actor("ecology-head"),
    { ...seen, decision: "return", reason: canary },
    now,
  );
  expect(await everythingPublic()).not.toContain(canary);
});

test("nobody's name and no account is public", async () => {
  const everything = await everythingPublic();
  for (const { name, id } of (await readCast()).values()) {
    expect(everything).not.toContain(name);
    expect(everything).not.toContain(id);
  }
});

test("119 items in six plans are public, 118 of them tracked, ten measures with lead unit and light", async () => {
  const tasks = await publicTasks(today);
  expect(tasks).toHaveLength(119);
  expect(tasks.filter(({ isTracked }) => isTracked)).toHaveLength(118);
  expect(new Set(tasks.map(({ plan }) => plan.slug)).size).toBe(6);
  const measures = await publicTasks(today, { planSlug: "air" });
  const ten = measures.filter(({ kind }) => kind === "measure");
  expect(ten).toHaveLength(10);
  for (const { lead, health } of ten) expect([lead, health.light]).not.toContain(null);
});
