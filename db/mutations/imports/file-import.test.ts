import { randomUUID } from "node:crypto";
import { and, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { announce } from "@/db/mutations/notifications/announce";
import { editTasks, removeRegistration } from "@/db/mutations/registrations/drafts";
import {
  confirmRegistration,
  proposeRegistration,
} from "@/db/mutations/registrations/registrations";
import { editionChanges } from "@/db/queries/imports/editions";
import { importDetail } from "@/db/queries/imports/imports";
import { publicPlans } from "@/db/queries/public/public";
import { registrationDetail } from "@/db/queries/registrations/registrations";
import { documents } from "@/db/schema/documents";
import { imports } from "@/db/schema/imports";
import { notifications, outbox } from "@/db/schema/notifications";
import { users } from "@/db/schema/people";
import { registrations } from "@/db/schema/registrations";
import { tasks } from "@/db/schema/tasks";
import * as draft from "@/db/testing/imports/imports.fixture";
import { planNamed, typedTask } from "@/db/testing/registrations.fixture";
import { now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import type { FileImportInput } from "@/lib/domain/imports/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { decideCandidates } from "./decisions";
import { decideChange } from "./edition-changes";
import { editCandidate } from "./edits";
import { fileImport } from "./file-import";
import { correctFacts } from "./imports";

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let supervisor: Actor;
let director: Actor;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  world = await (await worldMaker(db.owner))(1);
  supervisor = someone(world, "supervisor");
  director = someone(world, "director");
});
afterAll(() => db.close());

const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const anew = <Seen extends object>(seen: Seen) => ({ ...seen, key: randomUUID() });

async function readyToFile(document = draft.documentOf(), editionOf?: string) {
  const id = await draft.readOne(supervisor, document, editionOf);
  await correctFacts(supervisor, { ...(await draft.seenImport(id)), facts: draft.facts }, now);
  return id;
}
const filing = async (
  id: string,
  over: Partial<FileImportInput> = {},
): Promise<FileImportInput> => ({
  ...(await draft.seenImport(id)),
  ...{ left: 3, plan: planNamed("扬尘"), planSlug: null },
  ...over,
});
const file = async (id: string, over: Partial<FileImportInput> = {}) =>
  fileImport(supervisor, await filing(id, over), now);
const confirm = async (registrationId: string) => {
  const seen = { id: registrationId, version: 0 };
  const proposed = await proposeRegistration(supervisor, anew(seen), now);
  return confirmRegistration(director, anew(proposed), now);
};
const tasksOf = (registrationId: string) =>
  database()
    .select()
    .from(tasks)
    .where(eq(tasks.registrationId, registrationId))
    .orderBy(tasks.sortOrder);

/** What people have been told of a task once all that is posted is announced, and whose people. */
async function toldOf(code: string) {
  for (const { id } of await database().select({ id: outbox.id }).from(outbox))
    await announce(id, now);
  const told = await database()
    .select({ sentence: notifications.sentence, unit: users.departmentId })
    .from(notifications)
    .innerJoin(tasks, eq(tasks.id, notifications.taskId))
    .innerJoin(users, eq(users.id, notifications.userId))
    .where(and(eq(tasks.code, code), like(notifications.sentence, "task_edition%")));
  const seen = (key: "sentence" | "unit") => [...new Set(told.map((each) => each[key]))];
  return { sentences: seen("sentence"), units: seen("unit") };
}

