import type { Day } from "@/lib/domain/calendar/days";
import { boundOn, deadlineWithin } from "@/lib/domain/calendar/deadlines";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import type { TaskStatus } from "@/lib/domain/tasks/tasks";
import { textLimits } from "@/lib/domain/texts";
import type { SplitInput } from "./inputs";

/** AIR-01 → AIR-01.1 → AIR-01.1.1 → AIR-01.1.1.1, and no deeper (省、市、县, and who does it). */
const deepest = 3;

type Parent = { code: string; dueOn: Day | null; today: Day; isCollective: boolean };

/**
 * Why a part may not be split off like this, or null: one unit leads it, and it is due by its parent's day. Where that
 * has passed it catches up (补办), by a day after today.
 */
export function splitRefusal({ dueOn }: Pick<SplitInput, "dueOn">, parent: Parent): Refusal | null {
  if (parent.code.split(".").length > deepest) return refuse("split_too_deep");
  if (parent.isCollective) return refuse("lead_is_collective", { field: "leadId" });
  if (dueOn === null) {
    return parent.dueOn === null ? null : refuse("deadline_required", { field: "dueOn" });
  }
  if (dueOn < parent.today) return refuse("deadline_past", { field: "dueOn" });
  const bound = boundOn(parent.dueOn, parent.today);
  if (parent.dueOn !== bound && dueOn === parent.today)
    return refuse("catch_up_not_later", { field: "dueOn" });
  return deadlineWithin(dueOn, bound, "dueOn");
}

/** The code of a new part: one more than the highest of its siblings, whatever has become of them. */
export function nextChildCode(parentCode: string, siblings: readonly string[]): string {
  return `${parentCode}.${lastNumber(parentCode, siblings) + 1}`;
}

function lastNumber(parentCode: string, siblings: readonly string[]): number {
  return siblings
    .map((code) => Number(code.slice(parentCode.length + 1)) || 0)
    .reduce((highest, number) => Math.max(highest, number), 0);
}

/** A unit that may get a part, in the order of the units. */
export type PartUnit = { id: string; name: string };
export type PlannedPart = { code: string; title: string; unit: PartUnit };
type Sibling = { code: string; leadId: string | null; status: TaskStatus };

/** As far as three figures go: see `codeSchema`. */
const highestNumber = 999;

/**
 * 各市: the part of each of these units, and the units that have one already, which get no second. A part called off is
 * none. Codes go on from the highest sibling, titles are the whole's with the unit's name.
 */
export function planParts(
  whole: { code: string; title: string },
  units: readonly PartUnit[],
  siblings: readonly Sibling[],
): { parts: PlannedPart[]; taken: PartUnit[] } {
  const calledOff: TaskStatus[] = ["cancelled", "exempted"];
  const having = new Set(
    siblings.filter(({ status }) => !calledOff.includes(status)).map(({ leadId }) => leadId),
  );
  const codes = siblings.map(({ code }) => code);
  const first = lastNumber(whole.code, codes) + 1;
  const parts = units
    .filter(({ id }) => !having.has(id))
    .map((unit, i) => ({
      code: `${whole.code}.${first + i}`,
      title: partTitle(whole.title, unit.name),
      unit,
    }));
  return { parts, taken: units.filter(({ id }) => having.has(id)) };
}

/** The whole's title with the unit's name, cut so that the name always stands. */
function partTitle(title: string, unit: string): string {
  const room = textLimits.title - unit.length - 2;
  const kept = title.length > room ? `${title.slice(0, Math.max(0, room - 1))}…` : title;
  return `${kept}（${unit}）`;
}

/** Why these parts may not be made, or null: what refuses one part refuses all, and there must be one at least. */
export function planRefusal(
  { parts }: { parts: readonly PlannedPart[] },
  { dueOn }: Pick<SplitInput, "dueOn">,
  whole: Omit<Parent, "isCollective">,
): Refusal | null {
  if (parts.length === 0) return refuse("parts_exist", { field: "unitIds" });
  const number = Number(parts.at(-1)?.code.slice(whole.code.length + 1));
  if (number > highestNumber) return refuse("parts_too_many", { field: "unitIds" });
  return splitRefusal({ dueOn }, { ...whole, isCollective: false });
}
