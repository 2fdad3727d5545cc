import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "@/db/client";
import { assignTask } from "@/db/mutations/assignments/assignments";
import { remindEverybody } from "@/db/mutations/chasing/remind";
import { disableAccount } from "@/db/mutations/people/managed-accounts";
import { inbox } from "@/db/queries/inbox/inbox";
import { reminders } from "@/db/schema/notifications";
import { seenAccount } from "@/db/testing/people-inputs.fixture";
import { now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import {
  assign,
  assignmentOf,
  onTask,
  rowOf,
  someone,
  takeOn,
} from "@/db/testing/test-world-scenarios.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import { nameHandlers } from "./handlers";

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
let world: World;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  makeWorld = await worldMaker(db.owner);
});
beforeEach(async () => {
  world = await makeWorld(1);
});
afterAll(() => db.close());

const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const naming = async (handler?: Actor, head?: Actor) => ({
  ...(await onTask(world.code)),
  handlerId: handler?.id ?? "",
  headInChargeId: head?.id ?? "",
});

test("the lead unit names its own people, from a fresh page; nobody else does", async () => {
  await takeOn(world);
  const [official, head] = [someone(world, "official"), someone(world, "head")];
  const input = await naming(official, head);
  const tried = async (who: Actor, changes = {}) =>
    codeOf(nameHandlers(who, { ...(await naming(official, head)), ...changes }, now));
  expect(await tried(someone(world, "head", "cooperating"))).toBe("other_unit");
  for (const role of ["supervisor", "director", "leader", "system_admin"] as const)
    expect(await tried(someone(world, role))).toBe("not_allowed");
  expect(await tried(official, { handlerId: someone(world, "official", "other").id })).toBe(
    "person_unknown",
  );
  expect(await tried(official, { headInChargeId: official.id })).toBe("person_unknown");
  expect(await tried(official, { version: 99 })).toBe("task_changed");
  await nameHandlers(official, input, now);
  expect(await rowOf(world.code)).toMatchObject({
    handlerId: official.id,
    headInChargeId: head.id,
  });
  const nobody = await naming();
  await nameHandlers(official, nobody, now);
  expect(await rowOf(world.code)).toMatchObject({ handlerId: null, headInChargeId: null });
});

test("the next lead unit has named nobody", async () => {
  await assign(world);
  const official = someone(world, "official");
  await nameHandlers(official, await naming(official), now);
  const same = { ...(await assignmentOf(world)), dueOn: "2024-11-30" };
  await assignTask(someone(world, "system_admin"), same, now);
  expect((await rowOf(world.code)).handlerId).toBe(official.id);
  const { other: leadId } = world.units;
  await assignTask(someone(world, "system_admin"), { ...(await assignmentOf(world)), leadId }, now);
  expect((await rowOf(world.code)).handlerId).toBeNull();
});

test("what one is named for comes first in one's inbox", async () => {
  const second = await makeWorld(1);
  for (const each of [world, second]) {
    world = each;
    await assign(each);
  }
  const own = someone(second, "official");
  await nameHandlers(own, await naming(own), now);
  const sections = await inbox(own, "2024-06-12");
  const [first] = sections.find(({ section }) => section === "to_receive")?.items ?? [];
  expect(first?.task.code).toBe(second.code);
});

test("the handler is reminded, and everybody of the unit once the handler is gone", async () => {
  await takeOn(world);
  const [first, second] = [someone(world, "official"), someone(world, "official", "lead", 1)];
  await nameHandlers(first, await naming(second), now);
  const { id: taskId } = await rowOf(world.code);
  const reminded = async () => {
    const rows = await database()
      .selectDistinct({ userId: reminders.userId })
      .from(reminders)
      .where(eq(reminders.taskId, taskId));
    return rows.map(({ userId }) => userId);
  };
  await remindEverybody(new Date("2024-12-20T09:00:00+08:00"));
  expect(await reminded()).toEqual([second.id]);
  const reason = "离岗";
  await disableAccount(
    someone(world, "system_admin"),
    { ...(await seenAccount(second.id)), reason },
    now,
  );
  await remindEverybody(new Date("2024-12-27T09:00:00+08:00"));
  expect(await reminded()).toContain(first.id);
});
