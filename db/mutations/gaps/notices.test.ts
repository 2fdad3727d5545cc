import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { assignTask } from "@/db/mutations/assignments/assignments";
import { disableAccount, enableAccount } from "@/db/mutations/people/managed-accounts";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { gapOfSubmission, gapsOnTask, listGaps } from "@/db/queries/gaps/gaps";
import { getTask } from "@/db/queries/tasks/work-tasks";
import { gapNotices } from "@/db/schema/gaps";
import { notifications } from "@/db/schema/notifications";
import { goOn } from "@/db/seed/go-on";
import { seenAccount } from "@/db/testing/people-inputs.fixture";
import { company, now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { assignmentOf, rowOf, someone, writing } from "@/db/testing/test-world-scenarios.fixture";
import { makeUnit } from "@/db/testing/unit-inputs.fixture";
import { hire, unitWithTask } from "@/db/testing/unit-world.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import { tellOfGaps } from "./notices";

let db: Awaited<ReturnType<typeof testDatabase>>;
let cast: (username: string) => Actor;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  makeWorld = await worldMaker(db.owner);
  cast = await company();
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
