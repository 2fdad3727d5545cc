import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { mergeUnit, splitUnit } from "@/db/mutations/assignments/unit-changes";
import { renameUnit } from "@/db/mutations/people/unit-names";
import { closeUnit, createUnit, editUnit, moveUnit } from "@/db/mutations/people/units";
import { departments } from "@/db/schema/people";
import type { Actor } from "@/lib/domain/people/roles";
import { now } from "./scenario.fixture";
import type { World } from "./test-world.fixture";
import { someone } from "./test-world-scenarios.fixture";

/** A unit of its own at the top, or below another: what becomes of it touches no other test. */
export async function makeUnit(admin: Actor, parentCode: string | null = null, name = nameOfNew()) {
  const about = { name, shortName: "", kind: "department", newCode: "" } as const;
  const { code } = await createUnit(admin, { key: randomUUID(), parentCode, ...about }, now);
  return unitRow(code);
}

let made = 0;
function nameOfNew(): string {
  made += 1;
  return `试验局${made}-${randomUUID().slice(0, 8)}`;
}

export async function unitRow(code: string) {
  const [unit] = await database().select().from(departments).where(eq(departments.code, code));
  if (!unit) throw new Error(`No unit ${code}`);
  return unit;
}

/** A press of a button on a unit as it is now. */
export async function onUnit(code: string) {
  return { key: randomUUID(), code, version: (await unitRow(code)).version };
}

/** What a form sends that keeps a unit's facts as they are. */
export async function factsOf(code: string) {
  const { kind, sortOrder, aliases, ...unit } = await unitRow(code);
  return {
    ...(await onUnit(code)),
    ...{ kind, sortOrder, aliases },
    office: unit.contactOffice ?? "",
    phone: unit.contactPhone ?? "",
    address: unit.contactAddress ?? "",
    email: unit.contactEmail ?? "",
    hours: unit.contactHours ?? "",
    isPublic: unit.contactIsPublic,
  };
}

export const noMoves = { leads: 0, cooperates: 0, people: 0, children: 0 };

/** For each mutation of units: its press, and the same with something else in it. */
export const unitInputs = {
  async createUnit(world: World) {
    const about = { parentCode: null, name: nameOfNew(), shortName: "", kind: "body" } as const;
    const input = { key: randomUUID(), newCode: "", ...about };
    return pressing(createUnit, world, input, { ...input, name: nameOfNew() });
  },
  async editUnit(world: World) {
    const { code } = await makeUnit(someone(world, "system_admin"));
    const input = { ...(await factsOf(code)), aliases: ["试验"] };
    return pressing(editUnit, world, input, { ...input, aliases: [] });
  },
  async renameUnit(world: World) {
    const { code } = await makeUnit(someone(world, "system_admin"));
    const input = { ...(await onUnit(code)), name: nameOfNew(), shortName: "", fromOn: null };
    return pressing(renameUnit, world, input, { ...input, name: nameOfNew() });
  },
  async moveUnit(world: World) {
    const admin = someone(world, "system_admin");
    const [one, other] = [await makeUnit(admin), await makeUnit(admin)];
    const input = { ...(await onUnit(one.code)), parentCode: other.code };
    return pressing(moveUnit, world, input, { ...input, parentCode: null });
  },
  async closeUnit(world: World) {
    const { code } = await makeUnit(someone(world, "system_admin"));
    const input = { ...(await onUnit(code)), reason: "机构改革" };
    return pressing(closeUnit, world, input, { ...input, reason: "别的" });
  },
  async mergeUnit(world: World) {
    const admin = someone(world, "system_admin");
    const [from, into] = [await makeUnit(admin), await makeUnit(admin)];
    const target = { intoCode: into.code, moves: noMoves, reason: "机构改革" };
    const input = { ...(await onUnit(from.code)), ...target };
    return pressing(mergeUnit, world, input, { ...input, reason: "别的" });
  },
  async splitUnit(world: World) {
    const { code } = await makeUnit(someone(world, "system_admin"));
    const about = { name: nameOfNew(), shortName: "", kind: "department", newCode: "" } as const;
    const chosen = { taskCodes: [], personIds: [], reason: "机构改革" };
    const input = { ...(await onUnit(code)), ...about, ...chosen };
    return pressing(splitUnit, world, input, { ...input, reason: "别的" });
  },
};

function pressing<Input>(
  act: (actor: Actor, input: Input, now: Date) => Promise<unknown>,
  world: World,
  input: Input,
  other: Input,
) {
  const admin = someone(world, "system_admin");
  return { send: () => act(admin, input, now), other: () => act(admin, other, now) };
}
