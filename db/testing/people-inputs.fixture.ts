import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { leaveAccount, transferAccount } from "@/db/mutations/assignments/departures";
import {
  createAccount,
  disableAccount,
  editAccount,
  enableAccount,
  setLiaison,
} from "@/db/mutations/people/managed-accounts";
import { nameHandlers } from "@/db/mutations/tasks/handlers";
import { users } from "@/db/schema/people";
import { nothingSaid } from "@/lib/domain/assignments/hand-over";
import type { Role } from "@/lib/domain/people/roles";
import { type Prepare, pressing } from "./office-inputs.fixture";
import { now } from "./scenario.fixture";
import type { World } from "./test-world.fixture";
import * as story from "./test-world-scenarios.fixture";

/** An account as a system administrator's page has it. */
export async function seenAccount(userId: string) {
  const [account] = await database().select().from(users).where(eq(users.id, userId));
  if (!account) throw new Error(`No account ${userId}`);
  return { key: randomUUID(), userId, version: account.version };
}

async function seen(world: World, role: Role = "official") {
  const admin = story.someone(world, "system_admin");
  return { admin, input: await seenAccount(story.someone(world, role, "other").id) };
}

/** The mutations by which accounts are kept, and the people of a task named. */
export const peopleInputs: Record<string, Prepare> = {
  async createAccount(world) {
    const about = { name: "李明", post: "", email: "", phone: "", role: "official" as const };
    const username = `u${randomUUID().slice(0, 8)}`;
    const input = { key: randomUUID(), ...about, username, unitId: world.units.other };
    const admin = story.someone(world, "system_admin");
    const other = { ...input, name: "李明明" };
    return pressing((each) => createAccount(admin, each, now), input, other);
  },
  async editAccount(world) {
    const { admin, input } = await seen(world);
    const about = { ...input, name: "李明", post: "科长", email: "", phone: "" };
    return pressing((each) => editAccount(admin, each, now), about, { ...about, post: "处长" });
  },
  async disableAccount(world) {
    const { admin, input } = await seen(world);
    const press = { ...input, reason: "借调外出" };
    return pressing((each) => disableAccount(admin, each, now), press, { ...press, reason: "无" });
  },
  async enableAccount(world) {
    const { admin, input } = await seen(world);
    await disableAccount(admin, { ...input, reason: "借调外出" }, now);
    const press = await seenAccount(input.userId);
    const other = { ...press, version: 7 };
    return pressing((each) => enableAccount(admin, each, now), press, other);
  },
  async setLiaison(world) {
    const { admin, input } = await seen(world);
    const { key, userId } = input;
    const press = { key, userId, unitId: world.units.lead, isLiaison: true };
    const other = { ...press, isLiaison: false };
    return pressing((each) => setLiaison(admin, each, now), press, other);
  },
  async transferAccount(world) {
    const { admin, input } = await seen(world, "head");
    const post = { unitId: world.units.lead, role: "head" as const, post: "副厅长" };
    const press = { ...input, ...post, handOver: nothingSaid };
    const other = { ...press, post: "厅长" };
    return pressing((each) => transferAccount(admin, each, now), press, other);
  },
  async leaveAccount(world) {
    const { admin, input } = await seen(world);
    const press = { ...input, handOver: nothingSaid };
    const other = { ...press, handOver: { ...nothingSaid, drafts: "nobody" as const } };
    return pressing((each) => leaveAccount(admin, each, now), press, other);
  },
  async nameHandlers(world) {
    await story.takeOn(world);
    const [official, head] = [story.someone(world, "official"), story.someone(world, "head")];
    const named = { handlerId: official.id, headInChargeId: head.id };
    const input = { ...(await story.onTask(world.code)), ...named };
    const other = { ...input, headInChargeId: "" };
    return pressing((each) => nameHandlers(official, each, now), input, other);
  },
};
