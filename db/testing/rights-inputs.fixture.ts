import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { bindBranch, changeRole, grantRole, unlockSignIn } from "@/db/mutations/people/roles";
import { recordEvent } from "@/db/mutations/record-event";
import { users } from "@/db/schema/people";
import type { Prepare } from "./office-inputs.fixture";
import { now } from "./scenario.fixture";
import type { World } from "./test-world.fixture";
import { someone } from "./test-world-scenarios.fixture";

/** An account that waits for its role, as the system administrator has made it. */
async function newcomer(world: World, owner: Database): Promise<string> {
  const [admin, id] = [someone(world, "system_admin"), randomUUID()];
  await owner.transaction(async (tx) => {
    const { departmentId } = someone(world, "official");
    const named = { id, username: id, displayName: "新人", passwordHash: "" };
    await tx.insert(users).values({ ...named, role: "official", departmentId, createdAt: now });
    await recordEvent(tx, admin, { type: "account.updated", changed: ["role"] }, {}, now);
  });
  return id;
}

/** The mutations of the security administrator. */
export const rightsInputs: Record<string, Prepare> = {
  async grantRole(world, owner) {
    const [userId, otherId] = [await newcomer(world, owner), await newcomer(world, owner)];
    const input = { key: randomUUID(), userId };
    const act = (each: typeof input) => grantRole(someone(world, "security_admin"), each, now);
    return { send: () => act(input), other: () => act({ ...input, userId: otherId }) };
  },
  async changeRole(world) {
    const input = { key: randomUUID(), userId: someone(world, "official", "other").id };
    const act = (role: "head" | "supervisor") =>
      changeRole(someone(world, "security_admin"), { ...input, role }, now);
    return { send: () => act("head"), other: () => act("supervisor") };
  },
  async bindBranch(world) {
    const input = { key: randomUUID(), userId: someone(world, "supervisor").id };
    const act = (unit: string) =>
      bindBranch(someone(world, "security_admin"), { ...input, unit }, now);
    return { send: () => act("taiyuan"), other: () => act("ecology") };
  },
  async unlockSignIn(world) {
    const input = { key: randomUUID(), userId: someone(world, "official").id };
    const act = (userId: string) =>
      unlockSignIn(someone(world, "security_admin"), { ...input, userId }, now);
    return { send: () => act(input.userId), other: () => act(someone(world, "head").id) };
  },
};
