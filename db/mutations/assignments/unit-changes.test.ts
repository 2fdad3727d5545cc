import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { assignTask, receiveTask } from "@/db/mutations/assignments/assignments";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { taskHistory } from "@/db/queries/audit";
import { openThingsOf } from "@/db/queries/people/open-things";
import { publicTasks } from "@/db/queries/public/public";
import { cooperatingIdsOf } from "@/db/queries/tasks/cooperators";
import { departments, users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { contributors } from "@/db/schema/submissions";
import { taskVersions } from "@/db/schema/versions";
import { goOn } from "@/db/seed/go-on";
import { now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import {
  assignmentOf,
  onTask,
  rowOf,
  someone,
  writing,
} from "@/db/testing/test-world-scenarios.fixture";
import { makeUnit, noMoves, onUnit, unitRow } from "@/db/testing/unit-inputs.fixture";
import { hire, textsOf, unitWithTask } from "@/db/testing/unit-world.fixture";
import { mergeUnit, splitUnit } from "./unit-changes";

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

const reason = "晋办发〔2024〕1号";

const give = (...[admin, input, at]: Parameters<typeof assignTask>) =>
  goOn((each) => assignTask(admin, each, at), input);
const merge = async (from: string, intoCode: string, moves = noMoves) => ({
  ...(await onUnit(from)),
  ...{ intoCode, moves, reason },
});
describe("a unit with everything open merges into another", () => {
  test("its tasks, texts, people and units below go over, and past days still show it", async () => {
    const { world, admin, unit, other, official, head } = await unitWithTask(
      db.owner,
      await makeWorld(1),
    );
    const child = await makeUnit(admin, unit.code);
    const { submissionId } = await submitDraft(official, writing(world.code, "progress"), now);
    const { key: _, ...extension } = writing(world.code, "extension");
    await saveDraft(official, extension, now);
    const helped = await makeWorld(1);
    const helping = { leadId: helped.units.lead, cooperatingIds: [unit.id, other.id] };
    await give(admin, { ...(await assignmentOf(helped)), ...helping }, now);
    const openBefore = await openThingsOf(database(), unit.id);
    expect(openBefore).toMatchObject({
      leads: 1,
      cooperates: 1,
      people: 2,
      children: 1,
      submissions: 2,
    });

    const later = new Date(now.getTime() + 86_400_000);
    const moves = { leads: 1, cooperates: 1, people: 2, children: 1 };
    await mergeUnit(admin, await merge(unit.code, other.code, moves), later);

    expect(await unitRow(unit.code)).toMatchObject({
      closedOn: "2024-06-13",
      mergedIntoId: other.id,
    });
    expect(Object.values(await openThingsOf(database(), unit.id)).every((left) => left === 0)).toBe(
      true,
    );
    expect(await rowOf(world.code)).toMatchObject({ leadDepartmentId: other.id, status: "active" });
    expect(await cooperatingIdsOf(database(), (await rowOf(helped.code)).id)).toEqual([other.id]);
    const moved = await database()
      .select()
      .from(users)
      .where(inArray(users.id, [official.id, head.id]));
    expect(moved.map(({ departmentId }) => departmentId)).toEqual([other.id, other.id]);
    expect((await unitRow(child.code)).parentId).toBe(other.id);

    // What was sent is bound to its unit: it ends, and the successor has its words as a draft, by the same people.
    const texts = await textsOf(world.code);
    const sent = texts.find(({ id }) => id === submissionId);
    expect(sent).toMatchObject({ status: "discarded", departmentId: unit.id });
    const draft = texts.find(({ kind, status }) => kind === "progress" && status === "draft");
    expect(draft).toMatchObject({ departmentId: other.id, content: sent?.content });
    const wrote = await database()
      .select()
      .from(contributors)
      .where(eq(contributors.submissionId, draft?.id ?? ""));
    expect(wrote.map(({ userId }) => userId)).toEqual([official.id]);
    expect(texts.find(({ kind }) => kind === "extension")).toMatchObject({
      status: "draft",
      departmentId: other.id,
    });

    const [before, after] = [await publicTasks(today), await publicTasks("2024-06-13")];
    const leadIn = (list: typeof before) => list.find(({ code }) => code === world.code)?.lead;
    expect([leadIn(before), leadIn(after)]).toEqual([unit.name, other.name]);
    const [version] = await database()
      .select()
      .from(taskVersions)
      .where(
        and(
          eq(taskVersions.taskId, (await rowOf(world.code)).id),
          eq(taskVersions.leadDepartmentId, other.id),
        ),
      );
    expect(version?.eventId).toBeTruthy();
    const successor = { ...official, departmentId: other.id };
    const told = (await taskHistory(successor, world.code)).map(({ event }) => event.type);
    expect(told).toContain("task.unit_replaced");
    // Whoever goes on can: the same people send what they wrote under their new unit.
    await submitDraft(successor, { ...writing(world.code, "progress"), version: 0 }, later);
  });

  test("a part ends where its successor leads, and its place in 会签 goes over", async () => {
    const { world, admin, unit, other, official } = await unitWithTask(
      db.owner,
      await makeWorld(3),
    );
    const led = await makeWorld(1);
    const leading = { leadId: other.id, cooperatingIds: [unit.id] };
    await give(admin, { ...(await assignmentOf(led)), ...leading }, now);
    await receiveTask(await hire(db.owner, led, "official", other), await onTask(led.code), now);
    const { key: _, ...part } = writing(led.code, "contribution");
    await saveDraft(official, part, now);
    const steps = [
      { by: "countersign", departmentId: unit.id } as const,
      { by: "supervisor" } as const,
    ];
    await db.superuser.transaction(async (tx) => {
      await tx.execute("set local session_replication_role = replica");
      await tx.update(plans).set({ reviewSteps: steps }).where(eq(plans.slug, world.planSlug));
    });

    const moves = { leads: 1, cooperates: 1, people: 2, children: 0 };
    await goOn((each) => mergeUnit(admin, each, now), await merge(unit.code, other.code, moves));
    expect(await cooperatingIdsOf(database(), (await rowOf(led.code)).id)).toEqual([]);
    expect((await textsOf(led.code)).map(({ status }) => status)).toEqual(["discarded"]);
    const [plan] = await database().select().from(plans).where(eq(plans.slug, world.planSlug));
    expect(plan?.reviewSteps[0]).toEqual({ by: "countersign", departmentId: other.id });
  });

  test("not while something waits for the 会签 of its head", async () => {
    const world = await makeWorld(2);
    const admin = someone(world, "system_admin");
    await assignTask(admin, await assignmentOf(world), now);
    await receiveTask(someone(world, "official"), await onTask(world.code), now);
    await submitDraft(someone(world, "official"), writing(world.code, "progress"), now);
    const [transport] = await database()
      .select()
      .from(departments)
      .where(eq(departments.id, world.units.countersigning));
    const other = await makeUnit(admin);
    const open = await openThingsOf(database(), transport?.id ?? "");
    expect(open.sent).toBe(1);
    const { leads, cooperates, people, children } = open;
    const input = await merge(transport?.code ?? "", other.code, {
      leads,
      cooperates,
      people,
      children,
    });
    expect(await refusalOf(mergeUnit(admin, input, now))).toMatchObject({
      code: "unit_countersigns",
    });
  });
});

test("a page that told something else is stale, and two merge at once only once", async () => {
  const { admin, unit, other } = await unitWithTask(db.owner, await makeWorld(1));
  const wrong = await merge(unit.code, other.code, { ...noMoves, leads: 2 });
  expect(await refusalOf(mergeUnit(admin, wrong, now))).toEqual({ code: "unit_changed" });
  const moves = { leads: 1, cooperates: 0, people: 2, children: 0 };
  const presses = [
    await merge(unit.code, other.code, moves),
    await merge(unit.code, other.code, moves),
  ];
  const outcomes = await Promise.all(
    presses.map((input) => refusalOf(mergeUnit(admin, input, now))),
  );
  expect(outcomes.filter(Boolean)).toEqual([{ code: "unit_changed" }]);
});

test("whoever assigns to a unit that is being merged is refused, or the merger moves it", async () => {
  const { admin, unit, other } = await unitWithTask(db.owner, await makeWorld(1));
  const late = await makeWorld(1);
  const input = { ...(await assignmentOf(late)), leadId: unit.id, cooperatingIds: [] };
  const moves = { leads: 1, cooperates: 0, people: 2, children: 0 };
  await Promise.allSettled([
    assignTask(admin, input, now),
    mergeUnit(admin, await merge(unit.code, other.code, moves), now),
  ]);
  const [task, row] = [await rowOf(late.code), await unitRow(unit.code)];
  if (row.closedOn) expect(task.leadDepartmentId).not.toBe(unit.id);
  else expect(task.leadDepartmentId).toBe(unit.id);
});

describe("a unit is divided", () => {
  const about = { name: "", shortName: "", kind: "department", newCode: "" } as const;

  test("a new one beside it takes the chosen task, its texts and people; the rest stays", async () => {
    const { world, admin, unit, official, head } = await unitWithTask(db.owner, await makeWorld(1));
    const { key: _, ...draft } = writing(world.code, "progress");
    await saveDraft(official, draft, now);
    const chosen = { taskCodes: [world.code], personIds: [official.id], reason };
    const input = { ...(await onUnit(unit.code)), ...about, name: `${unit.name}二处`, ...chosen };
    const { code } = await goOn((each) => splitUnit(admin, each, now), input);
    const made = await unitRow(code);
    expect(made.parentId).toBe(unit.parentId);
    expect((await rowOf(world.code)).leadDepartmentId).toBe(made.id);
    expect((await textsOf(world.code)).map(({ departmentId }) => departmentId)).toEqual([made.id]);
    const people = await database()
      .select()
      .from(users)
      .where(inArray(users.id, [official.id, head.id]));
    const pageAt = new Map(people.map(({ id, departmentId }) => [id, departmentId]));
    expect([pageAt.get(official.id), pageAt.get(head.id)]).toEqual([made.id, unit.id]);
    expect(await unitRow(unit.code)).toMatchObject({ closedOn: null });
  });

  test("not with a task or person of another", async () => {
    const { admin, unit, world } = await unitWithTask(db.owner, await makeWorld(1));
    const foreign = someone(world, "official");
    const strange = await makeWorld(1);
    for (const chosen of [
      { taskCodes: [strange.code], personIds: [] },
      { taskCodes: [], personIds: [foreign.id] },
    ]) {
      const input = {
        ...(await onUnit(unit.code)),
        ...about,
        name: `${unit.name}三处`,
        ...chosen,
        reason,
      };
      expect(await refusalOf(splitUnit(admin, input, now))).toEqual({ code: "unit_changed" });
    }
  });
});
