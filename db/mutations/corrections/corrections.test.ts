import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { correctionsToConfirm, listCorrections } from "@/db/queries/corrections";
import { officeWaiting } from "@/db/queries/inbox/office";
import { publicCorrections, publicPlans, publicTasks } from "@/db/queries/public/public";
import { documents } from "@/db/schema/documents";
import { plans } from "@/db/schema/plans";
import { corrections } from "@/db/schema/registrations";
import { tasks } from "@/db/schema/tasks";
import * as draft from "@/db/testing/registrations.fixture";
import { now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import type { ProposeCorrectionInput } from "@/lib/domain/corrections";
import type { Actor } from "@/lib/domain/people/roles";
import { decideCorrection, proposeCorrection } from "./corrections";

const [then, today] = ["2024-06-12", "2024-06-13"];
const later = new Date(now.getTime() + 86_400_000);
let db: Awaited<ReturnType<typeof testDatabase>>;
let [supervisor, director]: Actor[] = [];
let made: Awaited<ReturnType<typeof draft.published>>;
beforeAll(async () => {
  db = await testDatabase();
  const world = await (await worldMaker(db.owner))(1);
  [supervisor, director] = [someone(world, "supervisor"), someone(world, "director")];
  made = await draft.published(supervisor, director, "更正", now);
});
afterAll(() => db.close());

const someoneHere = (who: Actor | undefined) => who ?? ({} as Actor);
const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const asked = (over: Partial<ProposeCorrectionInput>): ProposeCorrectionInput => ({
  ...{ key: randomUUID(), subject: "task", name: made.task.code, field: "title", wrong: "" },
  ...{ occurrence: 1, right: "工地全围挡", reason: "录入有误" },
  ...over,
});
const propose = (over: Partial<ProposeCorrectionInput>) =>
  proposeCorrection(someoneHere(director), asked(over), later);
const decide = (id: string, who = supervisor, decision: "confirm" | "decline" = "confirm") =>
  decideCorrection(someoneHere(who), { key: randomUUID(), id, version: 0, decision }, later);
const shownOn = async (day: string) => (await publicTasks(day, { planSlug: made.plan.slug }))[0];

test("a title is corrected by two people: a past day shows what it showed, and both wordings stay to be seen", async () => {
  expect(await codeOf(proposeCorrection(someoneHere(supervisor), asked({}), later))).toBe(
    "not_allowed",
  );
  const inOffice = async () => (await officeWaiting(someoneHere(supervisor), today)).count;
  const before = await inOffice();
  const { id } = await propose({});
  expect(await codeOf(propose({ right: "又一个" }))).toBe("correction_open");
  expect((await correctionsToConfirm(someoneHere(supervisor))).total).toBe(1);
  expect((await correctionsToConfirm(someoneHere(director))).total).toBe(0);
  // The number of an inbox is that of the list it leads to, and is counted at the inbox's head.
  for (const [who, waiting] of [
    [supervisor, [id]],
    [director, []],
  ] as const) {
    const list = { page: 1, onlyTheirs: true };
    const { rows, total } = await listCorrections(someoneHere(who), list);
    expect([rows.map((row) => row.id), total]).toEqual([waiting, waiting.length]);
  }
  expect(await inOffice()).toBe(before + 1);
  const all = await listCorrections(someoneHere(director), { page: 1, onlyTheirs: false });
  expect(all.total).toBe(1);
  expect(await codeOf(decide(id, director))).toBe("correction_own");
  await decide(id);
  expect(await codeOf(decide(id))).toBe("correction_decided");
  expect((await shownOn(today))?.title).toBe("工地全围挡");
  expect((await shownOn(then))?.title).toBe("工地围挡");
  expect(await publicCorrections({ code: made.task.code }, then)).toEqual([]);
  const log = await publicCorrections({ code: made.task.code }, today);
  expect(log).toEqual([
    {
      ...{ subject: "task", reason: "录入有误", on: today },
      changes: [{ field: "title", before: "工地围挡", after: "工地全围挡" }],
    },
  ]);
});

test("words of the text take the quotes along that hold them, and move those behind; the past day is whole", async () => {
  const before = await shownOn(then);
  const name = made.plan.slug;
  const of = {
    subject: "document",
    name,
    field: "text",
    wrong: "6月底前",
    right: "二○二四年7月底前",
  } as const;
  expect(await codeOf(propose({ ...of, wrong: "一、6月底" }))).toBe("correction_cuts_quote");
  const { id } = await propose(of);
  await decide(id);
  const now_ = await shownOn(today);
  expect(now_?.quote).toBe("二○二四年7月底前完成工地围挡");
  const [document] = await db.owner.select().from(documents).where(eq(documents.slug, name));
  expect(document?.text.slice(now_?.place.start, now_?.place.end)).toBe(now_?.quote);
  expect(await shownOn(then)).toMatchObject({ quote: before?.quote, place: before?.place });
  const head = { ...of, wrong: "关于", right: "关于切实", occurrence: 1 };
  await decide((await propose(head)).id);
  expect((await shownOn(today))?.place.start).toBe((now_?.place.start ?? 0) + 2);
  expect((await shownOn(then))?.place).toEqual(before?.place);
});

test("a date of the document is corrected with its baseline; the past day keeps the wrong one", async () => {
  await decide((await propose({ field: "dueOn", right: "2024-07-31" })).id);
  const deadlineOn = async (day: string) => (await shownOn(day))?.deadline;
  expect(await deadlineOn(today)).toMatchObject({
    dueOn: "2024-07-31",
    baselineDueOn: "2024-07-31",
  });
  expect(await deadlineOn(then)).toMatchObject({
    dueOn: "2024-06-30",
    baselineDueOn: "2024-06-30",
  });
});

test("a number and a plan's name are corrected, and what is declined changes nothing", async () => {
  const name = made.plan.slug;
  const number = {
    subject: "document",
    name,
    field: "documentNumber",
    right: "试政办〔2024〕11号",
  } as const;
  await decide((await propose(number)).id);
  await decide(
    (await propose({ subject: "plan", name, field: "title", right: "扬尘治理方案" })).id,
  );
  const declined = await propose({ subject: "plan", name, field: "summary", right: "别的" });
  await decide(declined.id, director, "decline");
  const planOn = async (day: string) => (await publicPlans(day)).find(({ slug }) => slug === name);
  expect(await planOn(today)).toMatchObject({
    ...{ title: "扬尘治理方案", documentNumber: "试政办〔2024〕11号", summary: "治理扬尘。" },
  });
  expect(await planOn(then)).toMatchObject({ title: "更正", documentNumber: "试政办〔2024〕1号" });
});

test("what has changed since it was proposed is not corrected", async () => {
  const of = { subject: "document", name: made.plan.slug, field: "text" } as const;
  const { id } = await propose({ subject: "task", field: "quote", right: "长期坚持道路清扫" });
  await decide((await propose({ ...of, wrong: "完成工地", right: "全部完成工地" })).id);
  expect(await codeOf(decide(id))).toBe("correction_changed");
});

test("the database lets the words change by nothing else", async () => {
  const app = database();
  const [refused, denied] = [{ cause: { code: "23514" } }, { cause: { code: "42501" } }];
  const { task, plan } = made;
  await expect(
    app.update(tasks).set({ title: "改" }).where(eq(tasks.id, task.id)),
  ).rejects.toMatchObject(denied);
  await expect(
    app
      .update(tasks)
      .set({ quoteStart: task.quoteStart + 1 })
      .where(eq(tasks.id, task.id)),
  ).rejects.toMatchObject(refused);
  await expect(
    app.update(plans).set({ title: "改" }).where(eq(plans.id, plan.id)),
  ).rejects.toMatchObject(refused);
  await expect(
    app.update(documents).set({ text: "改" }).where(eq(documents.id, plan.documentId)),
  ).rejects.toMatchObject(refused);
  const [row] = await db.owner.select().from(corrections).limit(1);
  if (!row) throw new Error("Nothing was corrected");
  const { id: _, sequence: _s, transactionId: _t, ...forged } = row;
  const alone = { ...forged, confirmedById: forged.proposedById };
  await expect(app.insert(corrections).values(alone)).rejects.toMatchObject(refused);
  const again = app.transaction(async (tx) => {
    await tx.insert(corrections).values(forged);
    await tx.update(tasks).set({ title: "改" }).where(eq(tasks.id, task.id));
  });
  await expect(again).rejects.toMatchObject(denied);
  const rewritten = db.owner.update(corrections).set({ reason: "改" }).where(sql`true`);
  await expect(rewritten).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("a title in English is words of the plan and the task, too: two people give it, and a past day had none", async () => {
  const [ofTask, ofPlan] = ["Fence off every building site", "Dust of building sites"];
  const give = async (subject: "task" | "plan", name: string, right: string) =>
    decide((await propose({ subject, name, field: "titleEn", right, reason: "补译名" })).id);
  await expect(
    database().update(tasks).set({ titleEn: ofTask }).where(eq(tasks.id, made.task.id)),
  ).rejects.toMatchObject({ cause: { code: "42501" } });
  await expect(
    database().update(plans).set({ titleEn: ofPlan }).where(eq(plans.id, made.plan.id)),
  ).rejects.toMatchObject({ cause: { code: "23514" } });
  await give("task", made.task.code, ofTask);
  await give("plan", made.plan.slug, ofPlan);
  expect(await shownOn(today)).toMatchObject({ titleEn: ofTask, plan: { titleEn: ofPlan } });
  expect(await shownOn(then)).toMatchObject({ titleEn: null, plan: { titleEn: null } });
  const planOn = async (day: string) =>
    (await publicPlans(day)).find(({ slug }) => slug === made.plan.slug)?.titleEn;
  expect([await planOn(today), await planOn(then)]).toEqual([ofPlan, null]);
});
