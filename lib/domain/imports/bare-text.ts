import type { Place } from "@/lib/domain/documents/quotes";
import { goesOnBehind } from "./broken-line";

/**
 * A stretch of a document as rules read it: full-width signs and dashes folded, white space out; "\n" parts paragraphs and
 * "\t" cells. Sign i stands in the document at `at[i]`.
 */
export type BareText = { text: string; at: number[] };

const dash = /[‐‑‒–—―−─]/;
const tilde = /[〜∼∽]/;
const space = /\s/;
const digit = /\d/;
/** ① must not become a digit of the number that follows it. */
const enclosed = /[\u2460-\u24ff\u3200-\u32ff\u2776-\u2793]/;

/** The stretch between two indices of a document's text, as rules read it. */
export function bareText(document: string, { start, end }: Place): BareText {
  const bare: BareText = { text: "", at: [] };
  let at = start;
  while (at < end) {
    const sign = document[at] ?? "";
    if (!space.test(sign)) {
      bare.text += folded(sign);
      bare.at.push(at);
      at += 1;
      continue;
    }
    let after = at;
    while (after < end && space.test(document[after] ?? "")) after += 1;
    const spaces = document.slice(at, after);
    const isCut = bare.text !== "" && spaces.includes("\n") && goesOnBehind(document, at);
    const kept = isCut ? "" : between(spaces, bare.text.at(-1), document[after]);
    if (kept !== "" && bare.text !== "") {
      bare.text += kept;
      bare.at.push(at);
    }
    at = after;
  }
  return bare;
}

/** Where signs `from` to `to` (exclusive) of a stretch stand in the document. */
export function placeOf(bare: BareText, from: number, to: number): Place {
  const first = bare.at[from];
  const last = bare.at[to - 1];
  if (first === undefined || last === undefined || to <= from)
    throw new RangeError(`No such signs: ${from} to ${to}`);
  return { start: first, end: last + 1 };
}

function between(spaces: string, before: string | undefined, after: string | undefined): string {
  if (/\n\s*\n/.test(spaces)) return "\n";
  if (spaces.includes("\t")) return "\t";
  const isBetweenNumbers = digit.test(before ?? "") && digit.test(after ?? "");
  return isBetweenNumbers && !spaces.includes("\n") ? " " : "";
}

function folded(sign: string): string {
  if (dash.test(sign)) return "-";
  if (tilde.test(sign)) return "~";
  if (enclosed.test(sign)) return sign;
  const plain = sign.normalize("NFKC");
  return plain.length === 1 ? plain : sign;
}