describe("an import becomes a draft", () => {
  test("with its text sign for sign and a task for each proposal, of which nothing is public; then its tasks lead back", async () => {
    const id = await readyToFile();
    const deadline = draft.dueInJuly;
    const { seen } = await draft.candidateAt(id, 1);
    const edited = { leadId: world.units.other, deadline };
    await editCandidate(supervisor, { key: randomUUID(), id, candidate: seen, edited }, now);
    const before = (await publicPlans("2024-06-12")).length;
    const { id: registrationId } = await file(id, { left: 2 });
    const made = await registrationDetail(supervisor, registrationId);
    expect(made).toMatchObject({ status: "draft", text: draft.documentOf().text });
    expect(made?.tasks.map(({ title }) => title)).toEqual(["完成工地围挡", "清扫道路", "建立台账"]);
    expect(await importDetail(supervisor, id)).toMatchObject({
      ...{ state: "confirmed", registrationId, counts: { confirmed: 2, edited: 1, proposed: 0 } },
    });
    expect((await publicPlans("2024-06-12")).length).toBe(before);

    await confirm(registrationId);
    const rows = await tasksOf(registrationId);
    const [document] = await database()
      .select()
      .from(documents)
      .where(eq(documents.id, rows[0]?.documentId ?? ""));
    const { text } = draft.documentOf();
    expect(document?.text).toBe(text);
    for (const { quote, quoteStart, quoteEnd } of rows)
      expect(text.slice(quoteStart, quoteEnd)).toBe(quote);
    expect(rows.map((row) => [row.ownerBasis, row.deadlineBasis, row.dueOn])).toEqual([
      ["source", "source", "2024-06-30"],
      ["proposed", "assigned", "2024-07-31"],
      [null, null, null],
    ]);
    expect(rows[1]).toMatchObject({ ownerVerbatim: "省交通运输厅", deadlineVerbatim: "年底前" });
  });

  test("what a person gave stays theirs when the task is edited in the draft", async () => {
    const id = await readyToFile();
    const { seen } = await draft.candidateAt(id, 0);
    const edited = { leadId: world.units.other };
    await editCandidate(supervisor, { key: randomUUID(), id, candidate: seen, edited }, now);
    const { id: registrationId } = await file(id, { left: 2 });
    const made = await registrationDetail(supervisor, registrationId);
    const task = typedTask({
      ...{ uid: made?.tasks[0]?.uid ?? "", title: "围挡", quote: "6月底前完成工地围挡。" },
      ...{ ownerVerbatim: "省生态环境厅", lead: "省能源局" },
    });
    const seenDraft = { id: registrationId, version: 0 };
    await editTasks(supervisor, anew({ ...seenDraft, edit: { type: "put", task } }), now);
    const [after] = (await registrationDetail(supervisor, registrationId))?.tasks ?? [];
    expect(after).toMatchObject({ title: "围挡", byHand: ["owner"] });
  });

  test("once, in one transaction or not at all", async () => {
    const id = await readyToFile();
    const count = () => database().$count(registrations);
    const before = await count();
    expect(await codeOf(file(id, { left: 2 }))).toBe("import_changed");
    const taken = planNamed("占用", "AIR");
    expect(await codeOf(file(id, { plan: taken }))).toBe("prefix_taken");
    const stale = { ...(await filing(id)), version: 0 };
    expect(await codeOf(fileImport(supervisor, stale, now))).toBe("import_changed");
    const official = someone(world, "official");
    expect(await codeOf(fileImport(official, await filing(id), now))).toBe("not_allowed");
    expect(await count()).toBe(before);
    const states = (await draft.candidatesOf(id)).map(({ state }) => state);
    expect(states).toEqual(["proposed", "proposed", "proposed"]);

    const input = await filing(id);
    const rivals = await Promise.all([
      codeOf(fileImport(supervisor, input, now)),
      codeOf(fileImport(director, { ...input, key: randomUUID() }, now)),
    ]);
    expect(rivals.sort()).toEqual(["done", "import_changed"]);
    expect(await count()).toBe(before + 1);
    expect(await codeOf(file(id, { left: 0 }))).toBe("import_wrong_state");
  });

  test("not without its facts, without a task, or with one that a draft refuses", async () => {
    const id = await draft.readOne(supervisor);
    expect(await codeOf(file(id))).toBe("import_fact_required");
    const other = await readyToFile();
    const candidates = (await draft.candidatesOf(other)).map(({ id: each, version }) => ({
      ...{ id: each, version },
    }));
    const rejecting = { key: randomUUID(), id: other, candidates, decision: "reject" as const };
    await decideCandidates(supervisor, rejecting, now);
    expect(await codeOf(file(other, { left: 0 }))).toBe("registration_empty");
    const third = await readyToFile();
    const { seen, row } = await draft.candidateAt(third, 1);
    const edited = { parentId: (await draft.candidateAt(third, 0)).row.id };
    await editCandidate(supervisor, { key: randomUUID(), id: third, candidate: seen, edited }, now);
    expect(row.state).toBe("proposed");
    expect(await codeOf(file(third, { left: 2 }))).toBe("registration_task_wrong");
  });

  test("again, when the draft that came of it was removed", async () => {
    const id = await readyToFile();
    const { id: registrationId } = await file(id);
    await removeRegistration(supervisor, anew({ id: registrationId, version: 0 }), now);
    expect(await importDetail(supervisor, id)).toMatchObject({ registrationId: null });
    expect(await codeOf(file(id, { left: 0 }))).toBe("done");
  });
});

describe("a second edition", () => {
  test("proposes what is new in it, and asks about each task whose clause it changes; the tasks stay as they are", async () => {
    const first = await readyToFile();
    const { id: registrationId } = await file(first);
    await confirm(registrationId);
    const changed = [
      ...draft.lines.map((line) => line.replace("6月底前完成", "9月底前完成")),
      "（四）加强宣传。",
    ];
    const second = await readyToFile(draft.documentOf(changed), first);
    const states = (await draft.candidatesOf(second)).map(({ state }) => state);
    expect(states).toEqual(["known", "known", "proposed"]);
    const found = await editionChanges(supervisor, second, 1);
    expect(found?.counts).toEqual({ kept: 6, moved: 0, changed: 1, gone: 0, new: 1 });
    const [change] = found?.rows ?? [];
    const before = await tasksOf(registrationId);
    expect(change).toMatchObject({ change: "changed", tasks: [{ code: before[0]?.code }] });
    expect([found?.concerned, found?.left]).toEqual([1, 1]);

    const decide = (code: string) =>
      decideChange(
        supervisor,
        { key: randomUUID(), id: second, code, decision: "adjust", note: "时限改了" },
        now,
      );
    expect(await codeOf(decide(before[1]?.code ?? ""))).toBe("not_found");
    await decide(before[0]?.code ?? "");
    expect((await editionChanges(supervisor, second, 1))?.left).toBe(0);
    expect(await tasksOf(registrationId)).toEqual(before);
    expect(await toldOf(before[0]?.code ?? "")).toEqual({
      sentences: ["task_edition_adjust"],
      units: [before[0]?.leadDepartmentId],
    });
    expect(await database().$count(imports, eq(imports.editionOfId, first))).toBe(1);

    const planSlug = found?.planSlug ?? null;
    const { id: supplement } = await file(second, { left: 1, plan: null, planSlug });
    const made = await registrationDetail(supervisor, supplement);
    expect(made).toMatchObject({ planSlug, tasks: [{ title: "加强宣传" }] });
    expect(made?.codes).toEqual([before[0]?.code.replace("-01", "-04")]);
  });
});
