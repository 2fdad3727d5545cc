import { z } from "zod";
import { acceptsGaps, idSchema } from "@/lib/domain/inputs";
import { newPostFields, seenAccountFields } from "@/lib/domain/people/account-inputs";
import { type Capacity, isUnitRole, type Role } from "@/lib/domain/people/roles";
import { type Refusal, refuse } from "@/lib/domain/refusals";

/**
 * What hangs on one person when they leave a post (离任交接): tasks they handle or are in charge of, drafts that nobody else
 * wrote on, submissions that nobody else could decide, and units they are the liaison of. What is lent to them or by them
 * ends: to lend a right is its principal's.
 */
export const handOverKinds = ["handled", "in_charge", "drafts", "reviews", "liaisons"] as const;
export type HandOverKind = (typeof handOverKinds)[number];

/** To whom: a person, nobody for now (暂无), or not said yet. */
const choice = z.union([idSchema, z.literal("nobody"), z.literal("")]);
export const handOverSchema = z.strictObject(
  Object.fromEntries(handOverKinds.map((kind) => [kind, choice])) as Record<
    HandOverKind,
    typeof choice
  >,
);
export type HandOver = z.infer<typeof handOverSchema>;
export const nothingSaid: HandOver = {
  handled: "",
  in_charge: "",
  drafts: "",
  reviews: "",
  liaisons: "",
};

export const transferSchema = z.strictObject({
  acceptsGaps,
  ...seenAccountFields,
  ...newPostFields,
  handOver: handOverSchema,
});
export type TransferInput = z.infer<typeof transferSchema>;

export const leaveSchema = z.strictObject({
  acceptsGaps,
  ...seenAccountFields,
  handOver: handOverSchema,
});
export type LeaveInput = z.infer<typeof leaveSchema>;

type Post = { departmentId: string; role: Role };

/** Which kinds a change of post takes from a person; `after` is null for whoever leaves. */
export function kindsLost(before: Post, after: Post | null): HandOverKind[] {
  if (after === null) return [...handOverKinds];
  const stays = after.departmentId === before.departmentId;
  const keeps: Record<HandOverKind, boolean> = {
    handled: stays && isUnitRole(after),
    in_charge: stays && after.role === "head",
    drafts: stays && isUnitRole(after),
    reviews: after.role === before.role && (stays || after.role !== "head"),
    liaisons: true,
  };
  return handOverKinds.filter((kind) => !keeps[kind]);
}

type Candidate = Post & { id: string; isEnabled: boolean };

/** Whether this person can take over what hangs on the leaver: of the same unit and able to, by their role, do the same. */
export function mayTakeOver(
  kind: HandOverKind,
  leaver: Pick<Capacity, "id" | "departmentId" | "role">,
  candidate: Candidate,
): boolean {
  if (!candidate.isEnabled || candidate.id === leaver.id) return false;
  const isColleague = candidate.departmentId === leaver.departmentId;
  switch (kind) {
    case "handled":
    case "drafts":
      return isColleague && isUnitRole(candidate);
    case "in_charge":
      return isColleague && candidate.role === "head";
    case "reviews":
      return candidate.role === leaver.role && (isColleague || leaver.role !== "head");
    case "liaisons":
      return true;
  }
}

/**
 * Why what hangs on a person is not handed over yet, or null: to each kind of which there is something belongs somebody who
 * may take it, or 暂无 said aloud. `candidates` are the people who were chosen, by id.
 */
export function handOverRefusal(
  leaver: Pick<Capacity, "id" | "departmentId" | "role">,
  kinds: readonly HandOverKind[],
  chosen: HandOver,
  candidates: ReadonlyMap<string, Candidate>,
): Refusal | null {
  for (const kind of kinds) {
    const choice = chosen[kind];
    if (choice === "") return refuse("hand_over_open", { field: kind });
    const candidate = candidates.get(choice);
    if (choice !== "nobody" && !(candidate && mayTakeOver(kind, leaver, candidate)))
      return refuse("person_unknown", { field: kind });
  }
  return null;
}

/** One thing that hangs on a person: a task, alone or with a submission of it, or a unit; `label` is its name. */
export type HeldItem = { id: string; code: string; label: string };
export type Held = Record<HandOverKind, HeldItem[]>;

/** The kinds of which there is something. */
export function kindsHeld(held: Held): HandOverKind[] {
  return handOverKinds.filter((kind) => held[kind].length > 0);
}

/** Somebody to hand over to, as the form offers them. */
export type Successor = Candidate & { name: string; username: string; post: string };

/** Who may take a kind, those of the leaver's own role first. */
export function successorsFor(
  kind: HandOverKind,
  leaver: Pick<Capacity, "id" | "departmentId" | "role">,
  people: readonly Successor[],
): Successor[] {
  const able = people.filter((person) => mayTakeOver(kind, leaver, person));
  const isSame = ({ role }: Successor) => role === leaver.role;
  return [...able.filter(isSame), ...able.filter((person) => !isSame(person))];
}
