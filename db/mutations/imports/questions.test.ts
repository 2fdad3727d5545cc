import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { importPreview } from "@/db/queries/imports/preview";
import { candidateQuestionsOf, unitQuestions } from "@/db/queries/imports/questions";
import { unknownUnits } from "@/db/queries/imports/unknown-units";
import { candidateDeadlines, candidateOwners } from "@/db/schema/import-candidates";
import * as draft from "@/db/testing/imports/imports.fixture";
import { now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import { editCandidate } from "./edits";
import { answerQuestion, resolveOwner } from "./questions";

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

describe("questions", () => {
  test("are as many as their lists have rows, and none is left when all are answered", async () => {
    const id = await draft.readOne(supervisor);
    const counted = async () => (await importPreview(supervisor, id))?.questions;
    expect(await counted()).toEqual({
      ...{ unit_unknown: 1, unit_ambiguous: 0, leads_several: 1, open_ended: 1 },
      ...{ deadline_unanchored: 1, total: 4 },
    });
    const units = await unitQuestions(supervisor, id, 1);
    expect(units).toMatchObject({ total: 1, rows: [{ words: "省扬尘办", count: 1, choices: [] }] });
    expect(units.rows[0]?.naming).toMatchObject([{ title: "建立台账" }]);
    const asked = await candidateQuestionsOf(supervisor, id, 1);
    expect(asked.rows.map(({ question }) => question)).toEqual([
      ...["leads_several", "deadline_unanchored", "open_ended"],
    ]);
    expect(asked.total).toBe(3);

    const resolve = (unitCode: string | null, words = "省扬尘办") =>
      resolveOwner(supervisor, { ...press(id), words, unitCode }, now);
    expect(await codeOf(resolve("nobody"))).toBe("unit_unknown");
    expect(await codeOf(resolve("ecology", "省无此办"))).toBe("not_found");
    await resolve("ecology");
    const answer = async (position: number, over: object) => {
      const { seen } = await draft.candidateAt(id, position);
      const input = { ...press(id), candidate: seen, leadId: null, deadline: null, ...over };
      return answerQuestion(supervisor, input as Parameters<typeof answerQuestion>[1], now);
    };
    await answer(1, { question: "leads_several", leadId: world.units.cooperating });
    await answer(2, { question: "open_ended" });
    await answer(2, { question: "deadline_unanchored", deadline: draft.dueInJuly });
    expect((await counted())?.total).toBe(0);
    const preview = await importPreview(supervisor, id);
    expect(preview).toMatchObject({ groups: 2, left: 3, withoutLead: 0 });
    expect(preview?.tasks[1]?.leadId).toBe(world.units.cooperating);
    expect(preview?.tasks[1]?.cooperatingIds).toEqual([world.units.countersigning]);
    expect(preview?.tasks[2]).toMatchObject({ dueOn: "2024-07-31", byHand: ["deadline"] });
    const [unknown] = await database()
      .select()
      .from(candidateOwners)
      .where(eq(candidateOwners.chosenById, supervisor.id));
    expect(unknown).toMatchObject({ find: "unknown", foundId: null });
  });

  test("a day without a year is asked for, and a year that is aimed at only of a goal", async () => {
    const id = await draft.readOne(supervisor);
    const { row, seen } = await draft.candidateAt(id, 0);
    const timed = async (kind: "date" | "target") => {
      const times = db.owner.update(candidateDeadlines).set({ kind, toDay: null });
      await times.where(eq(candidateDeadlines.candidateId, row.id));
      return (await importPreview(supervisor, id))?.questions.deadline_unanchored;
    };
    expect([await timed("date"), await timed("target")]).toEqual([2, 1]);
    const edited = { kind: "goal" as const };
    await editCandidate(supervisor, { ...press(id), candidate: seen, edited }, now);
    expect(await timed("target")).toBe(2);
  });

  test("words that mean no unit lead nothing", async () => {
    const id = await draft.readOne(supervisor);
    await resolveOwner(supervisor, { ...press(id), words: "省扬尘办", unitCode: null }, now);
    expect((await importPreview(supervisor, id))?.withoutLead).toBe(1);
    expect((await unitQuestions(supervisor, id, 1)).total).toBe(0);
  });
});

test("whoever makes units sees what documents call one that is none, until somebody has said what it means", async () => {
  const id = await draft.readOne(supervisor);
  const admin = someone(world, "system_admin");
  const naming = async () => {
    const { rows, total } = await unknownUnits(admin, 1);
    expect(rows).toHaveLength(total);
    return rows.find(({ words }) => words === "省扬尘办")?.naming ?? 0;
  };
  const before = await naming();
  expect(before).toBeGreaterThan(0);
  expect((await unknownUnits(supervisor, 1)).total).toBe(0);
  await resolveOwner(supervisor, { ...press(id), words: "省扬尘办", unitCode: null }, now);
  expect(await naming()).toBe(before - 1);
});
