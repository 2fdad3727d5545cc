import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { markRead } from "@/db/mutations/notifications/notifications";
import { updateEmail } from "@/db/mutations/people/accounts";
import { endDelegation, grantDelegation } from "@/db/mutations/people/delegations";
import { configurePlan } from "@/db/mutations/plans";
import { advanceClock } from "@/db/mutations/system/demo-clock";
import { planWithSettings } from "@/db/queries/plans";
import { delegations } from "@/db/schema/delegations";
import { now } from "./scenario.fixture";
import type { World } from "./test-world.fixture";
import * as story from "./test-world-scenarios.fixture";
import { unitInputs } from "./unit-inputs.fixture";

/** A button ready to be pressed, and the same press with something else in it. */
type Pressed = { send: () => Promise<unknown>; other: () => Promise<unknown> };
export type Prepare = (world: World, owner: Database) => Promise<Pressed>;

export function pressing<Input>(
  act: (input: Input) => Promise<unknown>,
  input: Input,
  other: Input,
) {
  return { send: () => act(input), other: () => act(other) };
}

/** The mutations that change no task: people, units, plans, the clock. */
export const officeInputs: Record<string, Prepare> = {
  ...unitInputs,
  async grantDelegation(world) {
    const [head, official] = [story.someone(world, "head"), story.someone(world, "official")];
    const input = lending(head.id, official.id);
    const other = { ...input, endsOn: "2024-06-21" };
    return pressing((each) => grantDelegation(head, each, now), input, other);
  },
  async endDelegation(world) {
    const [head, official] = [story.someone(world, "head"), story.someone(world, "official")];
    await grantDelegation(head, lending(head.id, official.id), now);
    const isTheirs = eq(delegations.principalId, head.id);
    const [lent] = await database().select().from(delegations).where(isTheirs);
    const input = { key: randomUUID(), delegationId: lent?.id ?? "" };
    const other = { ...input, delegationId: randomUUID() };
    return pressing((each) => endDelegation(head, each, now), input, other);
  },
  async updateEmail(world) {
    const input = { key: randomUUID(), email: "one@example.cn" };
    const auditor = story.someone(world, "auditor");
    return pressing((each) => updateEmail(auditor, each, now), input, { ...input, email: "" });
  },
  async markRead(world) {
    const input = { key: randomUUID(), ids: "all" as const };
    const act = (each: Parameters<typeof markRead>[1]) =>
      markRead(story.someone(world, "head"), each, now);
    return { send: () => act(input), other: () => act({ ...input, ids: [randomUUID()] }) };
  },
  async advanceClock(world) {
    const input = { key: randomUUID(), days: 1 as const };
    const act = (each: Parameters<typeof advanceClock>[1]) =>
      advanceClock(story.someone(world, "system_admin"), each, now);
    return { send: () => act(input), other: () => act({ ...input, days: 7 }) };
  },
  async configurePlan(world) {
    const plan = await planWithSettings("fire");
    if (!plan) throw new Error("The seed has lost the plan");
    const { slug, version, settings } = plan;
    const longer = { ...settings, receiptWorkdays: settings.receiptWorkdays + 1 };
    const input = { key: randomUUID(), slug, version, settings: longer };
    const act = (each: Parameters<typeof configurePlan>[1]) =>
      configurePlan(story.someone(world, "director"), each, now);
    const stricter = { ...settings, evidenceRequired: true };
    return { send: () => act(input), other: () => act({ ...input, settings: stricter }) };
  },
};

function lending(principalId: string, deputyId: string) {
  const term = { startsOn: "2024-06-12", endsOn: "2024-06-20" };
  return { key: randomUUID(), principalId, deputyId, ...term, reason: "外出学习" };
}
