// Words that say the same, as the office lists them: a group on each line, its words apart by spaces.

/** Words that say the same, by group. */
export type Synonyms = readonly (readonly string[])[];

/** How much fits: groups, words of one, characters of a word. */
export const synonymLimits = { groups: 200, words: 10, characters: 20 } as const;

/** The groups of what was typed; a line with nothing on it is none. Commas stand for spaces. */
export function readSynonyms(typed: string): string[][] {
  return linesOf(typed).map(({ group }) => group);
}

type Line = { line: number; group: string[] };

function linesOf(typed: string): Line[] {
  return typed
    .split("\n")
    .map((words, index) => ({
      line: index + 1,
      group: [...new Set(words.split(/[\s,，、;；=＝]+/).filter(Boolean))],
    }))
    .filter(({ group }) => group.length > 0);
}

export type SynonymFault = {
  /** A key under `validation`. */
  fault: "synonyms_many" | "synonym_alone" | "synonym_length";
  line: number;
  /** The word that it is about, or the first of the line. */
  word: string;
};

/** Why what was typed is no list of groups, with the first line that is none; null where all are. */
export function synonymFault(typed: string): SynonymFault | null {
  for (const [index, { line, group }] of linesOf(typed).entries()) {
    const [first = ""] = group;
    const isMany = index >= synonymLimits.groups || group.length > synonymLimits.words;
    if (isMany) return { fault: "synonyms_many", line, word: first };
    if (group.length < 2) return { fault: "synonym_alone", line, word: first };
    const word = group.find((each) => !isWord(each));
    if (word !== undefined) return { fault: "synonym_length", line, word };
  }
  return null;
}

/** One character alone would find nearly everything. */
function isWord(word: string): boolean {
  const { length } = [...word];
  return length >= 2 && length <= synonymLimits.characters;
}
