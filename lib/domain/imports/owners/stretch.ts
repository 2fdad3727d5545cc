import type { Place } from "@/lib/domain/documents/quotes";
import { goesOnBehind } from "@/lib/domain/imports/broken-line";

/**
 * A stretch of a text as rules read it: without white space, with Chinese punctuation, and where each sign stands. A blank
 * line, a tab and the end of a heading line at the beginning stay, as “\n”: nothing reads across them.
 */
export type Stretch = { words: string; at: readonly number[] };

const fullWidth: Record<string, string> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "(": "（",
  ")": "）",
  "<": "（",
  ">": "）",
  "＜": "（",
  "＞": "）",
  "〈": "（",
  "〉": "）",
  "〔": "（",
  "〕": "）",
  "[": "（",
  "]": "）",
  "［": "（",
  "］": "）",
  "【": "（",
  "】": "）",
};

/** The stretch of `text` at a place. A break between what `separate` accepts counts as “、”. */
export function stretchOf(
  text: string,
  { start, end }: Place,
  separate?: (before: string, next: string, gap: string) => boolean,
): Stretch {
  let words = "";
  const at: number[] = [];
  const add = (sign: string, index: number) => {
    words += sign;
    at.push(index);
  };
  for (let i = start; i < end; ) {
    const [gap = ""] = /^[\s\u3000]+/u.exec(text.slice(i, Math.min(end, i + 200))) ?? [];
    if (gap === "") {
      const sign = text[i] ?? "";
      const isBetween = /[/／]/u.test(sign) && separate?.(words, text[i + 1] ?? "", "");
      add(isBetween ? "、" : (fullWidth[sign] ?? sign), i++);
      continue;
    }
    const next = text[i + gap.length] ?? "";
    if (/\n[^\S\n]*\n|\t/u.test(gap)) {
      if (gap.includes("\t") || i === start || !goesOnBehind(text, i)) add("\n", i);
    } else if (
      i + gap.length < end &&
      !/[、，；。：,;:）)]/u.test(next) &&
      separate?.(words, next, gap)
    )
      add("、", i);
    else if (gap.includes("\n") && isHeading(words) && /[\u4e00-\u9fa5]/u.test(next)) add("\n", i);
    i += gap.length;
  }
  return { words, at };
}

/** Whether all that was read so far is the heading above a text: short, and without a sign of a sentence. */
function isHeading(words: string): boolean {
  return words.length >= 4 && words.length <= 24 && !/[，。；：！？（）\n]/u.test(words);
}

export function sub({ words, at }: Stretch, from: number, to = words.length): Stretch {
  return { words: words.slice(from, to), at: at.slice(from, to) };
}

/** Where the stretch stands in the text; null where it is empty. */
export function placeOf({ at }: Stretch): Place | null {
  const first = at[0];
  const last = at.at(-1);
  return first === undefined || last === undefined ? null : { start: first, end: last + 1 };
}

/** The pieces between signs that stand in no bracket and in no quotation marks, each with the sign in front of it ("" at the beginning). */
export function pieces(stretch: Stretch, signs: RegExp): { before: string; piece: Stretch }[] {
  const found: { before: string; piece: Stretch }[] = [];
  let depth = 0;
  let from = 0;
  let before = "";
  for (let i = 0; i < stretch.words.length; i++) {
    const sign = stretch.words[i] ?? "";
    if (sign === "（") depth++;
    if (sign === "）") depth = Math.max(0, depth - 1);
    // “双随机、一公开”联席会议
    if (sign === "“") i = Math.max(i, stretch.words.indexOf("”", i));
    if (depth > 0 || !signs.test(sign)) continue;
    found.push({ before, piece: sub(stretch, from, i) });
    from = i + 1;
    before = sign;
  }
  found.push({ before, piece: sub(stretch, from) });
  return found;
}

/** Pieces that “、” parted, together again. */
export function listed(parts: readonly Stretch[]): Stretch {
  const at: number[] = [];
  for (const [i, part] of parts.entries()) {
    if (i > 0) at.push(Math.max((part.at[0] ?? (at.at(-1) ?? 0) + 2) - 1, 0));
    for (const index of part.at) at.push(index);
  }
  return { words: parts.map(({ words }) => words).join("、"), at };
}
