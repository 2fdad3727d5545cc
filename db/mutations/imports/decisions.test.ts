import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { candidatesOf, importSections, listCandidates } from "@/db/queries/imports/candidates";
import { importPreview } from "@/db/queries/imports/preview";
import { importText, paragraphsAround } from "@/db/queries/imports/stretch";
import * as draft from "@/db/testing/imports/imports.fixture";
import { now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import { confirmSure, decideCandidates } from "./decisions";
import { editCandidate, mergeCandidates } from "./edits";
import { splitCandidate } from "./splits";

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let supervisor: Actor;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  world = await (await worldMaker(db.owner))(1);
  supervisor = someone(world, "supervisor");
});
afterAll(() => db.close());

const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const press = (id: string) => ({ key: randomUUID(), id });
const decide = async (id: string, positions: number[], decision: "confirm" | "reject" | "undo") => {
  const candidates = await Promise.all(
    positions.map(async (each) => (await draft.candidateAt(id, each)).seen),
  );
  return decideCandidates(supervisor, { ...press(id), candidates, decision }, now);
};
const states = async (id: string) => (await draft.candidatesOf(id)).map(({ state }) => state);

describe("deciding on proposals", () => {
  test("confirm, reject and undo; a stale page and a second press change nothing, nor does who may not", async () => {
    const id = await draft.readOne(supervisor);
    const { seen } = await draft.candidateAt(id, 0);
    const input = { ...press(id), candidates: [seen], decision: "confirm" as const };
    const twice = () => decideCandidates(supervisor, input, now);
    expect(await Promise.all([twice(), twice()])).toEqual([{ count: 1 }, { count: 1 }]);
    const stale = { ...input, key: randomUUID() };
    expect(await codeOf(decideCandidates(supervisor, stale, now))).toBe("import_changed");
    const official = someone(world, "official");
    expect(await codeOf(decideCandidates(official, stale, now))).toBe("not_allowed");
    expect(await codeOf(decide(id, [0], "confirm"))).toBe("import_decided");
    await decide(id, [1, 2], "reject");
    expect(await states(id)).toEqual(["confirmed", "rejected", "rejected"]);
    const [row] = await draft.candidatesOf(id);
    expect(row).toMatchObject({ decidedById: supervisor.id, decidedAt: now });
    await decide(id, [0, 1, 2], "undo");
    expect(await states(id)).toEqual(["proposed", "proposed", "proposed"]);
  });

  test("a proposal of another import is not there", async () => {
    const [id, other] = [await draft.readOne(supervisor), await draft.readOne(supervisor)];
    const { seen } = await draft.candidateAt(other, 0);
    const input = { ...press(id), candidates: [seen], decision: "confirm" as const };
    expect(await codeOf(decideCandidates(supervisor, input, now))).toBe("not_found");
  });

  test("all that is sure in a section, if it is as much as the page said", async () => {
    const id = await draft.readOne(supervisor);
    const [first] = await importSections(supervisor, id);
    expect(first).toMatchObject({ title: "一、严控工地", count: 2, left: 2, sure: 1 });
    const input = { ...press(id), section: first?.section ?? null, count: 1 };
    const wrong = { ...input, key: randomUUID(), count: 2 };
    expect(await codeOf(confirmSure(supervisor, wrong, now))).toBe("import_changed");
    await confirmSure(supervisor, input, now);
    expect(await states(id)).toEqual(["confirmed", "proposed", "proposed"]);
  });

  test("an edit stands beside what was proposed; what a draft refuses and what is below itself is refused", async () => {
    const id = await draft.readOne(supervisor);
    const edit = async (
      position: number,
      edited: Parameters<typeof editCandidate>[1]["edited"],
    ) => {
      const { seen } = await draft.candidateAt(id, position);
      return editCandidate(supervisor, { ...press(id), candidate: seen, edited }, now);
    };
    const before = (await draft.candidateAt(id, 0)).row;
    const deadline = draft.dueInJuly;
    await edit(0, { title: "工地围挡", leadId: world.units.other, deadline });
    const { row } = await draft.candidateAt(id, 0);
    expect(row).toMatchObject({ state: "edited", titleStart: before.titleStart });
    const preview = await importPreview(supervisor, id);
    expect(preview?.tasks[0]).toMatchObject({
      ...{ title: "工地围挡", leadId: world.units.other, dueOn: "2024-07-31" },
      ...{ ownerVerbatim: "省生态环境厅", deadlineVerbatim: "6月底前" },
      ...{ byHand: ["owner", "deadline"] },
    });
    expect(preview?.tasks[1]).toMatchObject({ dueOn: "2024-12-31", byHand: [] });
    const late = { ...deadline, windowStart: "2024-08-01" };
    expect(await codeOf(edit(1, { deadline: late }))).toBe("window_after_deadline");
    expect(await codeOf(edit(1, { title: "电话13800138000" }))).toBe("personal_data");
    await edit(1, { parentId: row.id });
    expect(await codeOf(edit(0, { parentId: (await draft.candidateAt(id, 1)).row.id }))).toBe(
      "import_parent_below",
    );
    expect((await importPreview(supervisor, id))?.tasks.map(({ depth }) => depth)).toEqual([
      0, 1, 0,
    ]);
  });

  test("merged proposals are one task with the quotes of all", async () => {
    const id = await draft.readOne(supervisor);
    const [into, other] = [await draft.candidateAt(id, 0), await draft.candidateAt(id, 1)];
    const input = { ...press(id), into: into.seen, candidates: [other.seen] };
    await mergeCandidates(supervisor, input, now);
    expect(await states(id)).toEqual(["edited", "merged", "proposed"]);
    const { row } = await draft.candidateAt(id, 0);
    expect(row.edited?.quotes).toEqual([...into.row.quotes, ...other.row.quotes]);
    expect((await importPreview(supervisor, id))?.tasks).toHaveLength(2);
    await decide(id, [1], "undo");
    expect(await states(id)).toEqual(["edited", "proposed", "proposed"]);
    expect((await draft.candidateAt(id, 0)).row.edited?.quotes).toEqual(into.row.quotes);
    const seen = (position: number) => draft.candidateAt(id, position).then((each) => each.seen);
    const again = { ...press(id), into: await seen(0), candidates: [await seen(1)] };
    await mergeCandidates(supervisor, again, now);
    await decide(id, [0], "undo");
    expect(await states(id)).toEqual(["proposed", "proposed", "proposed"]);
  });

  test("a split gives the second part its words, to decide on its own, and is taken back while nobody has", async () => {
    const id = await draft.readOne(supervisor);
    const { seen, row } = await draft.candidateAt(id, 1);
    const [{ start, end }] = row.quotes;
    const split = (at: number) =>
      splitCandidate(supervisor, { ...press(id), candidate: seen, at }, now);
    expect(await codeOf(split(end))).toBe("import_split_place");
    await split(start + 5);
    const { text } = draft.documentOf();
    const [, first, second, third] = await draft.candidatesOf(id);
    expect(first?.edited?.quotes?.map((each) => text.slice(each.start, each.end))).toEqual([
      "清扫道路，",
    ]);
    const said = second?.quotes.map((each) => text.slice(each.start, each.end));
    expect(said).toEqual(["年底前全覆盖；洒水降尘。"]);
    expect(text.slice(second?.titleStart, second?.titleEnd)).toBe("年底前全覆盖");
    expect(third?.path).toBe("二");
    const { rows } = await listCandidates(supervisor, id, { page: 1 });
    expect(rows.map(({ deadlines }) => deadlines.length)).toEqual([1, 0, 1, 1]);
    await decide(id, [2], "confirm");
    expect(await codeOf(decide(id, [1], "undo"))).toBe("import_parts_decided");
    await decide(id, [2], "undo");
    await decide(id, [1], "undo");
    expect(await states(id)).toEqual(["proposed", "proposed", "proposed"]);
    const again = await listCandidates(supervisor, id, { page: 1 });
    expect(again.rows.map(({ deadlines }) => deadlines.length)).toEqual([1, 1, 1]);
  });
});

