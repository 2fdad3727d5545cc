import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { assignTask } from "@/db/mutations/assignments/assignments";
import { disableAccount, enableAccount } from "@/db/mutations/people/managed-accounts";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { countGaps, findGaps, gapOfSubmission, gapsOnTask, listGaps } from "@/db/queries/gaps/gaps";
import { staffOn } from "@/db/queries/people/staff";
import { stateColumns, toState } from "@/db/queries/submissions/submission-state";
import { getTask } from "@/db/queries/tasks/work-tasks";
import { gapNotices } from "@/db/schema/gaps";
import { notifications } from "@/db/schema/notifications";
import { users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { goOn } from "@/db/seed/go-on";
import { seenAccount } from "@/db/testing/people-inputs.fixture";
import { company, now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { setAccounts } from "@/db/testing/set-accounts.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import {
  assignmentOf,
  rowOf,
  someone,
  takeOn,
  writing,
} from "@/db/testing/test-world-scenarios.fixture";
import { makeUnit } from "@/db/testing/unit-inputs.fixture";
import { hire, unitWithTask } from "@/db/testing/unit-world.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import { transitionRefusal } from "@/lib/domain/submissions/submissions";
import { tellOfGaps } from "./notices";

let db: Awaited<ReturnType<typeof testDatabase>>;
let cast: (username: string) => Actor;
let makeWorld: (plan: number) => Promise<World>;
let bound: Actor;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  makeWorld = await worldMaker(db.owner);
  cast = await company();
  bound = { ...cast("director"), branchIds: [cast("ecology-head").departmentId] };
});
afterAll(() => db.close());

/** What a person presses, first as one who has not been told, then as one who goes on. */
const disabling = async ({ id }: Actor) => ({ ...(await seenAccount(id)), reason: "借调外出" });
const told = (person: Actor) =>
  database()
    .select({ params: notifications.params, readAt: notifications.readAt })
    .from(notifications)
    .where(and(eq(notifications.sentence, "gap_found"), eq(notifications.userId, person.id)))
    .orderBy(asc(notifications.sequence));
const menders = () => ["director", "system-admin", "security-admin"].map((name) => cast(name));
const unitGaps = async (person: Actor, name: string) =>
  (await listGaps(person, { kind: "unit_without_head" }, 1)).gaps.filter(
    ({ unit }) => unit === name,
  );

test("the only head is disabled: said before, listed and told once while it lasts, mended and gone", async () => {
  const [admin, head] = [cast("system-admin"), cast("ecology-head")];
  const unit = head.departmentName;
  await tellOfGaps(now);
  const before = await told(admin);

  const press = await disabling(head);
  const disable = (input: typeof press & { acceptsGaps?: string }) =>
    disableAccount(admin, input, now);
  const refusal = await refusalOf(disable(press));
  expect(refusal).toMatchObject({
    code: "gaps_made",
    params: { gap: "unit_without_head", name: unit },
  });
  expect(await unitGaps(admin, unit)).toEqual([]);
  expect(await refusalOf(disable({ ...press, acceptsGaps: "other" }))).toEqual(refusal);
  await goOn(disable, press);

  for (const person of menders()) expect(await unitGaps(person, unit)).toHaveLength(1);
  const task = await getTask(admin, "AIR-05.1", today);
  if (!task) throw new Error("The demo has lost AIR-05.1");
  expect((await gapsOnTask(task, new Set())).map(({ kind }) => kind)).toContain(
    "unit_without_head",
  );
  await tellOfGaps(now);
  await tellOfGaps(now);
  for (const person of menders()) {
    const messages = await told(person);
    expect(messages).toHaveLength(before.length + 1);
    expect(messages.at(-1)).toMatchObject({ readAt: null });
  }
  expect(await told(cast("supervisor-1"))).toEqual([]);

  await enableAccount(admin, await seenAccount(head.id), now);
  await tellOfGaps(now);
  expect(await unitGaps(admin, unit)).toEqual([]);
  for (const person of menders()) expect((await told(person)).at(-1)?.readAt).toEqual(now);
  const [known] = await database()
    .select()
    .from(gapNotices)
    .where(eq(gapNotices.key, `unit_without_head:${head.departmentId}:`));
  expect(known).toBeUndefined();
});

