// One normalisation for all checks of text: what looks alike to a reader is alike to a check, and every sign still knows
// where it stood in what was typed.

/** A text as checks read it; unit i of `signs` stands for the original from `from[i]` to `to[i]`. */
export type FoldedText = { signs: string; from: number[]; to: number[] };

/** Nothing to see, or only an ornament of the sign before: zero-width, bidi, variation selectors, accents, keycaps. */
const invisible = /^[\p{Default_Ignorable_Code_Point}\p{M}\p{Cf}\p{Cs}\p{Co}\u2800]$/u;
const control = /^\p{Cc}$/u;
const space = /^\s$/u;
const digit = /^\p{Nd}$/u;

/** Traditional and variant forms, of the characters that a marking of secrecy and its ordinary neighbours are made of. */
const simplified = pairs(
  "絕绝機机級级祕秘宻密業业國国別别爲为為为長长內内殺杀碼码閉闭佈布應应計计",
);
/** Letters of other alphabets that are read as X, the eleventh check digit. */
const cross = /^[x×хχ✕✖✗✘⨯]$/iu;
/** Circled digits to which Unicode gives no plain form, each run from its first. */
const circled: readonly [first: number, value: number, count: number][] = [
  [0x2776, 1, 9],
  [0x2780, 1, 9],
  [0x278a, 1, 9],
  [0x24f5, 1, 9],
  [0x24ff, 0, 1],
  [0x1f10b, 0, 1],
  [0x1f10c, 0, 1],
];
/** Words and letters that stand for digits where a number is spelt. */
const spelt = pairs(
  "〇0零0○0◯0o0O0о0О0ο0Ο0一1壹1幺1l1I1і1І1ι1|1二2贰2貳2两2三3叁3參3四4肆4五5伍5六6陆6陸6七7柒7八8捌8九9玖9",
);

function pairs(text: string): ReadonlyMap<string, string> {
  return new Map(Array.from(text.matchAll(/(.)(.)/gu), ([, from = "", to = ""]) => [from, to]));
}

/** Folds width, form, script of digits, traditional characters and X; invisible signs vanish, any space is a plain one. */
export function foldText(text: string): FoldedText {
  return replaceSigns({ signs: text, from: indices(text, 0), to: indices(text, 1) }, foldSign);
}

/** The same, with digits also where they are spelt: in Chinese numerals, or with letters that look like them. */
export function foldSpelt(folded: FoldedText): FoldedText {
  return replaceSigns(folded, (sign) => spelt.get(sign) ?? sign);
}

/** The same without the signs that match, so that what was drawn apart stands together. */
export function foldAway(folded: FoldedText, pattern: RegExp): FoldedText {
  return replaceSigns(folded, (sign) => (pattern.test(sign) ? "" : sign));
}

/** What stood there in the original, without what nobody sees. */
export function originalOf(text: string, folded: FoldedText, start: number, end: number): string {
  const typed = text.slice(folded.from[start], folded.to[end - 1]);
  return Array.from(typed, (sign) => (invisible.test(sign) ? "" : sign)).join("");
}

function indices(text: string, offset: 0 | 1): number[] {
  return Array.from({ length: text.length }, (_, i) => i + offset);
}

function replaceSigns(source: FoldedText, replace: (sign: string) => string): FoldedText {
  const folded: FoldedText = { signs: "", from: [], to: [] };
  let at = 0;
  for (const sign of source.signs) {
    const plain = replace(sign);
    folded.signs += plain;
    for (let i = 0; i < plain.length; i++) {
      folded.from.push(source.from[at] ?? 0);
      folded.to.push(source.to[at + sign.length - 1] ?? 0);
    }
    at += sign.length;
  }
  return folded;
}

function foldSign(sign: string): string {
  if (space.test(sign)) return sign === "\n" ? sign : " ";
  if (invisible.test(sign) || control.test(sign)) return "";
  return Array.from(sign.normalize("NFKC"), foldPlainSign).join("");
}

function foldPlainSign(sign: string): string {
  if (invisible.test(sign)) return "";
  if (digit.test(sign)) return digitValue(sign);
  if (cross.test(sign)) return "x";
  const code = sign.codePointAt(0) ?? 0;
  const run = circled.find(([first, , count]) => code >= first && code < first + count);
  if (run) return String(run[1] + code - run[0]);
  return simplified.get(sign) ?? sign;
}

/** The decimal digits of every script stand in tens, 0 first (Unicode, ch. 4.6). */
function digitValue(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  let first = code;
  while (digit.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}
