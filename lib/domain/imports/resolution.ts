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
type Written = { words: string; fold: string; bare: string };
type Calls = (unit: UnitName, written: Written) => boolean;

/**
 * The unit that a document of a day means by a name. What fits more closely goes before what fits less: as it was called on
 * that day, by an alias, as it was or will be called, with its level left out (财政厅 for 省财政厅), with an inner office
 * behind it. A closed unit is the one it was merged into. Where several fit alike it is a question, never a guess.
 */
export function resolveUnit(name: string, units: readonly UnitName[], on: Day): Resolution {
  const written = writtenNames(name).map((words): Written => {
    const fold = folded(words);
    return { words, fold, bare: withoutLevel(fold) };
  });
  const [first] = written;
  if (!first) return unknown;
  const steps: Calls[] = [
    (unit, { words }) => namesOn(unit, on).includes(words),
    (unit, { fold }) => namesOn(unit, on).some((each) => folded(each) === fold),
    (unit, { fold }) => unit.aliases.some((each) => folded(each) === fold),
    () => true,
  ];
  const called = units.filter((unit) => written.some(({ fold }) => foldsOf(unit).includes(fold)));
  for (const calls of steps) {
    const fits = called.filter((unit) =>
      written.some((each) => foldsOf(unit).includes(each.fold) && calls(unit, each)),
    );
    const ids = openIds(fits, units);
    if (ids.length > 0) return settled(ids);
  }
  const elided = units.filter((unit) =>
    written.some((each) => foldsOf(unit).some((known) => differsInLevel(known, each))),
  );
  const ids = openIds(elided, units);
  if (ids.length > 0) return settled(ids);
  if (isClassName(first.words)) return collectiveOf(first.words, units);
  return settled(longestWithOffice(first.fold, units));
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

/** All that a unit is and was called, as it is compared; once for each, as many names are asked of many units. */
const folds = new WeakMap<UnitName, readonly string[]>();
function foldsOf(unit: UnitName): readonly string[] {
  const known = folds.get(unit) ?? allNames(unit).map(folded);
  folds.set(unit, known);
  return known;
}

/** 财政厅 and 省财政厅, 省财政厅 and 山西省财政厅: the same but for the level, which only one of them names. */
function differsInLevel(known: string, { fold, bare }: Written): boolean {
  // Most names end otherwise, which is quickly seen.
  if (bare.length < 2 || !known.endsWith(bare) || withoutLevel(known) !== bare) return false;
  const isWithin = known.endsWith(fold) || fold.endsWith(known);
  return isWithin || levelOf(known) === "" || levelOf(fold) === "";
}

/** 省教育厅基础教育处: an inner office is not a unit, the one that has it is; the longest name wins. */
function longestWithOffice(office: string, units: readonly UnitName[]): string[] {
  if (!endsWithOffice(office)) return [];
  const fits = (unit: UnitName) =>
    foldsOf(unit).filter((name) => name.length > 2 && office.startsWith(name));
  const longest = Math.max(0, ...units.flatMap(fits).map(({ length }) => length));
  const found = units.filter((unit) => fits(unit).some(({ length }) => length === longest));
  return openIds(found, units);
}

/** The open units that those lead to which were found. */
function openIds(found: readonly UnitName[], units: readonly UnitName[]): string[] {
  if (found.length === 0) return [];
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return found.flatMap((unit) => {
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
