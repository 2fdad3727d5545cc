import { Converter } from "opencc-js/t2cn";
import type { Synonyms } from "./synonyms";

// How words are searched for, in public and inside alike. The database folds texts with `public.folded` and knows which signs
// and pairs of signs stand in them (`public.search_parts`); db/queries/words-found.ts asks it what is said here.

/** A word that was typed, by the forms that are looked for in its place: what is meant first. */
export type Word = readonly string[];

const maxForms = 12;
const toSimplified = Converter({ from: "t", to: "cn" });
const simplified = new Map<string, string>();

/** Whatever the width, the case and the script: traditional characters one by one, as `public.folded` of the database has it. */
export function folded(text: string): string {
  return Array.from(text.normalize("NFKC").toLowerCase(), (sign) => {
    const known = simplified.get(sign) ?? toSimplified(sign);
    simplified.set(sign, known);
    return known;
  }).join("");
}

/** The words of what was typed, each once. */
export function wordsOf(typed: string, synonyms: Synonyms): Word[] {
  const groups = synonyms.map((group) => group.map(folded));
  const words = new Set(folded(typed).split(/\s+/).filter(Boolean));
  return [...words].map((word) => codesOf(word) ?? [word, ...synonymsOf(word, groups)]);
}

/** AIR-5 means AIR-05, as AIR05 does behind itself: PM10 is no task. */
function codesOf(word: string): string[] | null {
  const [, plan, dash, letter = "", digits = "", below] =
    /^([a-z]{2,8})(?:([-‐‑‒–—−])([a-z]?))?(\d{1,3})((?:\.\d{1,3}){0,3})$/.exec(word) ?? [];
  if (!plan) return null;
  const codes = [digits.padStart(2, "0"), digits.padStart(3, "0"), digits].map(
    (number) => `${plan}-${letter}${number}${below}`,
  );
  return [...new Set(dash ? [...codes, word] : [word, ...codes])];
}

/** The word with each of its parts that a group knows as the others of that group say it; the longest part counts. */
function synonymsOf(word: string, groups: Synonyms): string[] {
  const forms = groups.flatMap((group) => {
    const [said] = group.filter((each) => word.includes(each)).sort((a, b) => b.length - a.length);
    return said ? group.map((each) => word.replace(said, () => each)) : [];
  });
  return [...new Set(forms)].filter((form) => form !== word).slice(0, maxForms - 1);
}

/**
 * Parts of one or two signs: a text in which `all` stand, and one of each of `any`, has the form, provided that every one of
 * `whole` stands in it too.
 */
export type Parts = { all: string[]; any: [string, string][]; whole: string[] };

/**
 * What must stand in a text for a form to be found there. Chinese is cut wherever the text cuts it, but no sign stands alone:
 * each beside one of its neighbours (秸秆禁烧: 秸秆综合利用和禁烧). Letters and figures stay together.
 */
export function partsOf(form: string): Parts {
  const parts: Parts = { all: [], any: [], whole: [] };
  for (const run of runsOf(form)) {
    const pairs = pairsOf(run);
    if (pairs.length === 0) parts.all.push(run);
    else if (!isHan(run)) {
      parts.all.push(...pairs);
      if (pairs.length > 1) parts.whole.push(run);
    } else {
      parts.all.push(...new Set([pairs[0] ?? run, pairs.at(-1) ?? run]));
      // The first two signs and the last two have their neighbour by now.
      for (let i = 1; i + 2 < pairs.length; i++)
        parts.any.push([pairs[i] ?? run, pairs[i + 1] ?? run]);
    }
  }
  return parts;
}

/** The pairs of signs that what was typed has in common with a text where nothing is found. */
export function nearParts(words: readonly Word[]): string[] {
  return [...new Set(words.flat().flatMap((form) => runsOf(form).filter(isHan).flatMap(pairsOf)))];
}

/** How well a form fits that stands as it was meant, as a synonym, or only in parts. */
export const fits = { asMeant: 3, otherwise: 2, inParts: 1 } as const;

/** How well a folded text fits what was typed; null where a word is not found in it. */
export function fitOf(words: readonly Word[], text: string): number | null {
  const each = words.map(([meant = "", ...others]) => {
    if (text.includes(meant)) return fits.asMeant;
    if (others.some((form) => text.includes(form))) return fits.otherwise;
    return [meant, ...others].some((form) => hasParts(text, partsOf(form))) ? fits.inParts : 0;
  });
  return each.includes(0) ? null : each.reduce<number>((sum, fit) => sum + fit, 0);
}

function hasParts(text: string, { all, any, whole }: Parts): boolean {
  const stands = (part: string) => text.includes(part);
  return [...all, ...whole].every(stands) && any.every((either) => either.some(stands));
}

const runsOf = (form: string) => form.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? [];
const isHan = (run: string) => /^\p{Script=Han}/u.test(run);
const pairsOf = (run: string) => {
  const signs = Array.from(run);
  return signs.slice(1).map((sign, i) => `${signs[i]}${sign}`);
};
