// Words that say the same, as the office lists them: a group on each line, its words apart by spaces.

/** Words that say the same, by group. */
export type Synonyms = readonly (readonly string[])[];

/** How much fits: groups, words of one, characters of a word. */
export const synonymLimits = { groups: 200, words: 10, characters: 20 } as const;

/** The groups of what was typed; a line with nothing on it is none. Commas stand for spaces. */
export function readSynonyms(typed: string): string[][] {
  return typed
    .split("\n")
    .map((line) => [...new Set(line.split(/[\s,，、;；=＝]+/).filter(Boolean))])
    .filter((group) => group.length > 0);
}

/** Why what was typed is no list of groups, as a key under `validation`; null where it is. */
export function synonymFault(
  typed: string,
): "synonyms_many" | "synonym_alone" | "synonym_length" | null {
  const groups = readSynonyms(typed);
  const { words, characters } = synonymLimits;
  if (groups.length > synonymLimits.groups || groups.some((group) => group.length > words))
    return "synonyms_many";
  if (groups.some((group) => group.length < 2)) return "synonym_alone";
  // One character alone would find nearly everything.
  const isWord = (word: string) => [...word].length >= 2 && [...word].length <= characters;
  return groups.flat().every(isWord) ? null : "synonym_length";
}
