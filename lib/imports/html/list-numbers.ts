import { numeral } from "@/lib/imports/numerals";
import { attributeOf, type Element, elementsOf } from "./parse-page";

const types: Record<string, string> = {
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};
/** Styles of numbers (CSS Counter Styles 3) with what stands behind the number. */
const styles: Record<string, [format: string, behind: string]> = {
  decimal: ["decimal", "."],
  "decimal-leading-zero": ["decimalZero", "."],
  "lower-alpha": ["lowerLetter", "."],
  "lower-latin": ["lowerLetter", "."],
  "upper-alpha": ["upperLetter", "."],
  "upper-latin": ["upperLetter", "."],
  "lower-roman": ["lowerRoman", "."],
  "upper-roman": ["upperRoman", "."],
  "cjk-ideographic": ["chineseCounting", "、"],
  "trad-chinese-informal": ["chineseCounting", "、"],
  "simp-chinese-informal": ["chineseCounting", "、"],
  "simp-chinese-formal": ["chineseLegalSimplified", "、"],
  "cjk-decimal": ["ideographDigital", "、"],
  "japanese-informal": ["japaneseCounting", "、"],
  "cjk-heavenly-stem": ["ideographTraditional", "、"],
  "cjk-earthly-branch": ["ideographZodiac", "、"],
};
const most = 1_000_000;

/** The numbers that a page shows before the items of an <ol>, by start, type, reversed and value (WHATWG HTML 4.4.5). */
export function listLabels(list: Element): Map<Element, string> {
  const items = elementsOf(list).filter(({ tagName }) => tagName === "li");
  const isReversed = attributeOf(list, "reversed") !== undefined;
  let next = integer(attributeOf(list, "start")) ?? (isReversed ? items.length : 1);
  const labels = new Map<Element, string>();
  for (const item of items) {
    const number = integer(attributeOf(item, "value")) ?? next;
    labels.set(item, labelOf(number, styleOf(item) ?? styleOf(list) ?? ["decimal", "."]));
    next = number + (isReversed ? -1 : 1);
  }
  return labels;
}

function labelOf(number: number, [format, behind]: [string, string]): string {
  return format === "none" ? "" : numeral(format, number) + behind;
}

function styleOf(element: Element): [string, string] | undefined {
  const style = attributeOf(element, "style") ?? "";
  const [, named = ""] = /list-style(?:-type)?\s*:\s*([^;]+)/i.exec(style) ?? [];
  for (const word of named.toLowerCase().split(/\s+/)) {
    if (Object.hasOwn(styles, word)) return styles[word];
    if (/^(?:none|disc|circle|square)$/.test(word)) return ["none", ""];
  }
  const type = attributeOf(element, "type") ?? "";
  return Object.hasOwn(types, type) ? [types[type] ?? "decimal", "."] : undefined;
}

function integer(value: string | undefined): number | null {
  const number = /^\s*-?\d+/.exec(value ?? "")?.[0];
  return number === undefined || Math.abs(Number(number)) > most ? null : Number(number);
}
