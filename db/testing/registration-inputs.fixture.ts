import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { decideCorrection, proposeCorrection } from "@/db/mutations/corrections/corrections";
import { recordEvent } from "@/db/mutations/record-event";
import {
  editTasks,
  removeRegistration,
  saveRegistration,
  startRegistration,
} from "@/db/mutations/registrations/drafts";
import {
  archivePlan,
  confirmRegistration,
  endPlan,
  proposeRegistration,
  publishRegistration,
  returnRegistration,
} from "@/db/mutations/registrations/registrations";
import { tasks } from "@/db/schema/tasks";
import { type Prepare, pressing } from "./office-inputs.fixture";
import * as draft from "./registrations.fixture";
import { now } from "./scenario.fixture";
import type { World } from "./test-world.fixture";
import { someone } from "./test-world-scenarios.fixture";

const people = (world: World) => ({
  supervisor: someone(world, "supervisor"),
  director: someone(world, "director"),
});

const drafted = (world: World) =>
  draft.draftOf(people(world).supervisor, "扬尘", [draft.typedTask()], now);

async function proposed(world: World) {
  const seen = await drafted(world);
  const moved = await proposeRegistration(people(world).supervisor, seen, now);
  return { ...moved, key: randomUUID() };
}

/** A public plan whose task somebody has closed. */
async function overPlan(world: World, owner: Database) {
  const { supervisor, director } = people(world);
  const { plan, task } = await draft.published(supervisor, director, "扬尘", now);
  await owner.transaction(async (tx) => {
    const closed = { status: "cancelled", closedOn: "2024-06-12" } as const;
    const leadDepartmentId = world.units.lead;
    await tx
      .update(tasks)
      .set({ ...closed, leadDepartmentId, assignedAt: now })
      .where(eq(tasks.id, task.id));
    await recordEvent(tx, null, { type: "task.cancelled", reason: "试验" }, { task }, now);
  });
  return { key: randomUUID(), slug: plan.slug, version: plan.version, note: "" };
}

const wrongTitle = (name: string) => ({
  ...{ key: randomUUID(), subject: "task" as const, name, field: "title", wrong: "" },
  ...{ occurrence: 1, right: "工地围挡全覆盖", reason: "录入有误" },
});

/** The mutations of 立项 and 更正. */
export const registrationInputs: Record<string, Prepare> = {
  async startRegistration(world) {
    const { supervisor } = people(world);
    const { document } = draft;
    const input = { key: randomUUID(), document, plan: draft.planNamed("扬尘"), planSlug: null };
    const act = (each: typeof input) => startRegistration(supervisor, each, now);
    return pressing(act, input, { ...input, plan: draft.planNamed("别的") });
  },
  async saveRegistration(world) {
    const { supervisor } = people(world);
    const plan = draft.planNamed("扬尘二");
    const input = { ...(await drafted(world)), document: draft.document, plan };
    const act = (each: typeof input) => saveRegistration(supervisor, each, now);
    return pressing(act, input, { ...input, plan: { ...plan, title: "别的" } });
  },
  async editTasks(world) {
    const { supervisor } = people(world);
    const edit = { type: "put" as const, task: draft.typedTask() };
    const input = { ...(await drafted(world)), edit };
    const other = { ...edit, task: { ...edit.task, title: "别的" } };
    return pressing((each) => editTasks(supervisor, each, now), input, { ...input, edit: other });
  },
  async removeRegistration(world) {
    const { supervisor } = people(world);
    const input = await drafted(world);
    const act = (each: typeof input) => removeRegistration(supervisor, each, now);
    return pressing(act, input, { ...input, version: 9 });
  },
  async proposeRegistration(world) {
    const { supervisor } = people(world);
    const input = await drafted(world);
    const act = (each: typeof input) => proposeRegistration(supervisor, each, now);
    return pressing(act, input, { ...input, version: 9 });
  },
  async returnRegistration(world) {
    const { director } = people(world);
    const input = { ...(await proposed(world)), reason: "请补充" };
    const act = (each: typeof input) => returnRegistration(director, each, now);
    return pressing(act, input, { ...input, reason: "别的" });
  },
  async confirmRegistration(world) {
    const { director } = people(world);
    const input = await proposed(world);
    const act = (each: typeof input) => confirmRegistration(director, each, now);
    return pressing(act, input, { ...input, version: 9 });
  },
  async publishRegistration(world) {
    const { supervisor, director } = people(world);
    const input = await draft.confirmed(supervisor, director, "扬尘", now);
    const act = (each: typeof input) => publishRegistration(director, each, now);
    return pressing(act, input, { ...input, version: 9 });
  },
  async endPlan(world, owner) {
    const { director } = people(world);
    const input = await overPlan(world, owner);
    return pressing((each) => endPlan(director, each, now), input, { ...input, note: "别的" });
  },
  async archivePlan(world, owner) {
    const { director } = people(world);
    const input = await overPlan(world, owner);
    await endPlan(director, input, now);
    const seen = { ...input, key: randomUUID(), version: input.version + 1 };
    return pressing((each) => archivePlan(director, each, now), seen, { ...seen, note: "别的" });
  },
  async proposeCorrection(world) {
    const { supervisor, director } = people(world);
    const { task } = await draft.published(supervisor, director, "扬尘", now);
    const input = wrongTitle(task.code);
    const act = (each: typeof input) => proposeCorrection(director, each, now);
    return pressing(act, input, { ...input, right: "别的" });
  },
  async decideCorrection(world) {
    const { supervisor, director } = people(world);
    const { task } = await draft.published(supervisor, director, "扬尘", now);
    const { id } = await proposeCorrection(director, wrongTitle(task.code), now);
    const input = { key: randomUUID(), id, version: 0, decision: "confirm" as const };
    const act = (each: Parameters<typeof decideCorrection>[1]) =>
      decideCorrection(supervisor, each, now);
    return { send: () => act(input), other: () => act({ ...input, decision: "decline" }) };
  },
};
