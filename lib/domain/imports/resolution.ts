import type { Day } from "@/lib/domain/calendar/days";
import { collectiveOf, isClassName } from "./collectives";
import {
  endsWithOffice,
  folded,
  levelOf,
  type Resolution,
  type UnitName,
  withoutLevel,
  writtenNames,
} from "./unit-names";

const unknown: Resolution = { state: "unknown" };
type Calls = (unit: UnitName, written: string) => boolean;

/**
 * The unit that a document of a day means by a name. What fits more closely goes before what fits less: as it was called on
 * that day, by an alias, as it was or will be called, with its level left out (财政厅 for 省财政厅), with an inner office
 * behind it. A closed unit is the one it was merged into. Where several fit alike it is a question, never a guess.
 */
export function resolveUnit(name: string, units: readonly UnitName[], on: Day): Resolution {
  const written = writtenNames(name);
  if (written.length === 0) return unknown;
  const steps: Calls[] = [
    (unit, words) => namesOn(unit, on).includes(words),
    (unit, words) => namesOn(unit, on).some((each) => folded(each) === folded(words)),
    (unit, words) => unit.aliases.some((each) => folded(each) === folded(words)),
    (unit, words) => allNames(unit).some((each) => folded(each) === folded(words)),
    (unit, words) => allNames(unit).some((each) => differsInLevel(each, words)),
  ];
  for (const calls of steps) {
    const found = written.map((words) => foundIds(units, (unit) => calls(unit, words)));
    if (found.some((ids) => ids.length > 0)) return settled(found.flat());
  }
  if (written.some(isClassName)) return collectiveOf(written[0] ?? "", units);
  return settled(longestWithOffice(written[0] ?? "", units));
}

function namesOn({ name, shortName, names }: UnitName, on: Day): string[] {
  const dated = names
    .filter(({ fromOn }) => fromOn <= on)
    .sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  const then = dated.at(-1) ?? { name, shortName };
  return then.shortName === null ? [then.name] : [then.name, then.shortName];
}

function allNames({ name, shortName, aliases, names }: UnitName): string[] {
  const past = names.flatMap((each) => [each.name, each.shortName ?? []].flat());
  return [name, shortName ?? [], aliases, past].flat();
}

/** 财政厅 and 省财政厅, 省财政厅 and 山西省财政厅: the same but for the level, which only one of them names. */
function differsInLevel(known: string, written: string): boolean {
  const [a, b] = [folded(known), folded(written)];
  const same = withoutLevel(a) === withoutLevel(b) && withoutLevel(a).length > 1;
  return same && (a.endsWith(b) || b.endsWith(a) || levelOf(a) === "" || levelOf(b) === "");
}

/** 省教育厅基础教育处: an inner office is not a unit, the one that has it is; the longest name wins. */
function longestWithOffice(written: string, units: readonly UnitName[]): string[] {
  const office = folded(written);
  if (!endsWithOffice(office)) return [];
  const fits = (unit: UnitName) =>
    allNames(unit)
      .map(folded)
      .filter((name) => name.length > 2 && office.startsWith(name));
  const longest = Math.max(0, ...units.flatMap(fits).map(({ length }) => length));
  return foundIds(units, (unit) => fits(unit).some(({ length }) => length === longest));
}

/** The open units that those lead to which fit. */
function foundIds(units: readonly UnitName[], fits: (unit: UnitName) => boolean): string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return units.filter(fits).flatMap((unit) => {
    let now: UnitName | undefined = unit;
    for (let step = 0; now && now.closedOn !== null && step < units.length; step++)
      now = now.mergedIntoId === null ? undefined : byId.get(now.mergedIntoId);
    return now && now.closedOn === null ? now.id : [];
  });
}

function settled(ids: readonly string[]): Resolution {
  const [id, ...others] = new Set(ids);
  if (id === undefined) return unknown;
  return others.length === 0 ? { state: "unit", id } : { state: "ambiguous", ids: [id, ...others] };
}
