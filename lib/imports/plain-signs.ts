import { withoutRadicals } from "./radicals";

/** Signs that nobody sees and that say nothing about the text: they go without a word. */
const silent = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
/** What no text holds and no database keeps: control signs, halves of signs, and marks of what could not be decoded. */
const foreign = /[\p{Cc}\p{Cf}\p{Cs}\ufffd\ufffe\uffff]/gu;
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;

/** The text with its lines ended by \n, whatever ended them, and no radicals. */
export const plainLines = (text: string) => withoutRadicals(text).replace(lineEnds, "\n");

/** The text without signs that no text holds, its lines ended by \n; what went is added to `dropped` by code (U+0000). */
export function plainSigns(text: string, dropped: Set<string>): string {
  return plainLines(text)
    .replace(silent, "")
    .replace(foreign, (sign) => {
      if (sign === "\n" || sign === "\t") return sign;
      dropped.add(codeOf(sign));
      return "";
    });
}

/** U+FFFD says that bytes could not be decoded, not that this sign stood there. */
function codeOf(sign: string): string {
  if (sign === "\ufffd") return "\u25a1";
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