describe("in a unit of its own", () => {
  test("a task is given to nobody only by who was told so", async () => {
    const world = await makeWorld(1);
    const admin = someone(world, "system_admin");
    const unit = await makeUnit(admin);
    const input = { ...(await assignmentOf(world)), leadId: unit.id };
    const assign = (each: typeof input) => assignTask(admin, each, now);
    expect(await refusalOf(assign(input))).toMatchObject({
      code: "gaps_made",
      params: { gap: "unit_without_account", name: unit.name, count: 1 },
    });
    expect((await rowOf(world.code)).leadDepartmentId).toBeNull();
    await goOn(assign, input);
    expect((await rowOf(world.code)).leadDepartmentId).toBe(unit.id);
  });

  test("what the only head wrote is sent by who was told, says so on itself, and a second head mends it", async () => {
    const world = await makeWorld(0);
    const { unit, head, official } = await unitWithTask(db.owner, world);
    const submit = (actor: Actor) => (input: ReturnType<typeof writing>) =>
      submitDraft(actor, input, now);
    const input = writing(world.code, "progress");
    expect(await refusalOf(submit(head)(input))).toMatchObject({
      code: "gaps_made",
      params: { gap: "step_without_reviewer", name: unit.name },
    });
    const { submissionId } = await goOn(submit(head), input);
    const gap = await gapOfSubmission(database(), submissionId);
    expect(gap).toMatchObject({ kind: "step_without_reviewer", wait: "head", unit: unit.name });
    await tellOfGaps(now);
    const [known] = await database()
      .select()
      .from(gapNotices)
      .where(eq(gapNotices.key, `step_without_reviewer:${submissionId}:head`));
    expect(known?.notificationIds.length).toBeGreaterThan(1);
    await hire(db.owner, world, "head", unit);
    expect(await gapOfSubmission(database(), submissionId)).toBeNull();

    const extension = await submit(official)(writing(world.code, "extension"));
    expect(await gapOfSubmission(database(), extension.submissionId)).toBeNull();
  });
});

/** What is in review and nobody may decide on, by the rule of the transition itself, asked for everybody there is. */
async function stuckByRule() {
  const staff = await staffOn(database(), today);
  const rows = await database()
    .select({ ...stateColumns, id: submissions.id })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(eq(submissions.status, "in_review"));
  const stuck = rows.filter(
    (row) => !staff.some((each) => transitionRefusal(each, "approve", toState(row)) === null),
  );
  return stuck.map(({ id }) => id).sort();
}

test("the list in SQL is what the rules of the acts say, whoever is away or bound to a branch", async () => {
  for (const plan of [0, 1, 2, 3]) {
    const world = await makeWorld(plan);
    await takeOn(world);
    await submitDraft(someone(world, "official"), writing(world.code, "progress"), now);
    await submitDraft(
      someone(world, "official", "cooperating"),
      writing(world.code, "contribution"),
      now,
    );
  }
  const ecology = cast("ecology-head").departmentId;
  const supervisor = eq(users.role, "supervisor");
  const states: [string, () => Promise<void>][] = [
    ["as it is", async () => {}],
    [
      "heads away",
      () =>
        setAccounts(
          db.superuser,
          { disabledAt: now },
          and(eq(users.role, "head"), eq(users.departmentId, ecology)),
        ),
    ],
    [
      "supervisors bound elsewhere",
      () => setAccounts(db.superuser, { branchId: cast("taiyuan-head").departmentId }, supervisor),
    ],
    ["supervisors away", () => setAccounts(db.superuser, { disabledAt: now }, supervisor)],
    [
      "nobody granted",
      () =>
        setAccounts(
          db.superuser,
          { roleGrantedById: null },
          inArray(users.role, ["head", "director"]),
        ),
    ],
  ];
  const seen: number[] = [];
  for (const [name, reach] of states) {
    await reach();
    const found = await findGaps(database(), sql`gaps.kind = 'step_without_reviewer'`);
    const stuck = await stuckByRule();
    expect([name, found.map(({ subject }) => subject).sort()]).toEqual([name, stuck]);
    seen.push(stuck.length);
    for (const person of [...menders(), bound]) {
      const { total, gaps } = await listGaps(person, { kind: "" }, 1);
      expect([name, await countGaps(person)]).toEqual([name, total]);
      expect(gaps).toHaveLength(Math.min(total, 50));
      expect(
        gaps.every(
          ({ ofId }) => person.branchIds === null || person.branchIds.includes(ofId ?? ""),
        ),
      ).toBe(true);
    }
  }
  expect(new Set(seen).size).toBeGreaterThan(3);
  const kinds = new Set((await findGaps(database())).map(({ kind }) => kind));
  expect([...kinds]).toEqual(expect.arrayContaining(["unit_without_head", "role_without_account"]));
  expect(await countGaps(cast("auditor"))).toBe(0);
});
