import { type BookedUnit, foldName } from "@/lib/domain/sheets/unit-book";
import type { UnitFind } from "./imports";

/** A unit by all that it is and was called. */
export type NamedUnit = BookedUnit & { formerNames: readonly string[] };
/** The unit that words name, and how; `choices` are those that it might be. */
export type Resolution = { unitId: string | null; find: UnitFind; choices: string[] };

/** What stands before a unit's name and is left out where everybody knows the place: 省生态环境厅, 山西省生态环境厅. */
const place = /^(?:\p{sc=Han}{1,7}?(?:省|自治区|市|州|县|区)|省|市|州|县|区)(?=\p{sc=Han}{2})/u;
const inBrackets = /^(.+?)[（(](.+)[）)]$/u;

/**
 * Finds units by the words of a document: by name, short name, alias, the name of an earlier day, and at last by the name
 * without its place. The first way that finds anything counts: several units of one way are a question, never a guess.
 * Of 省市场监管局（省知识产权局） either name will do.
 */
export function unitResolver(units: Iterable<NamedUnit>): (words: string) => Resolution {
  const ways = new Map<UnitFind, Map<string, Set<string>>>(
    (["name", "short_name", "alias", "former_name", "without_place"] as const).map((way) => [
      way,
      new Map(),
    ]),
  );
  const add = (way: UnitFind, name: string, id: string) => {
    const key = foldName(name);
    const known = ways.get(way);
    known?.set(key, (known.get(key) ?? new Set()).add(id));
  };
  for (const { id, name, shortName, aliases, formerNames } of units) {
    add("name", name, id);
    if (shortName) add("short_name", shortName, id);
    for (const alias of aliases) add("alias", alias, id);
    for (const former of formerNames) add("former_name", former, id);
    for (const each of [name, ...(shortName ? [shortName] : [])])
      if (place.test(each)) add("without_place", each.replace(place, ""), id);
  }
  const find = (words: string): Resolution => {
    const key = foldName(words);
    for (const [way, names] of ways) {
      const choices = [...(names.get(key) ?? [])];
      const [only] = choices;
      if (!only) continue;
      return choices.length === 1
        ? { unitId: only, find: way, choices }
        : { unitId: null, find: "ambiguous", choices };
    }
    return { unitId: null, find: "unknown", choices: [] };
  };
  return (words) => {
    const [, outer, inner] = inBrackets.exec(words) ?? [];
    const tried = [words, ...(outer && inner ? [outer, inner] : [])].map(find);
    return (
      tried.find(({ unitId }) => unitId !== null) ??
      tried.find(({ choices }) => choices.length > 0) ?? {
        unitId: null,
        find: "unknown",
        choices: [],
      }
    );
  };
}
