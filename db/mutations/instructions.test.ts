import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { answerChase } from "@/db/mutations/chasing/chases";
import { taskHistory } from "@/db/queries/audit";
import { taskChasing } from "@/db/queries/chasing/chasing";
import { officeWaiting } from "@/db/queries/inbox/office";
import { countInstructions, instructionDetail, listInstructions } from "@/db/queries/instructions";
import { auditEvents } from "@/db/schema/audit";
import { chases } from "@/db/schema/chasing";
import { now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { carry, rowOf, someone, takeOn } from "@/db/testing/test-world-scenarios.fixture";
import { addDays } from "@/lib/domain/calendar/days";
import type { HandleInstructionInput, WriteInstructionInput } from "@/lib/domain/instructions";
import { instructionStates } from "@/lib/domain/instructions";
import type { Role } from "@/lib/domain/people/roles";
import { handleInstruction, writeInstruction } from "./instructions";

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

const secret = "此件请阅，勿外传 <script>alert(1)</script>";

async function underWay() {
  const world = await makeWorld(1);
  await takeOn(world);
  return world;
}
function writing(world: World, changes: Partial<WriteInstructionInput> = {}) {
  const about = { key: randomUUID(), code: world.code, planSlug: null, dueOn: null };
  const input = { ...about, addressee: "office" as const, text: secret, sharesWords: false };
  return { ...input, ...changes };
}
const write = (world: World, changes: Partial<WriteInstructionInput> = {}) =>
  writeInstruction(someone(world, "leader"), writing(world, changes), now);
function handling(world: World, instructionId: string, changes: object = {}) {
  const about = { key: randomUUID(), instructionId, code: world.code };
  return {
    ...about,
    outcome: "chase",
    words: "请报安排。",
    ...changes,
  } as HandleInstructionInput;
}
const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const chasesOf = async (world: World) =>
  database()
    .select()
    .from(chases)
    .where(eq(chases.taskId, (await rowOf(world.code)).id));

test("to the unit it is sent at once, as a chase in the leader's name that its unit reads", async () => {
  const world = await underWay();
  const { id } = await write(world, { addressee: "unit", dueOn: "2024-07-01" });
  const [chase] = await chasesOf(world);
  expect(chase).toMatchObject({ message: secret, sentById: someone(world, "leader").id });
  const { chases: read } = await taskChasing(someone(world, "official"), world.code, today);
  expect(read).toMatchObject([
    { message: secret, mayAnswer: true, instruction: { dueOn: "2024-07-01", text: null } },
  ]);
  const seen = await instructionDetail(someone(world, "director"), id, today);
  expect(seen).toMatchObject({ state: "under_way", handled: { outcome: "chase", words: secret } });
});

test("to the office it waits, is handled once, and is answered with its chase", async () => {
  const world = await underWay();
  const { id } = await write(world);
  const [director, leader] = [someone(world, "director"), someone(world, "leader")];
  const later = addDays(today, 5);
  const office = await officeWaiting(director, later);
  expect(office.instructions.items.find((each) => each.id === id)).toMatchObject({
    state: "waiting",
    workdaysWaiting: 3,
  });
  expect(await codeOf(handleInstruction(director, handling(world, id), now))).toBe("done");
  expect(await codeOf(handleInstruction(director, handling(world, id), now))).toBe(
    "instruction_handled",
  );
  const [chase] = await chasesOf(world);
  const answer = { key: randomUUID(), chaseId: chase?.id ?? "", answer: "月底前完成。" };
  expect((await instructionDetail(leader, id, today))?.state).toBe("under_way");
  await answerChase(someone(world, "official"), answer, now);
  expect(await instructionDetail(leader, id, today)).toMatchObject({
    state: "answered",
    handled: { answer: "月底前完成。", answeredOn: today },
  });
});

test("two who handle it at once: one does, the other is told so and sends nothing", async () => {
  const world = await underWay();
  const { id } = await write(world);
  const people = [someone(world, "director"), someone(world, "supervisor")];
  const outcomes = await Promise.all(
    people.map((who) => codeOf(handleInstruction(who, handling(world, id), now))),
  );
  expect(outcomes.sort()).toEqual(["done", "instruction_handled"]);
  expect(await chasesOf(world)).toHaveLength(1);
});

test("a task that carries it out answers it when it is done; what is noted is noted", async () => {
  const world = await underWay();
  const [one, two] = [await write(world), await write(world, { code: null })];
  const director = someone(world, "director");
  await handleInstruction(director, handling(world, one.id, { outcome: "task" }), now);
  const noted = { outcome: "noted", code: null, words: "已阅知。" };
  await handleInstruction(director, handling(world, two.id, noted), now);
  const state = async (id: string) => (await instructionDetail(director, id, today))?.state;
  expect([await state(one.id), await state(two.id)]).toEqual(["under_way", "noted"]);
  await carry(world, "completion");
  expect(await state(one.id)).toBe("answered");
});

test("the words reach the unit only where the leader lets them", async () => {
  const world = await underWay();
  const [open, closed] = [await write(world, { sharesWords: true }), await write(world)];
  const director = someone(world, "director");
  for (const { id } of [open, closed]) await handleInstruction(director, handling(world, id), now);
  const { chases: read } = await taskChasing(someone(world, "head"), world.code, today);
  expect(read.map(({ instruction }) => instruction?.text)).toEqual([null, secret]);
});

test("leaders, the office and auditors read it, nobody else; the history keeps no word of it", async () => {
  const world = await underWay();
  const { id } = await write(world);
  await handleInstruction(someone(world, "director"), handling(world, id), now);
  const readers: Role[] = [];
  for (const { role } of world.people) {
    const found = await instructionDetail(someone(world, role), id, today);
    const listed = await listInstructions(someone(world, role), today, {
      ...{ code: world.code, limit: 5, offset: 0 },
    });
    expect([role, listed.length]).toEqual([role, found ? 1 : 0]);
    if (found && !readers.includes(role)) readers.push(role);
  }
  expect(readers).toEqual(["supervisor", "director", "leader", "auditor"]);

  const told = async (role: Role) =>
    (await taskHistory(someone(world, role), world.code))
      .map(({ event }) => event.type)
      .filter((type) => type.startsWith("instruction."));
  expect(await told("official")).toEqual([]);
  expect(await told("system_admin")).toEqual([]);
  expect(await told("auditor")).toEqual(["instruction.written", "instruction.handled"]);
  const { id: taskId } = await rowOf(world.code);
  const events = await database().select().from(auditEvents).where(eq(auditEvents.taskId, taskId));
  const texts = events.map(({ entry }) => new TextDecoder().decode(entry)).join();
  expect(texts).toContain(id);
  expect(texts).not.toContain("勿外传");
});

test("other roles are refused, and what is not there is not found", async () => {
  const world = await underWay();
  const { id } = await write(world);
  for (const { role } of world.people) {
    const mayWrite = await codeOf(writeInstruction(someone(world, role), writing(world), now));
    expect([role, mayWrite]).toEqual([role, role === "leader" ? "done" : "not_allowed"]);
    if (role === "director" || role === "supervisor") continue;
    const handled = handleInstruction(someone(world, role), handling(world, id), now);
    expect([role, await codeOf(handled)]).toEqual([role, "not_allowed"]);
  }
  const director = someone(world, "director");
  const handled = (changes: object, instructionId = id) =>
    codeOf(handleInstruction(director, handling(world, instructionId, changes), now));
  expect(await handled({}, randomUUID())).toBe("not_found");
  expect(await handled({ code: "ZZ-99" })).toBe("not_found");
  expect(await codeOf(write(world, { code: "ZZ-99" }))).toBe("not_found");
  expect(await codeOf(write(world, { code: null, planSlug: "no-such-plan" }))).toBe("not_found");
  expect(await codeOf(write(world, { text: "机密★一年" }))).toBe("secrecy_marking");
  const { people } = await makeWorld(1);
  const unassigned = { ...world, code: (await makeWorld(1)).code, people };
  expect(await codeOf(write(unassigned, { addressee: "unit" }))).toBe("task_not_assigned");
});

test("a count is that of the list behind it, state by state", async () => {
  const world = await underWay();
  const ids = await Promise.all([1, 2, 3, 4].map(async () => (await write(world)).id));
  const director = someone(world, "director");
  const [first = "", second = "", third = ""] = ids;
  await handleInstruction(director, handling(world, first), now);
  const [chase] = await chasesOf(world);
  const answer = { key: randomUUID(), chaseId: chase?.id ?? "", answer: "已办。" };
  await answerChase(someone(world, "head"), answer, now);
  await handleInstruction(director, handling(world, second, { outcome: "task" }), now);
  const noted = { outcome: "noted", code: null };
  await handleInstruction(director, handling(world, third, noted), now);
  const found: Record<string, number> = {};
  for (const state of instructionStates) {
    const choice = { code: world.code, state };
    const items = await listInstructions(director, today, { ...choice, limit: 9, offset: 0 });
    expect(items.every((each) => each.state === state)).toBe(true);
    expect(await countInstructions(director, choice)).toBe(items.length);
    found[state] = items.length;
  }
  expect(found).toEqual({ waiting: 1, under_way: 1, answered: 1, noted: 1 });
  const leader = someone(world, "leader");
  expect(await countInstructions(leader, { isOwn: true })).toBe(4);
});
