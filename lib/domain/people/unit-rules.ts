import type { Day } from "@/lib/domain/calendar/days";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import type { DepartmentKind } from "./departments";
import { isWithin, type Who } from "./permissions";

/** A unit as the rules know it: `wayIds` are the units above it, the highest first. */
export type UnitState = {
  id: string;
  kind: DepartmentKind;
  parentId: string | null;
  closedOn: Day | null;
  wayIds: readonly string[];
};

/** The first day that a name can be from: what a unit is called from here on it has always been called. */
export const everSince: Day = "0001-01-01";

/** What of a unit is still open, each with the list that shows it: while there is any, it cannot close. */
export const openThings = [
  "leads",
  "cooperates",
  "people",
  "children",
  "submissions",
  "countersigns",
  "bound",
] as const;
export type OpenThing = (typeof openThings)[number];
export type OpenCounts = Record<OpenThing, number>;

/** What a merger moves; a page that told other numbers is no longer true. */
export const movedThings = ["leads", "cooperates", "people", "children"] as const;
export type MovedCounts = Pick<OpenCounts, (typeof movedThings)[number]>;

/** `unit_closed` for a unit that is there to be read only. */
export function closedRefusal({ closedOn }: Pick<UnitState, "closedOn">): Refusal | null {
  return closedOn === null ? null : refuse("unit_closed");
}

/** Why whoever is bound to a branch may not put a unit here: below none, or below one above the branch, is beyond it. */
export function placeRefusal(who: Pick<Who, "branchIds">, parentId: string | null): Refusal | null {
  return isWithin(who, parentId) ? null : refuse("unit_beyond_branch");
}

/** Why a unit may not stand below this one, or null: a closed one has nothing below it, nor has one that stands for many. */
export function parentRefusal(parent: UnitState | null): Refusal | null {
  if (parent === null) return null;
  if (parent.kind === "collective") return refuse("parent_is_collective");
  return closedRefusal(parent);
}

/** Why a unit may not be moved below another, or to the top (null): never below itself, and not to where it is. */
export function moveRefusal(unit: UnitState, parent: UnitState | null): Refusal | null {
  const refusal = closedRefusal(unit) ?? parentRefusal(parent);
  if (refusal) return refusal;
  if (parent && isUnder(parent, unit)) return refuse("unit_cycle");
  return (parent?.id ?? null) === unit.parentId ? refuse("unit_unmoved") : null;
}

/** Whether a unit is another, or stands somewhere below it. */
function isUnder(unit: UnitState, above: UnitState): boolean {
  return unit.id === above.id || unit.wayIds.includes(above.id);
}

/**
 * Why a unit may not be merged into another (并入), or null. What is in review and waits for its head's 会签 must be decided
 * first: what was sent keeps its steps. Accounts bound to it (管辖范围) get another branch first, from the security administrator.
 */
export function mergeRefusal(from: UnitState, into: UnitState, open: OpenCounts): Refusal | null {
  const refusal = closedRefusal(from) ?? closedRefusal(into);
  if (refusal) return refusal;
  if (isUnder(into, from)) return refuse("unit_cycle");
  if (open.bound > 0) return refuse("unit_bounds", { params: { count: open.bound } });
  const cannotTake = into.kind === "collective" && (open.leads > 0 || open.people > 0);
  return cannotTake ? refuse("lead_is_collective") : null;
}

/** `unit_open` with what is left, unless nothing is. */
export function closeRefusal(unit: UnitState, open: OpenCounts): Refusal | null {
  const refusal = closedRefusal(unit);
  if (refusal) return refusal;
  const isEmpty = openThings.every((thing) => open[thing] === 0);
  return isEmpty ? null : refuse("unit_open", { params: open });
}

/** `unit_changed` where what a page said would move is no longer what would. */
export function staleRefusal(seen: MovedCounts, open: MovedCounts): Refusal | null {
  const isTrue = movedThings.every((thing) => seen[thing] === open[thing]);
  return isTrue ? null : refuse("unit_changed");
}

/** The lead and cooperating units of a task once `to` stands in the place of `from`, in their order. */
export function unitsReplaced(
  { leadId, cooperatingIds }: { leadId: string | null; cooperatingIds: readonly string[] },
  from: string,
  to: string,
): { leadId: string | null; cooperatingIds: string[] } {
  const lead = leadId === from ? to : leadId;
  const replaced = cooperatingIds.map((id) => (id === from ? to : id));
  return { leadId: lead, cooperatingIds: [...new Set(replaced)].filter((id) => id !== lead) };
}
