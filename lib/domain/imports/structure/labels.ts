import { numberOf } from "@/lib/domain/imports/numerals";

/** The ways in which a part of a document is numbered. */
const labelForms = [
  "part",
  "chapter",
  "section",
  "article",
  "annex",
  "box",
  "han",
  "han_bracket",
  "arabic",
  "arabic_bracket",
  "arabic_half_bracket",
  "circle",
  "is",
  "must",
  "ordinal",
  /** A heading without a number, in a part that has none. */
  "heading",
] as const;
export type LabelForm = (typeof labelForms)[number];

/** A number at the head of a paragraph; `end` is where its words begin, `name` has no punctuation: （一）, 一, 1, 一是. */
export type Label = { form: LabelForm; number: number; name: string; start: number; end: number };

const han = "[〇零一二三四五六七八九十百]{1,5}";
const any = `(?:${han}|[0-9０-９]{1,3})`;
const patterns: [LabelForm, RegExp][] = [
  ["part", new RegExp(`第(${any})(?:部分|篇)[、：:\\s　]*`, "uy")],
  ["chapter", new RegExp(`第(${any})章[、：:\\s　]*`, "uy")],
  ["section", new RegExp(`第(${any})节[、：:\\s　]*`, "uy")],
  ["article", new RegExp(`第(${any})条[、：:\\s　]*`, "uy")],
  [
    "annex",
    new RegExp(`附(?:件|表)[\\s　]*(${any})?[\\s　]*(?:[：:.．]|$|(?=[\\n\\r]))[\\s　]*`, "uy"),
  ],
  ["box", new RegExp(`专栏[\\s　]*(${any})?[：:.．\\s　]*`, "uy")],
  ["han", new RegExp(`(${han})[、.．][\\s　]*`, "uy")],
  ["han_bracket", new RegExp(`[（(〔][\\s　]*(${han})[\\s　]*[）)〕][、.．]?[\\s　]*`, "uy")],
  ["han_bracket", /([㈠-㈩])[、.．]?[\s　]*/uy],
  // “2.5” and “3、4号” are no labels: no digit may follow, but a year or a month may.
  [
    "arabic",
    /([0-9０-９]{1,3})[\s　]*[.．、](?:(?![0-9０-９])|(?=[12][0-9]{3}年|1?[0-9]月))[\s　]*/uy,
  ],
  ["arabic", /([⒈-⒛])[\s　]*/uy],
  ["arabic_bracket", /[（(]([0-9０-９]{1,2})[）)][、.．]?[\s　]*/uy],
  ["arabic_bracket", /([⑴-⒇])[\s　]*/uy],
  ["arabic_half_bracket", /([0-9０-９]{1,2})[）)][\s　]*/uy],
  ["circle", /([①-⑳])[\s　]*/uy],
  ["is", new RegExp(`(${han})是`, "uy")],
  ["must", new RegExp(`(${han})要`, "uy")],
  ["ordinal", new RegExp(`问题(${any})[：:、.．][\\s　]*`, "uy")],
  ["ordinal", new RegExp(`第(${han})[，,、：:][\\s　]*`, "uy")],
];

/** The label that stands at a place of the text, or null. Says nothing of whether it continues a count. */
export function labelAt(text: string, start: number): Label | null {
  for (const [form, pattern] of patterns) {
    pattern.lastIndex = start;
    const found = pattern.exec(text);
    if (found === null) continue;
    const number = found[1] === undefined ? 0 : numberOfSign(found[1]);
    if (number === null) continue;
    const name = found[0].replace(/[、.．：:，,\s　]/gu, "");
    return { form, number, name, start, end: start + found[0].length };
  }
  return null;
}

function numberOfSign(sign: string): number | null {
  return numberOf(sign.normalize("NFKC").replace(/[()（）.]/gu, ""));
}

/** What levels a label may have at the head of a paragraph only, and what may also part a running text. */
export const inlineForms: readonly LabelForm[] = [
  "is",
  "must",
  "ordinal",
  "circle",
  "arabic_bracket",
  "arabic_half_bracket",
  "han_bracket",
];
