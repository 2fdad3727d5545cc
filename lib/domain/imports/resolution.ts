import type { Day } from "@/lib/domain/calendar/days";
import { groupBy } from "@/lib/domain/group-by";
import { plainWords } from "@/lib/domain/texts";
import { collectivesOf, isClassName } from "./collectives";
import type { UnitFind } from "./imports";
import {
  endsWithOffice,
  folded,
  isShortOf,
  type UnitName,
  withoutLevel,
  writtenNames,
} from "./unit-names";

/** The unit that words name, and how; `choices` are those that it might be, or that unit. */
export type Resolution = { unitId: string | null; find: UnitFind; choices: string[] };

/** A name of a unit; `closeness` is how near it comes to what the document calls it, from 0. */
type Known = { unit: UnitName; words: string; fold: string; find: Found; closeness: number };
type Found = Exclude<UnitFind, "ambiguous" | "unknown">;
type Fit = { unit: UnitName; find: Found };

const unknown: Resolution = { unitId: null, find: "unknown", choices: [] };

/**
 * Finds the units that a document of a day means by its words. What fits more closely goes before what fits less: as it was
 * called on that day, by an alias, as it was or will be called, with its level left out (财政厅 for 省财政厅), with an inner
 * office behind it. A closed unit is the one it was merged into. Where several fit alike, or a name is only like it in short, it is a
 * question, never a guess.
 * Everything that units are called is compared once, as many words are asked about.
 */
export function unitResolver(units: readonly UnitName[], on: Day): (words: string) => Resolution {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const known = units.flatMap((unit) => namesOf(unit, on));
  const byFold = groupBy(known, ({ fold }) => fold);
  const byBare = groupBy(known, ({ fold }) => withoutLevel(fold));

  /** By full name, by short name, by either as names are compared, by alias, by any name: the first that leads to an open unit. */
  const byName = (written: readonly { words: string; fold: string }[]) => {
    const fits = written.flatMap(({ words, fold }) =>
      (byFold.get(fold) ?? []).map((each) => ({
        ...each,
        closeness: each.closeness < 2 && each.words !== words ? 2 : each.closeness,
      })),
    );
    const steps = [...new Set(fits.map(({ closeness }) => closeness))].sort((a, b) => a - b);
    for (const step of steps) {
      const found = settled(fits.filter(({ closeness }) => closeness === step));
      if (found) return found;
    }
    return null;
  };

  /** 财政厅 and 省财政厅, 省财政厅 and 山西省财政厅: one of the two says less of the level, and nothing else. */
  const withoutPlace = (written: readonly { fold: string }[]) =>
    settled(
      written.flatMap(({ fold }) =>
        (byBare.get(withoutLevel(fold)) ?? [])
          .filter((each) => each.fold.endsWith(fold) || fold.endsWith(each.fold))
          .map(({ unit }): Fit => ({ unit, find: "without_place" })),
      ),
    );

  /** 省教育厅基础教育处: an inner office is not a unit, the one that has it is; the longest name wins. */
  const withOffice = (office: string) => {
    if (!endsWithOffice(office)) return null;
    for (let length = office.length; length > 2; length--) {
      const fits = byFold.get(office.slice(0, length));
      if (fits) return settled(fits.map(({ unit }): Fit => ({ unit, find: "office" })));
    }
    return null;
  };

  /** 省住建厅 may be 省住房和城乡建设厅, 省发改委 is asked about as 省发展改革委: a question, since nobody has called it so here. */
  const shortened = (written: readonly { fold: string }[]): Resolution | null => {
    const fits = written.flatMap(({ fold }) => {
      const bare = withoutLevel(fold);
      const place = fold.slice(0, fold.length - bare.length);
      return [...byBare]
        .filter(([long]) => isShortOf(bare, long))
        .flatMap(([long, those]) => those.filter((each) => each.fold.endsWith(place + long)));
    });
    const choices = [...new Set(fits.flatMap(({ unit }) => openUnit(unit)?.id ?? []))];
    return choices.length === 0 ? null : { unitId: null, find: "ambiguous", choices };
  };

  const collective = (name: string): Resolution => {
    const { found, isCertain } = collectivesOf(name, units);
    if (!isCertain && found.length > 0)
      return { unitId: null, find: "ambiguous", choices: found.map(({ id }) => id) };
    return settled(found.map((unit): Fit => ({ unit, find: "collective" }))) ?? unknown;
  };

  /** The open unit that another leads to; null where it was closed and nothing came after it. */
  function openUnit(unit: UnitName): UnitName | null {
    let now: UnitName | undefined = unit;
    for (let step = 0; now && now.closedOn !== null && step < units.length; step++)
      now = now.mergedIntoId === null ? undefined : byId.get(now.mergedIntoId);
    return now && now.closedOn === null ? now : null;
  }

  function settled(fits: readonly Fit[]): Resolution | null {
    const finds = new Map<string, Found>();
    for (const { unit, find } of fits) {
      const open = openUnit(unit);
      if (open && !finds.has(open.id)) finds.set(open.id, open === unit ? find : "former_name");
    }
    const [first] = finds;
    if (!first) return null;
    const choices = [...finds.keys()];
    const [unitId, find] = first;
    return choices.length === 1
      ? { unitId, find, choices }
      : { unitId: null, find: "ambiguous", choices };
  }

  return (name) => {
    const written = writtenNames(name).map((words) => ({ words, fold: folded(words) }));
    const [first] = written;
    if (!first) return unknown;
    // A unit may itself be called by two names, one in a bracket.
    const whole = [{ words: plainWords(name), fold: folded(name) }];
    const found = byName(whole) ?? byName(written) ?? withoutPlace(written);
    if (found) return found;
    if (isClassName(first.words)) return collective(first.words);
    return withOffice(first.fold) ?? shortened(written) ?? unknown;
  };
}

/** All that a unit is and was called, each name once for each way. */
function namesOf(unit: UnitName, on: Day): Known[] {
  const { name, shortName, aliases, names } = unit;
  const dated = names.filter(({ fromOn }) => fromOn <= on);
  const then = dated.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1)).at(-1) ?? unit;
  const said = (words: string | null, closeness: number): Known[] => {
    if (words === null) return [];
    const way =
      words === name
        ? "name"
        : words === shortName
          ? "short_name"
          : aliases.includes(words)
            ? "alias"
            : "former_name";
    return [{ unit, words: plainWords(words), fold: folded(words), find: way, closeness }];
  };
  return [
    ...said(then.name, 0),
    ...said(then.shortName, 1),
    ...aliases.flatMap((alias) => said(alias, 3)),
    ...[unit, ...names].flatMap((each) => [...said(each.name, 4), ...said(each.shortName, 4)]),
  ];
}