test("before anybody has said anything, a preview names just the facts that the document lacks", async () => {
  const id = await draft.readOne(supervisor);
  expect((await importPreview(supervisor, id))?.missingFacts).toEqual(["issuer", "publishedOn"]);
});

test("a list opens at the page on which a proposal stands", async () => {
  const id = await draft.readOne(supervisor);
  const { row } = await draft.candidateAt(id, 2);
  const asked = { page: 9, around: row.id };
  expect(await listCandidates(supervisor, id, asked)).toMatchObject({ page: 1, total: 3 });
  const elsewhere = { ...asked, around: randomUUID() };
  expect(await listCandidates(supervisor, id, elsewhere)).toMatchObject({ page: 1 });
  expect(await candidatesOf(supervisor, id, [row.id])).toMatchObject([{ id: row.id }]);
  expect(await candidatesOf(someone(world, "official"), id, [row.id])).toEqual([]);
});

test("beside a list stand the paragraphs that it quotes, and none beside an empty one", async () => {
  const id = await draft.readOne(supervisor);
  const { rows } = await listCandidates(supervisor, id, { page: 1, state: "merged" });
  expect(rows).toEqual([]);
  expect(await paragraphsAround(supervisor, id, [])).toEqual([]);
  const text = (await importText(supervisor, id)) ?? "";
  const { row } = await draft.candidateAt(id, 0);
  const said = async (actor: Actor) =>
    (await paragraphsAround(actor, id, row.quotes)).map(({ start, end }) => text.slice(start, end));
  expect(await said(supervisor)).toEqual([draft.lines[3]]);
  expect(await said(someone(world, "official"))).toEqual([]);
  expect(await importText(someone(world, "official"), id)).toBeNull();
});

test("the lists are as long as their counts", async () => {
  const id = await draft.readOne(supervisor);
  const all = await listCandidates(supervisor, id, { page: 1 });
  expect(all.rows).toHaveLength(all.total);
  expect(all.rows[0]).toMatchObject({
    title: "完成工地围挡",
    owners: [
      { words: "省生态环境厅", unit: "省生态环境厅", find: "name" },
      { words: "省能源局", role: "cooperating" },
    ],
    deadlines: [{ text: "6月底前", end: "2024-06-30" }],
  });
  const sure = await listCandidates(supervisor, id, { page: 1, certainty: "sure" });
  expect([sure.total, sure.rows.length]).toEqual([1, 1]);
});
