import { type Permission, refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import type { RegistrationStatus } from "./drafts";

type Rule = {
  permission: Permission;
  from: readonly RegistrationStatus[];
  to: RegistrationStatus;
  /** Four eyes: whoever wrote it all alone does not do this. */
  byAnother?: true;
};

/** 立项: what can be done to a registration, by whom, from where to where. Nothing leads back once it is confirmed. */
export const registrationMoves = {
  edit: { permission: "plan.draft", from: ["draft", "proposed"], to: "draft" },
  propose: { permission: "plan.draft", from: ["draft"], to: "proposed" },
  return: { permission: "plan.confirm", from: ["proposed"], to: "draft" },
  confirm: { permission: "plan.confirm", from: ["proposed"], to: "confirmed", byAnother: true },
  publish: { permission: "plan.publish", from: ["confirmed"], to: "published", byAnother: true },
  remove: { permission: "plan.draft", from: ["draft", "proposed"], to: "draft" },
} as const satisfies Record<string, Rule>;
export type RegistrationMove = keyof typeof registrationMoves;
export const registrationMoveNames = Object.keys(registrationMoves) as RegistrationMove[];

/** `contributorPersonIds` are the people who wrote on it, on whichever of their accounts. */
type State = { status: RegistrationStatus; contributorPersonIds: readonly string[] };

/** Why this person may not do this to a registration now, or null. */
export function registrationRefusal(
  actor: Pick<Actor, "personId" | "role" | "departmentId" | "branchIds">,
  move: RegistrationMove,
  { status, contributorPersonIds }: State,
): Refusal | null {
  const { permission, from, byAnother }: Rule = registrationMoves[move];
  const refusal = refusalFor(actor, permission);
  if (refusal) return refusal;
  if (!from.includes(status)) return refuse("registration_wrong_status");
  const isAlone = contributorPersonIds.every((id) => id === actor.personId);
  return byAnother && isAlone ? refuse("registration_own_work") : null;
}

/** A published plan that is over, and one put away. */
export const planStates = ["confirmed", "published", "ended", "archived"] as const;
export type PlanState = (typeof planStates)[number];

export function planStateOf(plan: {
  publishedAt: Date | null;
  endedAt: Date | null;
  archivedAt: Date | null;
}): PlanState {
  if (plan.archivedAt) return "archived";
  if (plan.endedAt) return "ended";
  return plan.publishedAt ? "published" : "confirmed";
}

/** Why a plan may not be ended, or null: it names what is still open. */
export function endRefusal(state: PlanState, open: readonly { code: string }[]): Refusal | null {
  if (state !== "published") return refuse("plan_wrong_state");
  if (open.length === 0) return null;
  const codes = open.slice(0, 10).map(({ code }) => code);
  return refuse("plan_tasks_open", { params: { count: open.length, codes: codes.join(" ") } });
}
